/** What the card is about does not exist, or not for this person: the portal does not say which (RF 2.7, PB 3). */
import { useTranslation } from '../i18n/context.tsx';
import type { PortalError } from '../portal/errors.ts';
import { Button } from '../ui/Button/Button.tsx';
import { EmptyState } from '../ui/EmptyState/EmptyState.tsx';
import { LockIcon } from '../ui/Icon/icons.tsx';
import { Screen, ScreenRest } from '../ui/Screen/Screen.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';

interface NoAccessProps {
  title: string;
  text: string;
  retry: () => void;
  isBusy: boolean;
  /** why another try failed */
  error: PortalError | null;
}

export function NoAccess({ title, text, retry, isBusy, error }: NoAccessProps) {
  const { t } = useTranslation();
  return (
    <Screen>
      {error && <ProblemNotice error={error} />}
      <ScreenRest>
        <EmptyState
          headingLevel={1}
          icon={<LockIcon />}
          title={title}
          actions={
            <Button onClick={retry} busy={isBusy}>
              {t('common.retry')}
            </Button>
          }
        >
          {text}
        </EmptyState>
      </ScreenRest>
    </Screen>
  );
}
