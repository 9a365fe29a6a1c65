/** What all that happens to an open line chat is made of: notices, members, the next session. */
import { addSession, lastSession } from './lineStates.ts';
import { sessionStarted, type Notice } from './lineNotices.ts';
import { addMessage } from './messages.ts';
import type { Chat, Line, Session, User, World } from './types.ts';

export function notify(world: World, chat: Chat, { text, params }: Notice): void {
  addMessage(world, { chatId: chat.id, authorId: 0, typed: text, ...(params ? { params } : {}) });
}

/** undefined for a chat that never had a session */
export function beginSession(
  world: World,
  chat: Chat,
  status: number,
  operatorId: number | null,
): Session | undefined {
  const previous = lastSession(world, chat.id);
  if (!previous) return undefined;
  const session = addSession(world, previous, { status, operatorId });
  notify(world, chat, sessionStarted(session));
  return session;
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

export function keepMembers(world: World, chat: Chat, stays: (member: User) => boolean): void {
  chat.memberIds = chat.memberIds.filter((id) => {
    const member = world.users.get(id);
    return member !== undefined && stays(member);
  });
}
