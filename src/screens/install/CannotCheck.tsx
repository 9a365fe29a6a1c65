/** The portal could not be asked what there is: why, and another try. */
import { useInstallTranslation } from './useInstallTranslation.ts';
import type { PortalError } from '../../portal/errors.ts';
import { AlertIcon } from '../../ui/Icon/icons.tsx';
import { RetryScreen } from '../../ui/Screen/RetryScreen.tsx';
import { failureWords } from './failureWords.ts';

interface CannotCheckProps {
  error: PortalError;
  retry: () => void;
  isBusy: boolean;
}

export function CannotCheck({ error, retry, isBusy }: CannotCheckProps) {
  const { t } = useInstallTranslation();
  const { text, answer } = failureWords(t, error, location.origin);
  return (
    <RetryScreen icon={<AlertIcon />} title={t('install.cannotCheckTitle')} retry={retry} isBusy={isBusy}>
      <p>{text}</p>
      {answer !== '' && <p>{t('install.portalAnswer', { details: answer })}</p>}
    </RetryScreen>
  );
}
