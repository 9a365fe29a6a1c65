/** How what is written in a task's chat becomes a send. */
import type { Read } from '../../delivery/policy.ts';
import type { Portal } from '../../portal/connect.ts';
import { useDesk, type Desk } from '../../sending/useDesk.ts';

interface TaskDeskOptions {
  portal: Portal;
  userId: number;
  taskId: number;
  chatId: number;
  /** the lane as well: `chat58` */
  dialogId: string;
  read: Read;
}

/**
 * A text goes by the task's own method, which makes its writer an observer where need be; an answer and a file go to
 * the chat itself, because that method takes neither.
 */
export function useTaskDesk({ portal, userId, taskId, chatId, dialogId, read }: TaskDeskOptions): Desk {
  const resultOf = (asResult: boolean | undefined) => (asResult ? { asResult: taskId } : {});
  return useDesk({
    owner: { portal, userId },
    lane: dialogId,
    compose: (text, { asResult, replyTo }) =>
      replyTo === undefined
        ? { kind: 'taskText', text, target: { taskId, chatId, ...resultOf(asResult) } }
        : { kind: 'dialogMessage', text, target: { dialogId, taskId, replyTo, ...resultOf(asResult) } },
    composeFile: (file, text, { asResult }) => ({
      kind: 'file',
      text,
      target: { dialogId, taskId, ...file, ...resultOf(asResult) },
    }),
    read,
  });
}
