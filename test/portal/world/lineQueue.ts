/** Passing open line conversations on: to the next of the queue, to a colleague, to another queue (PB source key M). */
import { answer } from './lineActions.ts';
import { beginSession, keepMembers, lineOf, notify, removeMember } from './lineChat.ts';
import * as notices from './lineNotices.ts';
import { openSession, states } from './lineStates.ts';
import { isColleague } from './rights.ts';
import type { Chat, Line, Session, User, World } from './types.ts';

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
