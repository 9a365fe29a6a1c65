/** What is missing in the list of chats, and why. */
import { problemWords } from '../../conversation/problemWords.ts';
import { useScrollableBox } from '../../conversation/useScrollableBox.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import { problemOf } from '../../sending/problem.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import styles from './ListNotices.module.css';

interface ListNoticesProps {
  /** why the card itself could not be read */
  cardProblem: PortalError | null;
  /** why the list could not be read */
  error: PortalError | null;
  retry: () => void;
  isBusy: boolean;
}

export function ListNotices({ cardProblem, error, retry, isBusy }: ListNoticesProps) {
  const { t } = useTranslation();
  const box = useScrollableBox<HTMLDivElement>();
  const lacks = cardProblem && problemWords(t, problemOf(cardProblem));
  const failed = error && problemWords(t, problemOf(error));
  if (!lacks && !failed) return null;
  return (
    <div className={styles.notices} {...box}>
      {lacks && (
        <Notice tone="warning" title={lacks.title}>
          {lacks.text} {t('crm.withoutCard')}
        </Notice>
      )}
      {failed && (
        <Notice
          tone="warning"
          live="polite"
          title={t('crm.listNotRead')}
          actions={
            <Button size="small" onClick={retry} busy={isBusy}>
              {t('common.retry')}
            </Button>
          }
        >
          {failed.title}. {failed.text}
        </Notice>
      )}
    </div>
  );
}
