/** The portal could not be asked what there is: why, and another try. */
import { useInstallTranslation } from './useInstallTranslation.ts';
import type { PortalError } from '../../portal/errors.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { AlertIcon } from '../../ui/Icon/icons.tsx';
import { failureWords } from './failureWords.ts';
import styles from './InstallScreen.module.css';

interface CannotCheckProps {
  error: PortalError;
  retry: () => void;
  isBusy: boolean;
}

export function CannotCheck({ error, retry, isBusy }: CannotCheckProps) {
  const { t } = useInstallTranslation();
  const { text, answer } = failureWords(t, error, location.origin);
  return (
    <main className={styles.middle}>
      <EmptyState
        icon={<AlertIcon />}
        title={t('install.cannotCheckTitle')}
        headingLevel={1}
        live="assertive"
        actions={
          <Button variant="primary" onClick={retry} busy={isBusy}>
            {t('common.retry')}
          </Button>
        }
      >
        <p>{text}</p>
        {answer !== '' && <p>{t('install.portalAnswer', { details: answer })}</p>}
      </EmptyState>
    </main>
  );
}
