/** The sessions of a chat as its own messages tell them: who is no member can read those one by one. */
import type { Message } from '../../portal/methods/dialogMessages.ts';

export interface ToldSessions {
  /** Remembers what these messages tell. */
  note: (messages: readonly Message[]) => void;
  /** Remembers a session that was read whole. */
  noteWhole: (sessionId: number, messages: readonly Message[]) => void;
  /** the session a message stands in, as far as told; null: told of none that began so early */
  holding: (messageId: number) => number | null;
  /** the next one that begins below a message */
  after: (messageId: number) => number | null;
  knows: (sessionId: number) => boolean;
  /** Others may have passed meanwhile that nothing has told of: none is the neighbour of the next one any more. */
  forget: () => void;
}

/** Only the notice with which a session begins names it (`Message.session`); nothing else tells of earlier ones. */
export function toldSessions(): ToldSessions {
  /** session id -> its first message, as far as known */
  const begins = new Map<number, number>();
  const note = (sessionId: number, messageId: number) =>
    begins.set(sessionId, Math.min(messageId, begins.get(sessionId) ?? Infinity));
  return {
    note(messages) {
      for (const { id, session } of messages) if (session?.begins) note(session.begins, id);
    },
    noteWhole(sessionId, messages) {
      const [first] = messages;
      if (sessionId > 0 && first) note(sessionId, first.id);
    },
    holding: (messageId) => latest([...begins].filter(([, first]) => first <= messageId)),
    after: (messageId) => earliest([...begins].filter(([, first]) => first > messageId)),
    knows: (sessionId) => begins.has(sessionId),
    forget: () => begins.clear(),
  };
}

type Begun = readonly [sessionId: number, firstMessageId: number];

function latest(sessions: readonly Begun[]): number | null {
  return sessions.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function earliest(sessions: readonly Begun[]): number | null {
  return sessions.toSorted(([, a], [, b]) => a - b)[0]?.[0] ?? null;
}
