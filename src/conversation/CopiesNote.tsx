/** Tells what could not be helped: the browser itself sends a request twice when a line dies under it (BF 1A). */
import { useRef } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { InfoIcon } from '../ui/Icon/icons.tsx';
import type { Around } from './around.ts';
import styles from './CopiesNote.module.css';
import { useIsInView } from './useIsInView.ts';
import { useSeen } from './useSeen.ts';

/** ms before somebody's eyes, after which it need not be told again once the page is closed */
const readFor = 4_000;

interface CopiesNoteProps {
  /** the message; undefined: not known so far */
  messageId: number | undefined;
  around: Pick<Around, 'reachesClient' | 'onCopiesShown'>;
}

export function CopiesNote({ messageId, around }: CopiesNoteProps) {
  const { t } = useTranslation();
  const note = useRef<HTMLParagraphElement>(null);
  const isInView = useIsInView(note);
  useSeen(isInView ? (messageId ?? null) : null, around.onCopiesShown, readFor);
  return (
    <p ref={note} className={styles.note}>
      <InfoIcon size={16} />
      {/* It has gone to a client outside the portal, and the copies as well. */}
      {t(around.reachesClient ? 'sending.copiesToClient' : 'sending.copies')}
    </p>
  );
}
