/**
 * What people do with open line conversations (PB source key M, `imopenlines` `chat.php`, `session.php`, `queue.php`).
 * Who may do it is decided before; what each returns says whether the portal's own operation went through.
 */
import { addSession, isInQueue, openSession, states } from './lineStates.ts';
import * as notices from './lineNotices.ts';
import type { Notice } from './lineNotices.ts';
import { addMessage, messagesOf } from './messages.ts';
import { isColleague } from './rights.ts';
import type { Chat, Line, Session, User, World } from './types.ts';

export function notify(world: World, chat: Chat, { text, params }: Notice): void {
  addMessage(world, { chatId: chat.id, authorId: 0, typed: text, ...(params ? { params } : {}) });
}

/**
 * Takes the conversation: its operator and owner, other operators leave the chat, bots stay. Whoever it was with before
 * is not asked. Not for the owner, nor without an open session – but one is in the chat then all the same.
 */
export function answer(world: World, chat: Chat, user: User, isQuiet = false): boolean {
  if (chat.ownerId === user.id) return false;
  addMember(chat, user.id);
  const session = openSession(world, chat.id);
  if (!session) return false;
  session.operatorId = user.id;
  if (isInQueue(session)) session.status = states.answered;
  keepMembers(world, chat, (member) => member.id === user.id || !isColleague(member));
  chat.ownerId = user.id;
  if (!isQuiet) notify(world, chat, notices.answeredBy(user));
  chat.lastRead[user.id] = messagesOf(world, chat.id).at(-1)?.id ?? 0;
  return true;
}

/** Only a conversation that somebody else owns; nothing happens to others. */
export function intercept(world: World, chat: Chat, user: User): void {
  const before = world.users.get(chat.ownerId);
  if (chat.ownerId <= 0 || !answer(world, chat, user, true)) return;
  notify(world, chat, notices.takenOver(user, before));
}

/** On to the next of the queue. Alone there, or where everybody is in the queue at once, it stays. */
export function skip(world: World, chat: Chat, user: User): boolean {
  const session = openSession(world, chat.id);
  if (!session) {
    removeMember(chat, user.id);
    return false;
  }
  notify(world, chat, notices.skippedBy(user));
  const line = lineOf(world, session);
  const next = line?.queueType === 'evenly' ? nextInQueue(world, line, session.operatorId) : null;
  if (next === null) {
    notify(world, chat, notices.nobodyElse);
    return false;
  }
  if (session.operatorId !== null) removeMember(chat, session.operatorId);
  toQueue(chat, session, next);
  return true;
}

/** @param to a colleague */
export function transferToUser(world: World, chat: Chat, from: User, to: User): void {
  const session = openSession(world, chat.id) ?? beginSession(world, chat, states.new, null);
  if (!session) return;
  keepMembers(world, chat, (member) => !isColleague(member));
  chat.ownerId = 0;
  notify(world, chat, notices.passedTo(from, to));
  answer(world, chat, to, true);
}

/** Back into a queue, where nobody has answered it. */
export function transferToLine(world: World, chat: Chat, from: User, line: Line): void {
  const session = openSession(world, chat.id) ?? beginSession(world, chat, states.new, null);
  if (!session) return;
  const isSame = session.lineId === line.id;
  session.lineId = line.id;
  keepMembers(world, chat, ({ connectorId }) => connectorId !== undefined);
  toQueue(chat, session, line.queueType === 'evenly' ? nextInQueue(world, line, null) : null);
  notify(world, chat, isSame ? notices.skippedBy(from) : notices.passedToLine(from, line.name));
}

export type Refusal = 'NOT_LOAD_SESSION_OR_CHAT' | 'ERROR_USER_NOT_OPERATOR';

/**
 * Closes the session, at once or (`fullCloseMinutes` of its line) at the second time, until when it waits for the
 * client. @param anothers also when it is not one's own. @returns null when it went through
 */
export function finish(world: World, chat: Chat, user: User, anothers: boolean): Refusal | null {
  const session = openSession(world, chat.id);
  if (!session) return 'NOT_LOAD_SESSION_OR_CHAT';
  if (!anothers && session.operatorId !== user.id) return 'ERROR_USER_NOT_OPERATOR';
  if (chat.ownerId <= 0) answer(world, chat, user);
  else if (session.operatorId !== user.id) notify(world, chat, notices.closedByAnother(user));
  const isWaiting = session.status === states.waitsForClient;
  if (!isWaiting && (lineOf(world, session)?.fullCloseMinutes ?? 0) > 0) {
    session.status = states.waitsForClient;
    notify(world, chat, notices.thanks);
    return null;
  }
  close(world, chat, session, states.closed);
  notify(world, chat, isWaiting ? notices.closedAtLast(session) : notices.closedBy(user));
  return null;
}

