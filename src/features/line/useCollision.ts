/** Collision care: what others did in a client's chat while the person was writing. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Message, Person } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import { begunAt, collisionOf, lastAnswerIn, type Begun, type Collision } from './collision.ts';
import { keepBegun, keptBegun } from './keptBegun.ts';

interface CollisionOptions {
  /** up to the newest message, ascending */
  messages: readonly Message[];
  /** false: they have not been read so far */
  isRead: boolean;
  /** names the draft: when it was begun is kept under it */
  keptAs: string;
  people: ReadonlyMap<number, Person>;
  dialog: LineDialog | null;
  draft: string;
  currentUserId: number;
  /** whom the person writes as; left out: themselves */
  asUserId?: number | undefined;
}

export interface Warning {
  kind: Collision['kind'];
  /** who; null: not known */
  name: string | null;
  /** ms since 1970; null: not known */
  at: number | null;
}

export interface CollisionCare {
  /** not there while nothing is written, or nothing has happened since */
  warning: Warning | null;
  /** who answered last, whoever it was; null: nobody did */
  lastAnswer: { name: string | null; at: number; isOwn: boolean } | null;
  /** The person has read what happened: it is no news any more. */
  seen: () => void;
}

export function useCollision(options: CollisionOptions): CollisionCare {
  const { messages, isRead, keptAs, people, dialog, draft, currentUserId } = options;
  const { asUserId = currentUserId } = options;
  const [begun, setBegun] = useState<Begun | null>(null);
  const isWriting = draft.trim() !== '';
  if (!isWriting && begun !== null) setBegun(null);
  if (isWriting && begun === null && isRead) setBegun(keptBegun(keptAs) ?? begunAt({ messages, dialog }));
  // What was not known when the draft was begun is no news when it comes, nor is what the person began themselves.
  if (begun && dialog && begun.sessionId === null && dialog.sessionId !== null) {
    const isOwn = dialog.ownerId === currentUserId || dialog.ownerId === asUserId;
    if (!begun.isKnown || isOwn) setBegun({ ...begunAt({ messages, dialog }), messageId: begun.messageId });
  }
  const wasWriting = useRef(false);
  useEffect(() => {
    // At first nothing is written, because the draft is still being read.
    if (begun || (wasWriting.current && !isWriting)) keepBegun(keptAs, begun);
    wasWriting.current = isWriting;
  }, [keptAs, begun, isWriting]);

  return useMemo(() => {
    const scene = { messages, people, dialog, own: new Set([currentUserId, asUserId]) };
    const found = begun && collisionOf(begun, scene);
    const last = lastAnswerIn(scene);
    const nameOf = (id: number | null) => (id === null ? null : people.get(id)?.name.trim() || null);
    return {
      warning: found && { kind: found.kind, at: found.at, name: nameOf(found.userId) },
      lastAnswer: last && {
        name: nameOf(last.authorId),
        at: Date.parse(last.date),
        isOwn: last.authorId === currentUserId,
      },
      seen: () => setBegun(begunAt({ messages, dialog })),
    };
  }, [messages, people, dialog, begun, currentUserId, asUserId]);
}
