/** One action on the portal, and how the conversation stands after it. */
import { PortalError } from '../../portal/errors.ts';
import { getLineDialog } from '../../portal/methods/lineDialogs.ts';
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
import type { Rest } from '../../portal/rest.ts';
import { outcomeOf, type Attempt, type Outcome } from './outcome.ts';

/** Nothing was done: a colleague took it while it was still shown as nobody's. */
export interface Taken {
  takenBy: number;
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
export async function perform(performing: Performing): Promise<Outcome | Taken> {
  const { rest, chatId, attempt, isFree, onChanged } = performing;
  if (attempt.action === 'answer') {
    // `operator.answer` takes a conversation from a colleague without a word.
    const before = await settled(() => getLineDialog(rest, chatId));
    if (before instanceof PortalError) {
      return { attempt, error: before, isLost: false, now: null, verdict: 'notDone' };
    }
    const { ownerId } = before;
    if (ownerId !== null && ownerId !== attempt.currentUserId && !isFree(ownerId)) {
      await onChanged().catch(ignore);
      return { takenBy: ownerId };
    }
  }
  const answer = await settled(() => call(rest, chatId, attempt));
  const [now] = await Promise.all([settled(() => getLineDialog(rest, chatId)), onChanged().catch(ignore)]);
  return outcomeOf(
    attempt,
    answer instanceof PortalError ? answer : null,
    now instanceof PortalError ? null : now,
  );
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
