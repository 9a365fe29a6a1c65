/** The element does not exist, or not for this person: the portal does not say which to everybody (PB 3). */
import { ProblemNotice } from '../../conversation/ProblemNotice.tsx';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { LockIcon } from '../../ui/Icon/icons.tsx';
import styles from './CrmScreen.module.css';

interface NoAccessProps {
  retry: () => void;
  isBusy: boolean;
  /** why another try failed */
  error: PortalError | null;
}

export function NoAccess({ retry, isBusy, error }: NoAccessProps) {
  const { t } = useTranslation();
  return (
    <main className={styles.screen}>
      {error && <ProblemNotice error={error} />}
      <div className={styles.rest}>
        <EmptyState
          headingLevel={1}
          icon={<LockIcon />}
          title={t('crm.noAccessTitle')}
          actions={
            <Button onClick={retry} busy={isBusy}>
              {t('common.retry')}
            </Button>
          }
        >
          {t('crm.noAccessText')}
        </EmptyState>
      </div>
    </main>
  );
}
