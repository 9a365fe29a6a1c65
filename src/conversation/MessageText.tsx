/** The text of a message with the names, words and language of this conversation. */
import { useCallback } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { BbText } from '../text/BbText.tsx';
import type { Around } from './around.ts';
import { useTextLabels } from './useTextLabels.ts';

interface MessageTextProps {
  /** BB code */
  text: string;
  around: Pick<Around, 'people' | 'currentUserId' | 'portalOrigin'>;
  /** stands in a link, so that it may have none of its own */
  inLink?: boolean;
}

export function MessageText({ text, around, inLink = false }: MessageTextProps) {
  const { language } = useTranslation();
  const { people, currentUserId, portalOrigin } = around;
  const nameOf = useCallback((userId: number) => people.get(userId)?.name, [people]);
  const labels = useTextLabels();
  return (
    <BbText
      text={text}
      portalOrigin={portalOrigin}
      language={language}
      currentUserId={currentUserId}
      nameOf={nameOf}
      labels={labels}
      inLink={inLink}
    />
  );
}
