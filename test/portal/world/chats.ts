/** Chats that come into being while the portal runs. */
import { fullName } from './messages.ts';
import { taskParticipants } from './rights.ts';
import { nextSessionId } from './lineStates.ts';
import type { Chat, Session, Task, World } from './types.ts';

/**
 * The chat of a task that has none yet (PB 2.3); all participants are its members.
 * @param special what is otherwise: an id of one's own, other members
 */
export function createTaskChat(world: World, task: Task, special: Partial<Chat> = {}): Chat {
  const chat = addChat(world, {
    kind: 'task',
    title: task.title,
    entityType: 'TASKS_TASK',
    entityId: String(task.id),
    ownerId: task.creatorId,
    memberIds: taskParticipants(task),
    ...special,
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

export interface NewLineChat {
  /** the elements the chat is linked to; the first is the one in `entity_data_1` (RF 4.2) */
  crm: Session['crm'];
  /** left out: Clara Weiss, of Telegram */
  clientUserId?: number;
  connectorId?: string;
  /** null = nobody has taken the chat; left out: Anna Keller */
  operatorId?: number | null;
  /** 0 new, 5 skipped, 10 to 49 active, 50 waits for the client, 60 and more closed; left out: 40 */
  status?: number;
}

/**
 * An open line chat and its session, linked to CRM elements; for tests and measurements:
 * `createLineChat(world, { crm: [{ type: 'deal', id: 7 }] })`.
 */
export function createLineChat(
  world: World,
  { crm, clientUserId = 21, connectorId = 'telegrambot', operatorId = 1, status = 40 }: NewLineChat,
): { chat: Chat; session: Session } {
  const client = world.users.get(clientUserId);
  const chat = addChat(world, {
    kind: 'lines',
    title: `${client ? fullName(client) : 'Guest'} - Support`,
    entityType: 'LINES',
    entityId: `${connectorId}|1|${world.nextId.chat}00|${clientUserId}`,
    ownerId: operatorId ?? 0,
    memberIds: [clientUserId, ...(operatorId === null ? [] : [operatorId])],
  });
  const id = nextSessionId(world);
  const session: Session = {
    id,
    chatId: chat.id,
    connectorId,
    lineId: 1,
    operatorId,
    clientUserId,
    status,
    crm: structuredClone(crm),
  };
  world.sessions.set(id, session);
  return { chat, session };
}

function addChat(
  world: World,
  chat: Omit<Chat, 'id' | 'color' | 'lastRead'> & Partial<Pick<Chat, 'id' | 'color' | 'lastRead'>>,
): Chat {
  const whole: Chat = { id: world.nextId.chat, color: '#3e99ce', lastRead: {}, ...chat };
  if (whole.id === world.nextId.chat) world.nextId.chat += 1;
  world.chats.set(whole.id, whole);
  return whole;
}
