/** Open line sessions of a CRM element, and what belongs to a session. */
import { messagesOf } from './messages.ts';
import type { Message, Session, World } from './types.ts';

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
