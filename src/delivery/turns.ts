/** Several pages of one person share the lanes; only the one whose turn it is may send. */
import type { LaneRecord } from './store.ts';

export interface Turn {
  /** what `LaneRecord.lease` must say for this turn to be true still; null: something stronger than a lease holds it */
  number: number | null;
  /** aborted when the turn was lost */
  signal: AbortSignal;
}

export interface Turns {
  /**
   * Calls `work` as soon as it is this page's turn in the lane, and gives the turn back when that has ended.
   * Does nothing when `signal` is aborted before. Never rejects unless `work` does.
   */
  take(lane: string, work: (turn: Turn) => Promise<void>, signal: AbortSignal): Promise<void>;
}

/** Tells the other pages of this person that a lane has changed. */
export interface News {
  tell: (lane: string) => void;
  /** @returns stops listening */
  listen: (listener: (lane: string) => void) => () => void;
}

/** To be asked in the transaction that marks an attempt: a page that slept through its lease must not send. */
export function isTrueStill(turn: Turn, record: LaneRecord): boolean {
  return !turn.signal.aborted && (turn.number === null || record.lease?.number === turn.number);
}
