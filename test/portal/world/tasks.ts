/** Makes tasks, with their chats: for the seed, for tests and for benchmarks. */
import { createTaskChat } from './chats.ts';
import { portalDate } from './clock.ts';
import { messagesOf } from './messages.ts';
import type { Chat, Task, World } from './types.ts';

/**
 * Adds a task with its chat, of which all participants are members. What is left out: the next free ids, creator 1,
 * responsible 2, nobody else, in progress, made now.
 * @param task `chatId: null` for a task whose chat is yet to be made (PB 2.3)
 * @param chat where the chat is special
 */
export function addTask(
  world: World,
  task: Pick<Task, 'title'> & Partial<Task>,
  chat: Partial<Chat> = {},
): Task {
  const whole: Task = {
    id: world.nextId.task,
    description: '',
    status: 'in_progress',
    deadline: null,
    creatorId: 1,
    responsibleId: 2,
    accompliceIds: [],
    auditorIds: [],
    crmItemIds: [],
    chatId: null,
    createdAt: portalDate(),
    ...task,
  };
  if (whole.id === world.nextId.task) world.nextId.task += 1;
  world.tasks.set(whole.id, whole);
  if (task.chatId === null) return whole;
  const { chatId: id } = task;
  messagesOf(world, createTaskChat(world, whole, { ...(id === undefined ? {} : { id }), ...chat }).id);
  return whole;
}
