/** The task has no chat yet. A message sent now would be lost without a word (PB 2.1), so the chat is made first. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from '../../i18n/context.tsx';
import type { Portal } from '../../portal/connect.ts';
import type { PortalError } from '../../portal/errors.ts';
import { createTaskChat, type Task } from '../../portal/methods/tasks.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ChatIcon } from '../../ui/Icon/icons.tsx';
import { Screen, ScreenRest } from '../../ui/Screen/Screen.tsx';
import { ProblemNotice } from '../../conversation/ProblemNotice.tsx';
import { TaskHeader } from './TaskHeader.tsx';

interface MissingChatProps {
  portal: Portal;
  task: Task;
  onMade: () => void;
  /** why the card could not be read again */
  error: PortalError | null;
}

export function MissingChat({ portal, task, onMade, error }: MissingChatProps) {
  const { t } = useTranslation();
  const making = useMutation<number | null, PortalError>({
    mutationFn: () => createTaskChat(portal.restApi, task.id),
    onSuccess: onMade,
  });
  const problem = making.error ?? error;
  return (
    <Screen>
      <TaskHeader task={task} />
      {problem && <ProblemNotice error={problem} />}
      <ScreenRest>
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
      </ScreenRest>
    </Screen>
  );
}
