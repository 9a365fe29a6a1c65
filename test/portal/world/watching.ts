/** Observers (auditors) of tasks, who come and go. */
import { taskParticipants } from './rights.ts';
import type { Task, World } from './types.ts';

/**
 * Makes a person an auditor of a task and a member of its chat. Who audits it already stays as they are, also outside
 * the chat (PB source key M, `WatchTaskHandler.php`); who has another part in it gets this one too.
 */
export function startWatching(world: World, task: Task, userId: number): void {
  if (task.auditorIds.includes(userId)) return;
  task.auditorIds.push(userId);
  const chat = world.chats.get(task.chatId ?? 0);
  if (chat && !chat.memberIds.includes(userId)) chat.memberIds.push(userId);
}

/** An auditor no more, and out of the chat without another part in the task. */
export function stopWatching(world: World, task: Task, userId: number): void {
  if (!task.auditorIds.includes(userId)) return;
  task.auditorIds = task.auditorIds.filter((id) => id !== userId);
  const chat = world.chats.get(task.chatId ?? 0);
  if (!chat || taskParticipants(task).includes(userId)) return;
  chat.memberIds = chat.memberIds.filter((id) => id !== userId);
}
