/** How a conversation with a client stands, as far as it can be read (RF 4.2). Pure. */
import type { Person } from '../../portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';

export interface Situation {
  /**
   * - `unknown`: it cannot be read, or has not been read so far
   * - `closed`: no session is open
   * - `nobody`: an open session that nobody has taken: new, or passed on
   * - `bot`: only a bot has answered
   * - `own`, `colleagues`: who owns it
   */
  standing: 'unknown' | 'closed' | 'nobody' | 'bot' | 'own' | 'colleagues';
  /** null: nobody */
  ownerId: number | null;
  /** finished, and open still for what the client may say to it (state 50) */
  isEnding: boolean;
  /** a reply is possible now */
  isActive: boolean;
}

export interface Known {
  /** among the chats of an element that take replies now: states 10 to 49 (PB 3) */
  isActive: boolean;
  currentUserId: number;
  people: ReadonlyMap<number, Person>;
  /** whose it is, told by something else than the dialog; null: nobody's, or not told */
  toldOwnerId?: number | null | undefined;
}

export function situationOf(dialog: LineDialog | null, known: Known): Situation {
  const { isActive, currentUserId, people, toldOwnerId = null } = known;
  if (dialog === null) {
    const standing = toldOwnerId === null ? 'unknown' : toldOwnerId === currentUserId ? 'own' : 'colleagues';
    return { standing, ownerId: toldOwnerId, isEnding: false, isActive };
  }
  const { ownerId, sessionId, isWaiting: isEnding } = dialog;
  // An active chat is open, whatever else was told or left out.
  if (sessionId === null && !isActive)
    return { standing: 'closed', ownerId: null, isEnding: false, isActive };
  if (ownerId === null) return { standing: 'nobody', ownerId, isEnding: false, isActive };
  // A bot that answers alone leaves the session new.
  if (!isActive && !isEnding && people.get(ownerId)?.isBot === true) {
    return { standing: 'bot', ownerId, isEnding, isActive };
  }
  return { standing: ownerId === currentUserId ? 'own' : 'colleagues', ownerId, isEnding, isActive };
}
