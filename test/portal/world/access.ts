/** Which task or chat a person gets hold of by its id, and where they may write. */
import { mayReadChat, mayReadLine, mayReadTask } from './rights.ts';
import type { Chat, Task, User, World } from './types.ts';

/**
 * Admin, creator, responsible, accomplices and auditors read a task (PB 2.3).
 * undefined = not there or not for this person; only an admin can tell which, since admins read every task.
 */
export function readableTask(world: World, user: User, taskId: number): Task | undefined {
  const task = world.tasks.get(taskId);
  return task && mayReadTask(user, task) ? task : undefined;
}

/** Members, and by the switches others (`mayReadChat`). */
export function readableChat(world: World, user: User, chatId: number): Chat | undefined {
  const chat = world.chats.get(chatId);
  return chat && mayReadChat(world, user, chat) ? chat : undefined;
}

/** An open line chat as `imopenlines.*` opens it: the CRM element is enough (RF 4.2). */
export function readableLine(world: World, user: User, chatId: number): Chat | undefined {
  const chat = world.chats.get(chatId);
  return chat && mayReadLine(world, user, chat) ? chat : undefined;
}

/**
 * Who may write with `im.message.add`. No source says what it takes in a task chat (PB NOT FOUND 9): whoever reads
 * the chat writes in it. `tasks.task.chat.message.send` does not ask this, it asks for the task (PB 2.1). A client's
 * chat takes what its members write.
 */
export function mayWriteChat(world: World, user: User, chat: Chat): boolean {
  if (chat.kind === 'lines') return chat.memberIds.includes(user.id);
  return mayReadChat(world, user, chat);
}
