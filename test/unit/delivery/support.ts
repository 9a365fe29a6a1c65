/** Items, traces and policies for the pure parts: a trace says outright what it is like to which text. */
import type { Item, Problem } from '../../../src/delivery/item.ts';
import type { Likeness, Policies, Policy, Trace } from '../../../src/delivery/policy.ts';
import type { LaneRecord } from '../../../src/delivery/store.ts';

/** Some moment, ms since 1970. */
export const noon = 1_800_000_000_000;
export const lost: Problem = { kind: 'network', code: 'LOST', portalText: '' };

export function itemOf(changes: Partial<Item> = {}): Item {
  const basics = { key: 'k1', kind: 'text', text: 'x', target: {}, state: 'queued' as const };
  return { ...basics, createdAt: noon, attempts: 0, ...changes };
}

/** One whose attempt ended at `noon`. */
export function triedOf(changes: Partial<Item> = {}): Item {
  const tried = {
    state: 'unclear' as const,
    attempts: 1,
    firstAttemptAt: noon - 1_000,
    attemptEndedAt: noon,
  };
  return itemOf({ ...tried, baseline: 10, ...changes });
}

export function laneWith(...items: Item[]): LaneRecord {
  return { lane: 'chat1', floor: 0, items };
}

interface TestTrace extends Trace {
  /** an item with this text is compared to it with this result; with another text: 'other' */
  text: string;
  likeness: Likeness;
}

export function traceOf(id: number, changes: Partial<TestTrace> = {}): TestTrace {
  return { id, at: noon, text: 'x', likeness: 'mine', ...changes };
}

function policyOf(type: Policy['type']): Policy<TestTrace> {
  return {
    type,
    attempt: () => Promise.resolve({ kind: 'answered' }),
    read: () => Promise.resolve([]),
    compare: ({ text }, trace) => (trace.text === text ? trace.likeness : 'other'),
    areCopies: (one, other) => one.text === other.text,
    areAlike: (one, other) => one.text === other.text,
  };
}

/** By kind: 'text' is read back, 'keyed' and 'check' are what they say. */
export const policies = {
  text: policyOf('read-back'),
  keyed: policyOf('keyed'),
  check: policyOf('check-first'),
} as unknown as Policies;