/** Says so and closes; nothing without an open session. */
export function markSpam(world: World, chat: Chat, user: User): void {
  const session = openSession(world, chat.id);
  if (!session) return;
  notify(world, chat, notices.spamSaid(user));
  close(world, chat, session, states.spam);
  notify(world, chat, notices.closedAtLast(session));
}

export function join(world: World, chat: Chat, user: User): void {
  if (!addMember(chat, user.id)) return;
  notify(world, chat, notices.joined(user));
}

/** A new session of one's own, unless one is open: that one is joined. */
export function start(world: World, chat: Chat, user: User): void {
  if (openSession(world, chat.id)) {
    join(world, chat, user);
    return;
  }
  if (!beginSession(world, chat, states.answered, user.id)) return;
  addMember(chat, user.id);
  chat.ownerId = user.id;
}

/** Who writes into a closed conversation as a member begins a session of one's own (PB source key M, `connector.php`). */
export function beginByWriting(world: World, chat: Chat, userId: number): void {
  if (openSession(world, chat.id)) return;
  if (beginSession(world, chat, states.answered, userId)) chat.ownerId = userId;
}

/** Closes the open session and begins one of one's own with a copy of a message of the same chat. */
export function startByMessage(world: World, chat: Chat, user: User, messageId: number): void {
  const message = messagesOf(world, chat.id).find(({ id }) => id === messageId);
  if (!message) return;
  const before = openSession(world, chat.id);
  if (before) {
    notify(world, chat, notices.closedForNew(user));
    before.status = states.closed;
  }
  if (!beginSession(world, chat, states.answered, user.id)) return;
  answer(world, chat, user, true);
  const { authorId, text, params } = message;
  const copy = addMessage(world, { chatId: chat.id, authorId: 0, typed: text, params: { ...params } });
  copy.authorId = authorId;
}

/** The operator's own conversations only. */
export function pin(world: World, chat: Chat, user: User, isPinned: boolean): boolean {
  const session = openSession(world, chat.id);
  if ((session?.isPinned ?? false) === isPinned) return true;
  if (session?.operatorId !== user.id) return false;
  session.isPinned = isPinned;
  notify(world, chat, isPinned ? notices.pinned : notices.unpinned);
  return true;
}

function beginSession(
  world: World,
  chat: Chat,
  status: number,
  operatorId: number | null,
): Session | undefined {
  const previous = [...world.sessions.values()].findLast(({ chatId }) => chatId === chat.id);
  if (!previous) return undefined;
  const session = addSession(world, previous, { status, operatorId });
  notify(world, chat, notices.sessionStarted(session));
  return session;
}

/** Everybody but the client leaves the chat, and nobody owns it any more. */
function close(world: World, chat: Chat, session: Session, status: number): void {
  session.status = status;
  delete session.isPinned;
  keepMembers(world, chat, ({ connectorId }) => connectorId !== undefined);
  chat.ownerId = 0;
}

/** It is somebody's turn, or everybody's; who takes it has to answer it. */
function toQueue(chat: Chat, session: Session, operatorId: number | null): void {
  session.status = states.skipped;
  session.operatorId = operatorId;
  chat.ownerId = 0;
}

function nextInQueue(world: World, { queue }: Line, currentId: number | null): number | null {
  const after = currentId === null ? 0 : queue.indexOf(currentId) + 1;
  const order = [...queue.slice(after), ...queue.slice(0, after)];
  return (
    order.find((id) => {
      const user = world.users.get(id);
      return id !== currentId && user !== undefined && isColleague(user);
    }) ?? null
  );
}

export function lineOf(world: World, session: Session): Line | undefined {
  return world.lines.find(({ id }) => id === session.lineId);
}

/** false = was there already */
export function addMember(chat: Chat, userId: number): boolean {
  if (chat.memberIds.includes(userId)) return false;
  chat.memberIds.push(userId);
  return true;
}

export function removeMember(chat: Chat, userId: number): boolean {
  if (!chat.memberIds.includes(userId)) return false;
  chat.memberIds = chat.memberIds.filter((id) => id !== userId);
  return true;
}

function keepMembers(world: World, chat: Chat, stays: (member: User) => boolean): void {
  chat.memberIds = chat.memberIds.filter((id) => {
    const member = world.users.get(id);
    return member !== undefined && stays(member);
  });
}
