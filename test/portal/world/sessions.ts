/** Open line sessions: which one counts, and what a client's message makes of it. */
import type { Session, World } from './types.ts';

/** The last session of a chat; PB 3 looks at this one only. */
export function lastSession(world: World, chatId: number): Session | undefined {
  return [...world.sessions.values()].findLast((session) => session.chatId === chatId);
}

const answeredByOperator = 40;
const waitsForClient = 50;
const closed = 60;

/** An answered or waiting session becomes active again (25); after a closed one a new one begins (0). */
export function clientWrote(world: World, session: Session): void {
  if (session.status >= closed) {
    const id = Math.max(...world.sessions.keys()) + 1;
    world.sessions.set(id, { ...session, id, status: 0, operatorId: null });
  } else if (session.status >= answeredByOperator && session.status <= waitsForClient) {
    session.status = 25;
  }
}
