/** What can be done with a conversation, by how it stands and who asks (PB 3, RF 4.3). Pure. */
import type { Situation } from './situation.ts';

export type SessionAction =
  'answer' | 'skip' | 'join' | 'takeOver' | 'transfer' | 'finish' | 'finishColleagues' | 'spam' | 'start';

export interface Offers {
  /** the one to expect here; null: none is */
  first: SessionAction | null;
  /** the others, the most needed first */
  more: readonly SessionAction[];
}

interface Asker {
  /** null: not known */
  isMember: boolean | null;
  /** the portal has said that this person may not join */
  mayNotJoin: boolean;
  isAdmin: boolean;
}

export function isOffered({ first, more }: Offers, action: SessionAction): boolean {
  return first === action || more.includes(action);
}

/**
 * The portal has the last word: whether a line lets somebody close or take a colleague's conversation is told by none
 * of its methods, so these are offered to its administrators and to who is in the chat.
 */
export function offersOf(
  { standing, isActive }: Situation,
  { isMember, isAdmin, mayNotJoin }: Asker,
): Offers {
  const canJoin = isMember === false && !mayNotJoin;
  switch (standing) {
    case 'nobody':
    case 'bot':
      return { first: 'answer', more: canJoin ? ['join', 'skip', 'spam'] : ['skip', 'spam'] };
    case 'own':
      return { first: 'finish', more: ['transfer', 'spam'] };
    case 'colleagues': {
      const more: SessionAction[] =
        isMember === true || isAdmin ? ['takeOver', 'finishColleagues'] : ['takeOver'];
      return canJoin ? { first: 'join', more } : { first: null, more };
    }
    case 'closed':
      return { first: 'start', more: [] };
    case 'unknown': {
      // Who has read nothing so far is shown nothing either; the portal refuses what is not possible.
      const helps: SessionAction[] = isActive || isMember === null ? [] : ['answer', 'start'];
      const [first, ...more]: SessionAction[] = canJoin ? ['join', ...helps] : helps;
      return { first: first ?? null, more };
    }
    default:
      return standing satisfies never;
  }
}
