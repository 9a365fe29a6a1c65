/** What a lane has to do next. Pure. */
import { isToBeFollowed } from './followUps.ts';
import { areAlike, heldIn } from './held.ts';
import type { Item } from './item.ts';
import { policyOf, type Policies } from './policy.ts';
import type { LaneRecord } from './store.ts';
import { keyedPause, nextLookUp, nextWatch, patience } from './times.ts';
import { isInDoubt, mayRepeat } from './record.ts';

export type Step =
  | { do: 'attempt'; key: string }
  /** read the lane */
  | { do: 'lookUp' }
  /** nothing more is to be learned of these */
  | { do: 'forget'; keys: ReadonlySet<string> }
  /** until then (ms since 1970), or until something happens */
  | { do: 'wait'; until: number }
  /** nothing is left but what waits for the person */
  | { do: 'rest' };

/** What this page remembers of its work on an item; a page that takes over begins anew. */
export interface Memory {
  /** by key: ms since 1970, when the last reading began that could tell something of the item */
  lookedAt: ReadonlyMap<string, number>;
  /** keys that the person wants to be looked for now */
  urgent: ReadonlySet<string>;
  /** keys of sent ones that have copies */
  copied: ReadonlySet<string>;
  /** ms since 1970, when a copy is to be looked at again; Infinity: there is none */
  copiesDueAt: number;
}

/** @param now ms since 1970 */
export function nextStep(record: LaneRecord, policies: Policies, memory: Memory, now: number): Step {
  const items = record.items.filter((item) => item.kind in policies);
  // A copy of it may still be taken for one that is not decided: both go, or none.
  const isNeeded = (item: Item) =>
    items.some((other) => isOpen(other) && other !== item && areAlike(other, item, policies));
  const decidedAt = (item: Item) => lastDecision(items, item, policies);
  const forgotten = items.filter(
    (item) => isOver(item, policies, memory, now, decidedAt(item)) && !isNeeded(item),
  );
  if (forgotten.length > 0) return { do: 'forget', keys: new Set(forgotten.map(({ key }) => key)) };

  const looks = [
    ...items.map((item) =>
      Math.min(lookDueAt(item, policies, memory), onceMoreAt(item, memory, decidedAt(item))),
    ),
    memory.copiesDueAt,
  ];
  if (looks.some((due) => due <= now)) return { do: 'lookUp' };

  const repeat = items.find((item) => isInDoubt(item) && isRepeatDue(item, policies, memory));
  if (repeat) return { do: 'attempt', key: repeat.key };

  const next = nextQueued(items, policies);
  const startsAt = next ? (next.notBefore ?? 0) : Infinity;
  if (next && startsAt <= now) return { do: 'attempt', key: next.key };

  const isHeld = (item: Item) => isNeeded(item) || isToBeFollowed(item, policies);
  const ends = items.map((item) => (isHeld(item) ? Infinity : endOf(item, memory)));
  const until = Math.min(Infinity, startsAt, ...looks, ...ends);
  const isBusy = items.some(({ state }) => state === 'sending');
  return until === Infinity && !isBusy ? { do: 'rest' } : { do: 'wait', until };
}

/** Whether the record still says so when an attempt is about to be stored: the plan was made a reading earlier. */
export function mayBegin(record: LaneRecord, key: string, policies: Policies): boolean {
  const items = record.items.filter(({ kind }) => kind in policies);
  const item = items.find((candidate) => candidate.key === key);
  if (!item) return false;
  if (isInDoubt(item)) return policyOf(policies, item).type === 'keyed' && mayRepeat(item);
  return nextQueued(items, policies) === item;
}

/** The one queued item that nothing holds up. */
function nextQueued(items: readonly Item[], policies: Policies): Item | undefined {
  const held = heldIn(items, policies);
  return items.find(({ key, state }) => state === 'queued' && !held.has(key));
}

function lookDueAt(item: Item, policies: Policies, { lookedAt, urgent }: Memory): number {
  if (urgent.has(item.key) && isInDoubt(item)) return 0;
  const endedAt = item.attemptEndedAt;
  if (endedAt === undefined) return Infinity;
  const looked = lookedAt.get(item.key);
  const isKeyed = policyOf(policies, item).type === 'keyed';
  if (isInDoubt(item)) {
    if (!isKeyed) return endedAt + nextLookUp(looked === undefined ? undefined : looked - endedAt);
    const due = endedAt + keyedPause(item.attempts);
    return looked === undefined || looked < due ? due : Infinity;
  }
  if (item.state !== 'sent' || isKeyed || item.traceId === undefined) return Infinity;
  const age = nextWatch(looked === undefined ? undefined : looked - endedAt);
  return age === undefined ? Infinity : endedAt + age;
}

/** An attempt of it was begun, and it is not known yet what comes of it. */
function isOpen(item: Item): boolean {
  return isInDoubt(item) || ((item.state === 'sending' || item.state === 'queued') && item.attempts > 0);
}

/**
 * When the last one was decided that a copy of this one could be taken for; -Infinity: there is none. Only from then on a
 * reading can tell what is a copy.
 */
function lastDecision(items: readonly Item[], item: Item, policies: Policies): number {
  if (item.state !== 'sent' || item.traceId === undefined) return -Infinity;
  if (policyOf(policies, item).type === 'keyed') return -Infinity;
  const decided = items.filter(
    (other) =>
      other !== item &&
      (other.state === 'sent' || other.state === 'refused') &&
      areAlike(other, item, policies),
  );
  return Math.max(-Infinity, ...decided.map(({ attemptEndedAt = -Infinity }) => attemptEndedAt));
}

/** After the last look at a sent one, where that came too early. */
function onceMoreAt(
  { key, attemptEndedAt = Infinity }: Item,
  { lookedAt }: Memory,
  decidedAt: number,
): number {
  const looked = lookedAt.get(key) ?? -Infinity;
  return looked >= attemptEndedAt + patience && looked < decidedAt ? decidedAt : Infinity;
}

/** A keyed send that was looked for after the pause. */
function isRepeatDue(item: Item, policies: Policies, { lookedAt }: Memory): boolean {
  const due = (item.attemptEndedAt ?? 0) + keyedPause(item.attempts);
  if (policyOf(policies, item).type !== 'keyed' || !mayRepeat(item)) return false;
  return (lookedAt.get(item.key) ?? 0) >= due;
}

/** When a sent one has been watched long enough; Infinity while that is not known. */
function endOf({ key, state, attemptEndedAt }: Item, { copied }: Memory): number {
  if (state !== 'sent' || attemptEndedAt === undefined || copied.has(key)) return Infinity;
  return attemptEndedAt + patience;
}

/** Sent, and watched long enough for copies. One that cannot be read back stays while this page lives. */
function isOver(item: Item, policies: Policies, memory: Memory, now: number, decidedAt: number): boolean {
  const end = endOf(item, memory);
  if (now < end || isToBeFollowed(item, policies)) return false;
  if (policyOf(policies, item).type === 'keyed' || item.traceId === undefined) return true;
  return (memory.lookedAt.get(item.key) ?? 0) >= Math.max(end, decidedAt);
}
