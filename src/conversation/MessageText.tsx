/** The text of a message with the names, words and language of this conversation. */
import { useCallback, useMemo } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { BbText } from '../text/BbText.tsx';
import type { Around } from './around.ts';

export function MessageText({ text, around }: { text: string; around: Around }) {
  const { t, language } = useTranslation();
  const { people, currentUserId, portalOrigin } = around;
  const nameOf = useCallback((userId: number) => people.get(userId)?.name, [people]);
  const labels = useMemo(
    () => ({
      file: t('common.file'),
      image: t('common.picture'),
      everyone: t('common.everyone'),
      user: t('common.person'),
    }),
    [t],
  );
  return (
    <BbText
      text={text}
      portalOrigin={portalOrigin}
      language={language}
      currentUserId={currentUserId}
      nameOf={nameOf}
      labels={labels}
    />
  );
}
