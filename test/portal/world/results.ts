/** Results of tasks. */
import { portalDate } from './clock.ts';
import { addMessage, fullName } from './messages.ts';
import type { TaskResult, User, World } from './types.ts';

export type NewResult = Pick<TaskResult, 'taskId' | 'text'> &
  Partial<Pick<TaskResult, 'messageId' | 'fileIds'>>;

/** Adds a result whose author is the caller, whoever wrote the message it is made from (PB 2.2). */
export function addResult(world: World, author: User, result: NewResult): TaskResult {
  const whole: TaskResult = {
    id: world.nextId.result,
    messageId: null,
    fileIds: [],
    ...result,
    authorId: author.id,
    createdAt: portalDate(),
    // RF 2.5: null until it is changed.
    updatedAt: null,
    status: 'open',
  };
  world.nextId.result += 1;
  world.results.set(whole.id, whole);
  notify(world, author, whole.taskId, 'added a task result');
  return whole;
}

export function changeResult(world: World, author: User, result: TaskResult, text: string): void {
  result.text = text;
  result.updatedAt = portalDate();
  notify(world, author, result.taskId, 'changed a task result');
}

export function removeResult(world: World, user: User, result: TaskResult): void {
  world.results.delete(result.id);
  notify(world, user, result.taskId, 'deleted a task result');
}

/**
 * A notice of the system in the chat of the task (PB 2.2 for those from messages, PB source key M `ResultService.php`
 * for the others). The words are in no source (PB NOT FOUND 7).
 */
function notify(world: World, user: User, taskId: number, did: string): void {
  const chatId = world.tasks.get(taskId)?.chatId ?? null;
  if (chatId === null) return;
  const typed = `[USER=${user.id} REPLACE]${fullName(user)}[/USER] ${did}`;
  addMessage(world, { chatId, authorId: 0, typed });
}
