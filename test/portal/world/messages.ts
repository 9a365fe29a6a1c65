/** The one place where messages come into being: REST, the control contract and clients all write through it. */
import { asReadBack } from '../text/incoming.ts';
import { portalDate } from './clock.ts';
import { staffWrote } from './lineWriting.ts';
import { taskOfChat, taskParticipants } from './rights.ts';
import type { Message, World } from './types.ts';

export interface NewMessage {
  chatId: number;
  /** 0 = system: its text is kept as it is */
  authorId: number;
  /** as received; stored beside what is read back (PB 4.5) */
  typed: string;
  /** what is read back instead, where the portal adds words of its own */
  text?: string;
  /** set at once; for `TEMPLATE_ID` it is written to the message only after the answer (PB 4.1) */
  uuid?: string;
  /** UPPER-case keys */
  params?: Record<string, unknown>;
}

/**
 * Writes a message now. Its author has read it; in a task chat an author who is not in the task becomes its
 * auditor and a member of the chat (PB 4.5). In an open line chat it goes to the client, if no client wrote it.
 * @throws Error when there is no such chat: callers check first
 */
export function addMessage(
  world: World,
  { chatId, authorId, typed, text, uuid, params }: NewMessage,
): Message {
  const chat = world.chats.get(chatId);
  if (!chat) throw new Error(`No chat ${chatId}`);
  const message: Message = {
    id: world.nextId.message,
    chatId,
    authorId,
    text: text ?? readBack(world, authorId, typed),
    typed,
    date: portalDate(),
    uuid: uuid ?? null,
    params: params ?? {},
  };
  world.nextId.message += 1;
  messagesOf(world, chatId).push(message);
  if (authorId > 0) {
    chat.lastRead[authorId] = message.id;
    joinTask(world, chatId, authorId);
    const isClient = world.users.get(authorId)?.connectorId !== undefined;
    if (chat.kind === 'lines' && !isClient) staffWrote(world, chat, message, addMessage);
  }
  return message;
}

/** The messages of a chat, ascending by id; the list itself, so that it can be added to. */
export function messagesOf(world: World, chatId: number): Message[] {
  const known = world.messages.get(chatId);
  if (known) return known;
  const empty: Message[] = [];
  world.messages.set(chatId, empty);
  return empty;
}

/** A message by its id, in whichever chat it is. */
export function findMessage(world: World, messageId: number): Message | undefined {
  for (const messages of world.messages.values()) {
    // Ids grow with time, so most chats are passed over at a glance; what is asked for is mostly new.
    if ((messages.at(-1)?.id ?? 0) < messageId) continue;
    const found = messages.findLast(({ id }) => id <= messageId);
    if (found?.id === messageId) return found;
  }
  return undefined;
}

/** A new text, rewritten on its way like any (PB 4.5). */
export function changeText(world: World, message: Message, typed: string): void {
  message.typed = typed;
  message.text = readBack(world, message.authorId, typed);
  setParam(message, 'IS_EDITED', 'Y');
}

/** @param key UPPER case @param value undefined takes it away */
export function setParam(message: Message, key: string, value: unknown): void {
  const { [key]: _before, ...others } = message.params;
  message.params = value === undefined ? others : { ...others, [key]: value };
}

/** What a typed text is when it is read (PB 4.5); the portal's own notices are not rewritten. */
export function readBack(world: World, authorId: number, typed: string): string {
  if (authorId === 0) return typed;
  return asReadBack(typed, {
    nameOf: (userId) => {
      const user = world.users.get(userId);
      return user && fullName(user);
    },
  });
}

/** First and last name as the portal shows them. */
export function fullName(user: { firstName: string; lastName: string }): string {
  return `${user.firstName} ${user.lastName}`.trim();
}

/** Who is not in the chat's task becomes its auditor and a member of the chat; nothing in other chats (PB 4.5). */
export function joinTask(world: World, chatId: number, userId: number): void {
  const chat = world.chats.get(chatId);
  const task = chat && taskOfChat(world, chat);
  if (!chat || !task) return;
  if (!taskParticipants(task).includes(userId)) task.auditorIds.push(userId);
  if (!chat.memberIds.includes(userId)) chat.memberIds.push(userId);
}
