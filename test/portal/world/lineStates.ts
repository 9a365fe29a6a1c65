/** States of open line sessions (PB source key M, `imopenlines` `session.php`), and which session of a chat counts. */
import type { Session, World } from './types.ts';

export const states = {
  new: 0,
  skipped: 5,
  answered: 10,
  client: 20,
  clientAfterOperator: 25,
  operator: 40,
  waitsForClient: 50,
  closed: 60,
  spam: 65,
} as const;

/** PB 3: from answered (10) to before waiting for the client (50). */
export function isActive({ status }: Session): boolean {
  return status >= states.answered && status < states.waitsForClient;
}

/** Nobody has answered it yet. */
export function isInQueue({ status }: Session): boolean {
  return status < states.answered;
}

/** The last session of a chat; PB 3 looks at this one only. */
export function lastSession(world: World, chatId: number): Session | undefined {
  return [...world.sessions.values()].findLast((session) => session.chatId === chatId);
}

/** The one that is not closed. */
export function openSession(world: World, chatId: number): Session | undefined {
  const session = lastSession(world, chatId);
  return session && session.status < states.closed ? session : undefined;
}

export function nextSessionId(world: World): number {
  return Math.max(0, ...world.sessions.keys()) + 1;
}

/** The next session of a chat, which begins with the next message. */
export function addSession(
  world: World,
  previous: Session,
  begun: Pick<Session, 'status' | 'operatorId'>,
): Session {
  const { isPinned: _before, ...kept } = previous;
  const id = nextSessionId(world);
  const session: Session = { ...kept, ...begun, id, firstMessageId: world.nextId.message };
  world.sessions.set(id, session);
  return session;
}
