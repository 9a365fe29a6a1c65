/** What a person should know about this chat right now; most of the time nothing. */
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import { problemOf } from '../../sending/taskMessage.ts';
import { Notice } from '../../ui/Notice/Notice.tsx';

interface ChatNoticesProps {
  isOnline: boolean;
  /** why the last reading failed */
  error: PortalError | null;
  /** false: what is typed does not outlive the window */
  isLasting: boolean;
  /** a message makes this person an observer of the task */
  willJoin: boolean;
}

export function ChatNotices({ isOnline, error, isLasting, willJoin }: ChatNoticesProps) {
  const { t } = useTranslation();
  const problem = error && problemWords(t, problemOf(error));
  return (
    <>
      {!isOnline && (
        <Notice tone="warning" live="polite" title={t('errors.offlineTitle')}>
          {t('errors.offlineText')}
        </Notice>
      )}
      {isOnline && problem && (
        <Notice tone={error.kind === 'limit' ? 'info' : 'warning'} live="polite" title={problem.title}>
          {problem.text}
        </Notice>
      )}
      {!isLasting && <Notice tone="warning">{t('conversation.draftNotKept')}</Notice>}
      {willJoin && <Notice tone="info">{t('task.observerNotice')}</Notice>}
    </>
  );
}
