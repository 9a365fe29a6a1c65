/** What was asked for could not be opened: why, what to do, and another try. */
import { PortalWords } from './PortalWords.tsx';
import { problemWords } from './problemWords.ts';
import { useTranslation } from '../i18n/context.tsx';
import type { PortalError } from '../portal/errors.ts';
import { problemOf } from '../sending/problem.ts';
import { AlertIcon, LockIcon, OfflineIcon } from '../ui/Icon/icons.tsx';
import { RetryScreen } from '../ui/Screen/RetryScreen.tsx';

interface PortalProblemProps {
  error: PortalError;
  retry: () => void;
  isBusy: boolean;
}

export function PortalProblem({ error, retry, isBusy }: PortalProblemProps) {
  const { t } = useTranslation();
  const isOffline = error.kind === 'unreachable' && !navigator.onLine;
  const words = isOffline
    ? { title: t('errors.offlineTitle'), text: t('errors.offlineText'), quote: '' }
    : problemWords(t, problemOf(error));
  return (
    <RetryScreen icon={iconOf(error)} title={words.title} retry={retry} isBusy={isBusy}>
      <p>{words.text}</p>
      <p>
        <PortalWords quote={words.quote} />
      </p>
    </RetryScreen>
  );
}

function iconOf({ kind }: PortalError) {
  if (kind === 'unreachable') return <OfflineIcon />;
  return kind === 'scope' || kind === 'denied' || kind === 'auth' ? <LockIcon /> : <AlertIcon />;
}
