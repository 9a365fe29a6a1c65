/** What delivery asks of a kind of send. One file a kind, in `src/sending`. */
import type { Item, Problem } from './item.ts';

/** How an attempt ended. */
export type Outcome =
  /** the portal holds it, and named what it became */
  | { kind: 'done'; traceId: number }
  /** the portal said yes; that it holds it is still to be seen */
  | { kind: 'answered' }
  /** nothing was written, for certain */
  | { kind: 'refused'; problem: Problem }
  /** nothing was written, for certain, and it is tried again by itself: too many requests, or not ready yet */
  | { kind: 'later'; problem: Problem }
  /** nothing was written, for certain, and it is this page alone that cannot send now: another one may */
  | { kind: 'notHere'; problem: Problem }
  /** a keyed send: the portal knows the key, and does not say what became of it */
  | { kind: 'known'; problem: Problem }
  /** the portal may hold it or not */
  | { kind: 'unclear'; problem: Problem };

/** Something the portal holds that may be what became of an item: a message, a result. */
export interface Trace {
  /** ascending in time */
  id: number;
  /** ms since 1970 by the portal's clock */
  at: number;
}

/**
 * What the portal holds, ascending by id and without gaps from `since` on, or as far back as is worth while; or why that is not known: this person may
 * not read it, the portal answered without telling, or the portal did not answer.
 */
export type Reading<T extends Trace = Trace> = readonly T[] | 'denied' | 'failed' | 'unreachable';

/** Reads everything in a lane that is newer than trace `since`, now. Never rejects. */
export type Read<T extends Trace = Trace> = (since: number) => Promise<Reading<T>>;

export type Likeness =
  /** it is what became of the item */
  | 'mine'
  /** it may be: own, but changed since, or without its key so far */
  | 'perhaps'
  | 'other';

/** What one send leads to. */
export interface NextItem extends Pick<Item, 'kind' | 'text' | 'target'> {
  lane: string;
}

export interface Policy<T extends Trace = Trace> {
  /**
   * 'keyed': the portal takes the item's key, so an attempt may be repeated.
   * 'read-back': it does not; an attempt is never repeated unasked.
   * 'check-first': like read-back, and what the portal holds already is never made again.
   */
  type: 'keyed' | 'read-back' | 'check-first';
  /** One attempt. Never rejects. */
  attempt(item: Item): Promise<Outcome>;
  /** Whether an attempt makes sense just now; not there: always. Never rejects. */
  isReady?(item: Item): Promise<'ready' | Extract<Outcome, { kind: 'refused' | 'later' | 'notHere' }>>;
  /** Reads the item's lane; used where no screen of this page shows it. */
  read(item: Item, since: number): Promise<Reading<T>>;
  /** Whether a trace newer than the baseline is what became of the item. */
  compare(item: Item, trace: T): Likeness;
  /** Whether one trace could be another copy of the other: what the portal made of the same bytes is the same. */
  areCopies(one: T, other: T): boolean;
  /** Whether the traces of two items could be taken for each other. */
  areAlike(one: Item, other: Item): boolean;
  /** Removes an extra copy that the browser made. Never rejects. Not there: copies are told. */
  takeBack?(item: Item, traceId: number): Promise<'gone' | 'stays' | 'unclear'>;
  /** The item is gone, and what was kept for it may go as well. */
  discard?(item: Item): void;
  /** What is to be sent once the item is; the same answer each time. */
  next?(item: Item): NextItem | null;
  /** An item that an earlier page left behind is not sent before the person says so, however young it is. */
  asksWhenLeft?: boolean;
}

/** By `Item.kind`. */
export type Policies = Readonly<Record<string, Policy>>;

/** @throws Error for a kind that this version does not know: callers look first with `in` */
export function policyOf(policies: Policies, { kind }: Pick<Item, 'kind'>): Policy {
  const policy = policies[kind];
  if (!policy) throw new Error(`No policy for ${kind}`);
  return policy;
}
