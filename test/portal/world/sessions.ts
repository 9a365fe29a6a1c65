/** Open line sessions: which one counts, what belongs to it, and what a client's message makes of it. */
import { messagesOf } from './messages.ts';
import type { Message, Session, World } from './types.ts';

/** The last session of a chat; PB 3 looks at this one only. */
export function lastSession(world: World, chatId: number): Session | undefined {
  return [...world.sessions.values()].findLast((session) => session.chatId === chatId);
}

const answered = 10;
const answeredByOperator = 40;
const waitsForClient = 50;
const closed = 60;

/** PB 3: from answered (10) to before waiting for the client (50). */
export function isActive({ status }: Session): boolean {
  return status >= answered && status < waitsForClient;
}

/** The sessions linked to a CRM element, the one that changed last first (PB 3). */
export function sessionsOf(world: World, { type, id }: { type: string; id: number }): Session[] {
  const linked = [...world.sessions.values()].filter(({ crm }) =>
    crm.some((link) => link.type === type && link.id === id),
  );
  const changed = (session: Session) => messagesOfSession(world, session).at(-1)?.id ?? 0;
  return linked.sort((a, b) => changed(b) - changed(a) || b.id - a.id);
}

/** Ascending by id: from where the session began to where the next one of the same chat did. */
export function messagesOfSession(world: World, session: Session): Message[] {
  const from = session.firstMessageId ?? 0;
  const starts = [...world.sessions.values()]
    .filter(({ chatId, id }) => chatId === session.chatId && id > session.id)
    .map(({ firstMessageId }) => firstMessageId ?? Infinity);
  const to = Math.min(...starts, Infinity);
  return messagesOf(world, session.chatId).filter(({ id }) => id >= from && id < to);
}

/** An answered or waiting session becomes active again (25); after a closed one a new one begins (0). */
export function clientWrote(world: World, session: Session): void {
  if (session.status >= closed) {
    const begun = { status: 0, operatorId: null, firstMessageId: world.nextId.message };
    const id = nextSessionId(world);
    world.sessions.set(id, { ...session, ...begun, id });
  } else if (session.status >= answeredByOperator && session.status <= waitsForClient) {
    session.status = 25;
  }
}

export function nextSessionId(world: World): number {
  return Math.max(0, ...world.sessions.keys()) + 1;
}
