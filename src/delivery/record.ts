/** A lane's record and its items: found, changed one at a time, asked what they are. Pure. */
import type { Item, Problem } from './item.ts';
import type { LaneRecord } from './store.ts';
import { keyedAttempts } from './times.ts';

/** An item without what an earlier state has left on it. */
export function inState(item: Item, state: Item['state'], problem?: Problem): Item {
  const { problem: _problem, notBefore: _notBefore, ...rest } = item;
  return { ...rest, state, ...(problem ? { problem } : {}) };
}

/** The same record where `next` gives the same items. */
export function mapItems(record: LaneRecord, next: (item: Item) => Item | null): LaneRecord {
  const items = record.items.flatMap((item) => next(item) ?? []);
  const isSame = items.length === record.items.length && items.every((item, at) => item === record.items[at]);
  return isSame ? record : { ...record, items };
}

/** Changes one item; null takes it out. */
export function withItem(record: LaneRecord, key: string, next: (item: Item) => Item | null): LaneRecord {
  return mapItems(record, (item) => (item.key === key ? next(item) : item));
}

export function find(record: LaneRecord, key: string): Item | undefined {
  return record.items.find((item) => item.key === key);
}

/** What it became, and the copies of it that stay. */
export function tracesOf({ traceId, copies = [] }: Item): readonly number[] {
  return traceId === undefined ? copies : [traceId, ...copies];
}

/** Nothing of it can be there: what is newer than an attempt before says nothing about the next one. */
export function unattempted(item: Item): Item {
  const { baseline: _, firstAttemptAt: _first, attemptEndedAt: _ended, isKnown: _known, ...fresh } = item;
  return { ...fresh, attempts: 0 };
}

/** An attempt has ended and the portal may hold it or not. */
export function isInDoubt({ state }: Item): boolean {
  return state === 'unclear' || state === 'confirming';
}

/** Somebody wants it now, however old it is. */
export function asFresh(item: Item): Item {
  const { isOld: _, ...fresh } = item;
  return fresh;
}

/** A keyed send, in doubt: it may be attempted once more without a question. */
export function mayRepeat({ attempts, isOld }: Item): boolean {
  return attempts < keyedAttempts && isOld !== true;
}

/** The portal said yes, and did not name what it became. */
export function isAnswered({ state, problem }: Item): boolean {
  return state === 'confirming' && problem === undefined;
}
