/** What has come of an action: the portal's answer counts less than how the conversation stands afterwards. Pure. */
import type { PortalError } from '../../portal/errors.ts';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import type { TransferTarget } from '../../portal/methods/lineSessions.ts';
import type { SessionAction } from './offers.ts';

/** To whom a conversation goes, with the name the person chose. */
export type Receiver = TransferTarget & { name: string };

/** One press. */
export interface Attempt {
  action: SessionAction;
  currentUserId: number;
  /** of `transfer` */
  receiver?: Receiver;
  /** of `takeOver` and `finishColleagues`: from whom; the person has agreed to this colleague and to no other */
  ownerId?: number | null;
  /** of `answer`: the person knows that nobody can tell who answers now */
  isSure?: boolean;
}

export interface Outcome {
  attempt: Attempt;
  /**
   * - `done`: it stands as wished; or the portal said yes, and nothing that can be read speaks against it
   * - `ending`: finished, and open still for what the client may say to it (state 50)
   * - `joined`: instead of beginning a new one, one came into the chat of an open one
   * - `accepted`: the portal said yes; how it stands could not be read
   * - `notDone`: it stands otherwise, or the portal refused
   * - `overtaken`: never begun, because what it was about is over: closed, or somebody else's
   * - `unclear`: no answer, and nothing shows whether it was done
   */
  verdict: 'done' | 'ending' | 'joined' | 'accepted' | 'notDone' | 'overtaken' | 'unclear';
  /** why it was refused, or that no answer came; null: the portal said yes */
  error: PortalError | null;
  /** no answer came: it may happen yet */
  isLost: boolean;
  /** how it stood then; null: that could not be read */
  now: LineDialog | null;
}

/** Something answered or nothing did, but there is no verdict of the portal's. */
const lostKinds: ReadonlySet<string> = new Set(['unreachable', 'unclear', 'malformed']);

/** Not begun. @param now null: it could not be read */
export function overtaken(attempt: Attempt, now: LineDialog | null): Outcome {
  return { attempt, error: null, isLost: false, now, verdict: 'overtaken' };
}

/** @param now read after the portal's answer; null: it could not be */
export function outcomeOf(attempt: Attempt, error: PortalError | null, now: LineDialog | null): Outcome {
  const isLost = error !== null && error.executed === 'unknown' && lostKinds.has(error.kind);
  const stands = now && standsAfter(attempt, now);
  const yes = now === null ? 'accepted' : 'done';
  const unseen = error === null ? yes : isLost ? 'unclear' : 'notDone';
  const isRefused = error !== null && !isLost;
  // Half of what was refused came from somebody else.
  const verdict = stands === null || (isRefused && stands !== 'done') ? unseen : stands;
  return { attempt, error, isLost, now, verdict };
}

/** Of these somebody has to know at once. */
const failures: ReadonlySet<Outcome['verdict']> = new Set<Outcome['verdict']>([
  'notDone',
  'overtaken',
  'unclear',
]);

export function isFailure({ verdict }: Outcome): boolean {
  return failures.has(verdict);
}

/** A later reading may show that it was done after all. @param dialog as it stands now; null: not known */
export function asItStands(outcome: Outcome, dialog: LineDialog | null): Outcome {
  const isDone = dialog !== null && standsAfter(outcome.attempt, dialog) === 'done';
  return isDone ? { ...outcome, verdict: 'done' } : outcome;
}

/** null: nothing in the chat's card shows it. */
export function standsAfter(
  { action, currentUserId, receiver }: Attempt,
  { ownerId, sessionId, isMember, isWaiting }: LineDialog,
): 'done' | 'ending' | 'joined' | 'notDone' | null {
  switch (action) {
    case 'answer':
    case 'takeOver':
      return ownerId === currentUserId ? 'done' : 'notDone';
    case 'start':
      if (ownerId === currentUserId) return 'done';
      return sessionId !== null && isMember === true ? 'joined' : 'notDone';
    case 'finish':
    case 'finishColleagues':
      if (sessionId === null) return 'done';
      return isWaiting ? 'ending' : 'notDone';
    case 'spam':
      // A closed one does not tell whether it was closed as spam.
      return sessionId === null ? null : 'notDone';
    case 'transfer':
      if (ownerId === currentUserId) return 'notDone';
      // Of a queue it cannot be foreseen whose turn it will be, and a colleague may have to answer first.
      return receiver && 'userId' in receiver && ownerId === receiver.userId ? 'done' : null;
    case 'join':
      return isMember === null ? null : isMember ? 'done' : 'notDone';
    case 'skip':
    default:
      return null;
  }
}
