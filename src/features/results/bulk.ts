/** Several messages become results, one after the other: what has come of each, and which is next. Pure. */
import type { Results } from './results.ts';

export type Outcome =
  | 'waiting'
  | 'underWay'
  | 'made'
  /** it was one before its turn came */
  | 'already'
  /** refused, or in doubt: what can be done stands in its item */
  | 'open'
  /** the person stopped before its turn came */
  | 'stopped'
  /** taken out, or nothing can be sent from this page */
  | 'dropped';

export interface Run {
  messageIds: readonly number[];
  /** whose turn has come */
  asked: ReadonlySet<number>;
  /** were results when their turn came */
  skipped: ReadonlySet<number>;
  isStopped: boolean;
}

type Known = Pick<Results, 'isResult' | 'onTheWay'>;

export function beginRun(messageIds: readonly number[]): Run {
  return { messageIds, asked: new Set(), skipped: new Set(), isStopped: false };
}

export function outcomeOf(run: Run, messageId: number, { isResult, onTheWay }: Known): Outcome {
  if (run.skipped.has(messageId)) return 'already';
  const item = onTheWay.get(messageId);
  if (!run.asked.has(messageId)) return run.isStopped ? 'stopped' : 'waiting';
  if (isResult(messageId)) return 'made';
  if (!item) return 'dropped';
  return item.state === 'queued' || (item.state === 'sending' && item.problem === undefined)
    ? 'underWay'
    : 'open';
}

/** The next one whose turn it is; null while one is under way, and when there is none. */
export function nextOf(run: Run, known: Known): number | null {
  const outcomes = run.messageIds.map((id) => outcomeOf(run, id, known));
  if (run.isStopped || outcomes.includes('underWay')) return null;
  const at = outcomes.indexOf('waiting');
  return run.messageIds[at] ?? null;
}
