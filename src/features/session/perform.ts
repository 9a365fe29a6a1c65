/** One action on the portal, and how the conversation stands after it. */
import { isDenied, PortalError } from '../../portal/errors.ts';
import { getLineDialog, type LineDialog } from '../../portal/methods/lineDialogs.ts';
import {
  answerSession,
  finishColleaguesSession,
  finishSession,
  joinSession,
  markAsSpam,
  skipSession,
  startSession,
  transferSession,
} from '../../portal/methods/lineSessions.ts';
import { getSessionHistory } from '../../portal/methods/openLines.ts';
import type { Rest } from '../../portal/rest.ts';
import type { SessionAction } from './offers.ts';
import { outcomeOf, overtaken, type Attempt, type Outcome } from './outcome.ts';

/** Nothing was done: the person has to be asked, because it is not as it was shown. */
export interface AskAnew {
  action: SessionAction;
  /** whose conversation it is now; null: that cannot be read */
  ownerId: number | null;
  /** a colleague has taken nobody's conversation, it has gone from one to another, or nobody can tell whose it is */
  because: 'taken' | 'changed' | 'unreadable';
}

interface Performing {
  rest: Rest;
  chatId: number;
  attempt: Attempt;
  /** nobody is taken something from by answering instead of them, as a bot */
  isFree: (ownerId: number) => boolean;
  /** reads what the screen shows */
  onChanged: () => Promise<void>;
}

/**
 * Never repeated by itself: of an answer that was lost the new state tells what came of it.
 * @throws nothing
 */
export async function perform(performing: Performing): Promise<Outcome | AskAnew> {
  const { rest, chatId, attempt, onChanged } = performing;
  const obstacle = await lookFirst(performing);
  if (obstacle) {
    await onChanged().catch(ignore);
    return obstacle;
  }
  const answer = await settled(() => call(rest, chatId, attempt));
  const [now] = await Promise.all([settled(() => getLineDialog(rest, chatId)), onChanged().catch(ignore)]);
  return outcomeOf(
    attempt,
    answer instanceof PortalError ? answer : null,
    now instanceof PortalError ? null : now,
  );
}

/** These take from a colleague, or close, without a word, whoever has the conversation by then. */
const lookedFor: ReadonlySet<SessionAction> = new Set<SessionAction>([
  'answer',
  'takeOver',
  'finishColleagues',
  'spam',
]);

/** null: nothing speaks against it */
async function lookFirst({ rest, chatId, attempt, isFree }: Performing): Promise<Outcome | AskAnew | null> {
  const { action, currentUserId, ownerId: agreedId, isSure = false } = attempt;
  if (!lookedFor.has(action)) return null;
  const before = await settled(() => holderOf(rest, chatId));
  if (before instanceof PortalError) {
    return { attempt, error: before, isLost: false, now: null, verdict: 'notDone' };
  }
  const { ownerId, dialog } = before;
  if (dialog === null && ownerId === null) {
    return action === 'answer' && !isSure ? { action, ownerId, because: 'unreadable' } : null;
  }
  // Of what is closed already nobody could tell whether it was closed as spam.
  const isClosed = dialog?.sessionId === null && (ownerId === null || action === 'spam');
  if (isClosed && action !== 'answer') return overtaken(attempt, dialog);
  if (action === 'spam') return null;
  if (ownerId !== null && ownerId !== currentUserId && !isFree(ownerId)) {
    if (ownerId === agreedId) return null;
    return action === 'answer'
      ? { action: 'takeOver', ownerId, because: 'taken' }
      : { action, ownerId, because: 'changed' };
  }
  // To answer takes from nobody now; to close would be about something else than was agreed.
  return action === 'finishColleagues' ? overtaken(attempt, dialog) : null;
}

/** Whose conversation it is, told by the session where the dialog is not for this person. */
async function holderOf(
  rest: Rest,
  chatId: number,
): Promise<{ ownerId: number | null; dialog: LineDialog | null }> {
  try {
    const dialog = await getLineDialog(rest, chatId);
    return { ownerId: dialog.ownerId, dialog };
  } catch (failure) {
    if (!isDenied(failure)) throw failure;
  }
  try {
    const { ownerId } = await getSessionHistory(rest, { chatId });
    return { ownerId, dialog: null };
  } catch (failure) {
    if (!isDenied(failure)) throw failure;
    return { ownerId: null, dialog: null };
  }
}

/** Gives the error instead of throwing it. */
async function settled<Answer>(ask: () => Promise<Answer>): Promise<Answer | PortalError> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof PortalError) return failure;
    return new PortalError({ kind: 'unclear', code: 'UNEXPECTED', method: 'imopenlines' });
  }
}

async function call(rest: Rest, chatId: number, { action, receiver }: Attempt): Promise<void> {
  switch (action) {
    case 'answer':
    case 'takeOver':
      return answerSession(rest, chatId);
    case 'skip':
      return skipSession(rest, chatId);
    case 'join':
      return joinSession(rest, chatId);
    case 'finish':
      return finishSession(rest, chatId);
    case 'finishColleagues':
      return finishColleaguesSession(rest, chatId);
    case 'spam':
      return markAsSpam(rest, chatId);
    case 'start':
      return startSession(rest, chatId);
    case 'transfer':
      if (!receiver) throw new Error('Nobody to transfer to');
      return transferSession(rest, chatId, receiver);
    default:
      return action satisfies never;
  }
}

function ignore(): void {
  // What the screen shows is read again by its own clock.
}
