/** In the place of a conversation that is not read so far, or cannot be. */
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { FocusPassedOn } from '../../conversation/FocusPassedOn.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import { problemOf } from '../../sending/problem.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { LockIcon } from '../../ui/Icon/icons.tsx';
import { Skeleton } from '../../ui/Skeleton/Skeleton.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import styles from './LineChat.module.css';

interface UnreadLineProps {
  /** why it could not be read; null: it is being read */
  error: PortalError | null;
  retry: () => void;
  isBusy: boolean;
  /** it had the focus, and has gone: the conversation is there */
  onGone: () => void;
}

export function UnreadLine({ error, retry, isBusy, onGone }: UnreadLineProps) {
  const { t } = useTranslation();
  if (!error) {
    return (
      <div className={styles.unread}>
        <VisuallyHidden>
          <output>{t('crm.openingChat')}</output>
        </VisuallyHidden>
        <Skeleton width="14rem" height="2.4rem" />
        <Skeleton width="20rem" height="2.4rem" />
        <Skeleton width="10rem" height="2.4rem" />
      </div>
    );
  }
  const isDenied = error.kind === 'denied';
  const { title, text, quote } = problemWords(t, problemOf(error));
  return (
    <FocusPassedOn as="div" className={styles.passing} onGone={onGone}>
      <EmptyState
        icon={<LockIcon />}
        title={isDenied ? t('crm.notReadableTitle') : title}
        live="polite"
        actions={
          <Button onClick={retry} busy={isBusy}>
            {t('common.retry')}
          </Button>
        }
      >
        {isDenied ? t('crm.notReadableText') : text} <PortalWords quote={quote} />
      </EmptyState>
    </FocusPassedOn>
  );
}
