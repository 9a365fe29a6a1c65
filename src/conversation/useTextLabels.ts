/** The few words that a message text needs but does not bring, in the reader's language. */
import { useMemo } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import type { TextLabels } from '../text/labels.ts';

export function useTextLabels(): TextLabels {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      file: t('common.file'),
      image: t('common.picture'),
      everyone: t('common.everyone'),
      user: t('common.person'),
    }),
    [t],
  );
}
