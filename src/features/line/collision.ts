/** Whether somebody else has acted in a client's chat since a draft was begun. Pure. */
import type { Message, Person } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';

/** How things stood when the draft was begun, or when the person last said that they have seen them. */
export interface Begun {
  /** the newest message; 0: there was none */
  messageId: number;
  /** null: nobody's, or not known */
  ownerId: number | null;
  /** null: closed, or not known */
  sessionId: number | null;
  /** owner and session could be read */
  isKnown: boolean;
}

export interface Collision {
  /** a colleague has answered the client, has taken the session over, or somebody has closed it */
  kind: 'answered' | 'taken' | 'closed';
  /** who; null where nobody tells */
  userId: number | null;
  /** ms since 1970; null where nobody tells */
  at: number | null;
}

export interface Scene {
  /** ascending by id */
  messages: readonly Message[];
  people: ReadonlyMap<number, Person>;
  dialog: LineDialog | null;
  /** the reader, and whom they write as: what these write is no news to them */
  own: ReadonlySet<number>;
}

export function begunAt({ messages, dialog }: Pick<Scene, 'messages' | 'dialog'>): Begun {
  return {
    messageId: messages.at(-1)?.id ?? 0,
    ownerId: dialog?.ownerId ?? null,
    sessionId: dialog?.sessionId ?? null,
    isKnown: dialog !== null,
  };
}

/** A closed session says more than an answer before it, and an answer more than who has the session now. */
export function collisionOf(begun: Begun, scene: Scene): Collision | null {
  const { messages, people, dialog, own } = scene;
  if (dialog && begun.sessionId !== null && dialog.sessionId === null) {
    return { kind: 'closed', userId: null, at: null };
  }
  const answer = messages.findLast(
    (message) => message.id > begun.messageId && isByColleague(message, scene),
  );
  if (answer) return { kind: 'answered', userId: answer.authorId, at: Date.parse(answer.date) };
  const ownerId = dialog?.ownerId ?? null;
  const isTaken = ownerId !== null && ownerId !== begun.ownerId && !own.has(ownerId);
  // A bot answers before people do; that it owns the chat is no collision.
  return isTaken && !people.get(ownerId)?.isBot ? { kind: 'taken', userId: ownerId, at: null } : null;
}

/** The newest answer to the client, of the reader or a colleague; null while only the client or a bot has written. */
export function lastAnswerIn(scene: Omit<Scene, 'dialog'>): Message | null {
  return (
    scene.messages.findLast((message) => scene.own.has(message.authorId) || isByColleague(message, scene)) ??
    null
  );
}

function isByColleague({ authorId }: Message, { people, own }: Omit<Scene, 'dialog'>): boolean {
  if (authorId === 0 || own.has(authorId)) return false;
  const author = people.get(authorId);
  return author !== undefined && !author.isClient && !author.isBot;
}
