/** Tells somebody who has no part in the task what making a result does to them, before the first one. */
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';

export interface Consent {
  /** Does it at once, or when the person has agreed; not at all when they have not. */
  withConsent: (act: () => void) => void;
  /** to be rendered somewhere */
  dialog: ReactNode;
}

export function useConsent(isStranger: boolean): Consent {
  const { t } = useTranslation();
  const [waiting, setWaiting] = useState<{ act: () => void } | null>(null);
  const [isGiven, setGiven] = useState(false);
  const isNeeded = isStranger && !isGiven;
  const withConsent = useCallback(
    (act: () => void) => {
      if (isNeeded) setWaiting({ act });
      else act();
    },
    [isNeeded],
  );
  const agree = () => {
    setGiven(true);
    setWaiting(null);
    waiting?.act();
  };
  const dialog = (
    <ConfirmDialog
      isOpen={waiting !== null}
      title={t('results.strangerTitle')}
      confirmLabel={t('results.make')}
      onConfirm={agree}
      onCancel={() => setWaiting(null)}
    >
      {t('results.strangerText')}
    </ConfirmDialog>
  );
  return { withConsent, dialog };
}
