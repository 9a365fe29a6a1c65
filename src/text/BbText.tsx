/** A message text on the screen: BB code to React elements, never to HTML. Everything in the text is hostile. */
import { memo, useMemo } from 'react';
import { parseBb } from './bbcode.ts';
import { BbNodes } from './BbNodes.tsx';
import styles from './BbText.module.css';
import { defaultLabels, type TextLabels } from './labels.ts';

export interface BbTextProps {
  /** as `im.dialog.messages.get` gives it (PB 4.3), or as typed */
  text: string;
  /** `https://acme.bitrix24.com`; links to paths of the portal lead there */
  portalOrigin: string;
  /** BCP 47, for dates */
  language: string;
  /** mentions of this person are emphasised */
  currentUserId?: number | undefined;
  /** the name of a person, where known; else the name written in the tag is shown */
  nameOf?: ((userId: number) => string | undefined) | undefined;
  /** `defaultLabels` (English) when left out */
  labels?: TextLabels | undefined;
  /** stands in a link, so that it may have none of its own */
  inLink?: boolean | undefined;
}

/** Shows a message text; a block of its own that keeps line breaks and reorders nothing around it. */
export const BbText = memo(function BbText({
  text,
  labels = defaultLabels,
  inLink = false,
  ...rest
}: BbTextProps) {
  const nodes = useMemo(() => parseBb(text), [text]);
  return (
    <div className={styles.text} dir="auto">
      <BbNodes nodes={nodes} around={{ ...rest, labels, inLink }} />
    </div>
  );
});
