/** A world in the making: conversations are written down with their times, and get their ids in that order. */
import { portalDate } from '../clock.ts';
import { messagesOf, readBack, setParam } from '../messages.ts';
import { addTask as addTaskTo } from '../tasks.ts';
import type { Chat, Message, Task, World } from '../types.ts';

export interface MessageDraft {
  chatId: number;
  authorId: number;
  typed: string;
  /** ms since 1970 */
  at: number;
  params?: Record<string, unknown>;
  /** sent by REST 3.0, which gives a message no id of the sender's (PB 4.5) */
  byRest?: boolean;
}

export interface WorldDraft {
  world: World;
  /** ms since 1970; what all dates are counted back from */
  now: number;
  messages: MessageDraft[];
  /** how many of a chat's newest messages a member has not read; who is not named has read all */
  unread: Array<{ chatId: number; userId: number; count: number }>;
  /** what has to know the ids of messages; done once they have them */
  later: Array<(made: (draft: MessageDraft) => Message) => void>;
}

const dayMs = 86_400_000;
const seedColor = '#4ba984';

/** `HH:MM` of a day where this machine is: "yesterday" is the reader's, whatever the hour in the portal's zone. */
export function daysAgo(draft: WorldDraft, days: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const midnight = new Date(draft.now).setHours(0, 0, 0, 0);
  return midnight - days * dayMs + (hours * 60 + minutes) * 60_000;
}

export function minutesAgo(draft: WorldDraft, minutes: number): number {
  return draft.now - minutes * 60_000;
}

export function say(
  draft: WorldDraft,
  chatId: number,
  authorId: number,
  at: number,
  typed: string,
  params?: Record<string, unknown>,
): MessageDraft {
  const message: MessageDraft = { chatId, authorId, typed, at, ...(params ? { params } : {}) };
  draft.messages.push(message);
  return message;
}

/** An answer to another message of the same chat, in the portal's own way (PB 4.1, 8). */
export function reply(
  draft: WorldDraft,
  to: MessageDraft,
  authorId: number,
  at: number,
  typed: string,
): MessageDraft {
  const message = say(draft, to.chatId, authorId, at, typed);
  draft.later.push((made) => setParam(made(message), 'REPLY_ID', made(to).id));
  return message;
}

/** Written by an application through REST 3.0, not in the portal's own messenger. */
export function sayByRest(
  draft: WorldDraft,
  chatId: number,
  authorId: number,
  at: number,
  typed: string,
): void {
  draft.messages.push({ chatId, authorId, typed, at, byRest: true });
}

/** Adds a task of two weeks ago and, unless `chatId` is null, its chat with all participants as members. */
export function addTask(
  draft: WorldDraft,
  task: Pick<Task, 'id' | 'title' | 'chatId'> & Partial<Task>,
  chat: Partial<Chat> = {},
): void {
  const createdAt = portalDate(daysAgo(draft, 14, '10:00'));
  addTaskTo(draft.world, { createdAt, ...task }, { color: seedColor, ...chat });
}

export function addChat(
  draft: WorldDraft,
  chat: Pick<Chat, 'id' | 'kind' | 'title' | 'ownerId' | 'memberIds'> & Partial<Chat>,
): void {
  draft.world.chats.set(chat.id, { entityType: '', entityId: '', color: seedColor, lastRead: {}, ...chat });
  messagesOf(draft.world, chat.id);
}

/** Gives the messages their ids in the order of their times, and the members what they have read. */
export function settle(draft: WorldDraft): void {
  const { world } = draft;
  const written = new Map<MessageDraft, Message>();
  for (const message of draft.messages.toSorted((a, b) => a.at - b.at)) {
    const { chatId, authorId, typed, at, params, byRest = false } = message;
    const id = world.nextId.message;
    const whole: Message = {
      id,
      chatId,
      authorId,
      text: readBack(world, authorId, typed),
      typed,
      date: portalDate(at),
      uuid: byRest ? null : uuidOf(world, id, authorId),
      params: params ?? {},
    };
    messagesOf(world, chatId).push(whole);
    written.set(message, whole);
    world.nextId.message += 1;
  }
  const made = (message: MessageDraft): Message => {
    const found = written.get(message);
    if (!found) throw new Error(`No message was made of ${JSON.stringify(message.typed)}`);
    return found;
  };
  for (const finish of draft.later) finish(made);
  for (const chat of world.chats.values()) {
    for (const userId of chat.memberIds) chat.lastRead[userId] = lastReadBy(draft, chat.id, userId);
  }
}

/**
 * The portal's own clients give each message a UUID v4 (PB 4.5); the system and clients behind connectors do not.
 * The same after every reset.
 */
export function uuidOf(world: World, messageId: number, authorId: number): string | null {
  const author = world.users.get(authorId);
  if (!author || author.connectorId !== undefined) return null;
  return `5eed0000-0000-4000-8000-${String(messageId).padStart(12, '0')}`;
}

function lastReadBy(draft: WorldDraft, chatId: number, userId: number): number {
  const count = draft.unread.find((entry) => entry.chatId === chatId && entry.userId === userId)?.count ?? 0;
  return messagesOf(draft.world, chatId).at(-1 - count)?.id ?? 0;
}
