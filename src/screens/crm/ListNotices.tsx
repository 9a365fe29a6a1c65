/** What is missing in the list of chats, and why. */
import type { ReactNode } from 'react';
import { isPassing } from '../../conversation/isPassing.ts';
import { problemWords } from '../../conversation/problemWords.ts';
import { FocusPassedOn } from '../../conversation/FocusPassedOn.tsx';
import { useScrollableBox } from '../../conversation/useScrollableBox.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import { contactsLeftOut } from '../../portal/methods/crmItems.ts';
import { problemOf } from '../../sending/problem.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import styles from './ListNotices.module.css';
import type { OpenedCard } from './openCrmCard.ts';

interface ListNoticesProps {
  opened: Pick<OpenedCard, 'card' | 'cardProblem'>;
  /** reads the card anew */
  reopen: () => void;
  isReopening: boolean;
  /** why the list could not be read */
  error: PortalError | null;
  /** reads the list anew */
  retry: () => void;
  isBusy: boolean;
  /** a button that had the focus has gone, because it has helped */
  onGone: () => void;
  /** what else there is to know beside the list; may be empty */
  children?: ReactNode;
}

export function ListNotices(props: ListNoticesProps) {
  const { opened, reopen, isReopening, error, retry, isBusy, onGone, children } = props;
  const { card, cardProblem } = opened;
  const { t } = useTranslation();
  const box = useScrollableBox<HTMLDivElement>();
  const cause = cardProblem ?? card?.relativeProblem ?? null;
  const lacks = cause && problemWords(t, problemOf(cause));
  const failed = error && problemWords(t, problemOf(error));
  const leftOut = card ? contactsLeftOut(card) : 0;
  return (
    <div className={styles.notices} {...box}>
      {children}
      {lacks && (
        <Notice
          tone="warning"
          title={cardProblem ? lacks.title : t('crm.relativeNotRead')}
          actions={isPassing(cause) && <Retry onPress={reopen} isBusy={isReopening} onGone={onGone} />}
        >
          {cardProblem
            ? `${lacks.text} ${t('crm.withoutCard')}`
            : `${lacks.title}. ${lacks.text} ${t('crm.withoutRelative')}`}
        </Notice>
      )}
      {failed && (
        <Notice
          tone="warning"
          live="polite"
          title={t('crm.listNotRead')}
          actions={<Retry onPress={retry} isBusy={isBusy} onGone={onGone} />}
        >
          {failed.title}. {failed.text}
        </Notice>
      )}
      {leftOut > 0 && <Notice>{t('crm.contactsLeftOut', { count: leftOut })}</Notice>}
    </div>
  );
}

interface RetryProps {
  onPress: () => void;
  isBusy: boolean;
  onGone: () => void;
}

function Retry({ onPress, isBusy, onGone }: RetryProps) {
  const { t } = useTranslation();
  return (
    <FocusPassedOn onGone={onGone}>
      <Button size="small" onClick={onPress} busy={isBusy}>
        {t('common.retry')}
      </Button>
    </FocusPassedOn>
  );
}
