/** Chats that come into being while the portal runs. */
import { fullName } from './messages.ts';
import { taskParticipants } from './rights.ts';
import type { Chat, Task, World } from './types.ts';

/** The chat of a task that has none yet (PB 2.3). */
export function createTaskChat(world: World, task: Task): Chat {
  const chat = addChat(world, {
    kind: 'task',
    title: task.title,
    entityType: 'TASKS_TASK',
    entityId: String(task.id),
    ownerId: task.creatorId,
    memberIds: taskParticipants(task),
  });
  task.chatId = chat.id;
  return chat;
}

/** The chat of two people, or of one with themselves; made when they have none. */
export function privateChat(world: World, userId: number, otherId: number): Chat {
  const memberIds = [...new Set([userId, otherId])];
  for (const chat of world.chats.values()) {
    if (chat.kind !== 'private' || chat.memberIds.length !== memberIds.length) continue;
    if (memberIds.every((id) => chat.memberIds.includes(id))) return chat;
  }
  const names = memberIds.map((id) => fullName(world.users.get(id) ?? { firstName: '', lastName: '' }));
  return addChat(world, {
    kind: 'private',
    title: names.join(' - '),
    entityType: '',
    entityId: '',
    ownerId: userId,
    memberIds,
  });
}

function addChat(world: World, chat: Omit<Chat, 'id' | 'color' | 'lastRead'>): Chat {
  const whole: Chat = { id: world.nextId.chat, color: '#3e99ce', lastRead: {}, ...chat };
  world.nextId.chat += 1;
  world.chats.set(whole.id, whole);
  return whole;
}
