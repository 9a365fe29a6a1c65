/** The first paint of the task screen in one POST: who is signed in, the task, its newest messages. */
import type { FirstReading } from '../../conversation/useTimeline.ts';
import { isDenied } from '../../portal/errors.ts';
import { readMessages } from '../../portal/methods/dialogMessages.ts';
import { dialogOfChat, messagesCommand } from '../../portal/methods/dialogs.ts';
import { readTask, taskCommand, type Task } from '../../portal/methods/tasks.ts';
import { profileCommand, readProfile, type CurrentUser } from '../../portal/methods/users.ts';
import type { Rest } from '../../portal/rest.ts';

export interface TaskCard {
  user: CurrentUser;
  /** null: no such task, or not for this person; the portal does not say which */
  task: Task | null;
  /** null: the task has no chat yet, or this person may not read it */
  reading: FirstReading | null;
}

/** @throws PortalError */
export async function openTaskCard(rest: Rest, taskId: number): Promise<TaskCard> {
  const began = Date.now();
  const answer = await rest.batch({
    user: profileCommand,
    task: taskCommand(taskId),
    messages: messagesCommand(dialogOfChat('$result[task][task][chatId]')),
  });
  const user = readProfile(answer('user'));
  const task = readTask(answer('task'));
  return { user, task, reading: task?.chatId ? readingIn(answer, began) : null };
}

function readingIn(answer: (name: string) => unknown, began: number): FirstReading | null {
  try {
    return { page: readMessages(answer('messages')), began };
  } catch (failure) {
    if (isDenied(failure)) return null;
    throw failure;
  }
}
