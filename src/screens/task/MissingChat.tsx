/** The task has no chat yet. A message sent now would be lost without a word (PB 2.1), so the chat is made first. */
import { useMutation } from '@tanstack/react-query';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Portal } from '../../portal/connect.ts';
import type { PortalError } from '../../portal/errors.ts';
import { createTaskChat, type Task } from '../../portal/methods/tasks.ts';
import { problemOf } from '../../sending/taskMessage.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ChatIcon } from '../../ui/Icon/icons.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { TaskHeader } from './TaskHeader.tsx';
import styles from './TaskScreen.module.css';

export function MissingChat({ portal, task, onMade }: { portal: Portal; task: Task; onMade: () => void }) {
  const { t } = useTranslation();
  const making = useMutation<number | null, PortalError>({
    mutationFn: () => createTaskChat(portal.restApi, task.id),
    onSuccess: onMade,
  });
  const problem = making.error && problemWords(t, problemOf(making.error));
  return (
    <main className={styles.screen}>
      <TaskHeader task={task} />
      <EmptyState
        icon={<ChatIcon />}
        title={t('task.chatMissingTitle')}
        actions={
          <Button variant="primary" onClick={() => making.mutate()} busy={making.isPending}>
            {t('task.chatMissingStart')}
          </Button>
        }
      >
        {t('task.chatMissingText')}
      </EmptyState>
      {problem && (
        <Notice tone="danger" live="assertive" title={problem.title}>
          {problem.text}
        </Notice>
      )}
    </main>
  );
}
