/**
 * What people do with open line conversations (PB source key M, `imopenlines` `chat.php`, `session.php`, `queue.php`).
 * Who may do it is decided before; what each returns says whether the portal's own operation went through.
 */
import { addMember, beginSession, keepMembers, lineOf, notify } from './lineChat.ts';
import * as notices from './lineNotices.ts';
import { isInQueue, openSession, states } from './lineStates.ts';
import { addMessage, messagesOf } from './messages.ts';
import { isColleague } from './rights.ts';
import type { Chat, Session, User, World } from './types.ts';

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
  // Made as the system's: it goes to no channel a second time.
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

/** Everybody but the client leaves the chat, and nobody owns it any more. */
function close(world: World, chat: Chat, session: Session, status: number): void {
  session.status = status;
  delete session.isPinned;
  keepMembers(world, chat, ({ connectorId }) => connectorId !== undefined);
  chat.ownerId = 0;
}
