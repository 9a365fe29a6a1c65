/** For a reader who has no part in the task: what writing does, and the way in without writing. */
import { useMutation } from '@tanstack/react-query';
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import { startWatch } from '../../portal/methods/tasks.ts';
import type { Rest } from '../../portal/rest.ts';
import { problemOf } from '../../sending/problem.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';

interface JoinNoticeProps {
  rest: Rest;
  taskId: number;
  /** The button is gone then, and the keyboard with it. */
  onJoined: () => void;
}

export function JoinNotice({ rest, taskId, onJoined }: JoinNoticeProps) {
  const { t } = useTranslation();
  const joining = useMutation<void, PortalError>({
    mutationFn: () => startWatch(rest, taskId),
    onSuccess: onJoined,
  });
  const problem = joining.error && problemWords(t, problemOf(joining.error));
  return (
    <Notice
      tone="info"
      actions={
        <Button size="small" busy={joining.isPending} onClick={() => joining.mutate()}>
          {t('task.join')}
        </Button>
      }
    >
      {t('task.observerNotice')}
      <output>
        {problem && (
          <>
            {' '}
            <strong>{t('task.joinFailed', { reason: problem.title })}</strong> {problem.text}{' '}
            <PortalWords quote={problem.quote} />
          </>
        )}
      </output>
    </Notice>
  );
}
