/** What a reading says about the items of a lane: the one place that decides. Pure. */
import type { Item } from './item.ts';
import { policyOf, type Policies, type Trace } from './policy.ts';
import type { LaneRecord } from './store.ts';
import { copiesWithin, patience, recognisedFor } from './times.ts';
import { inState, mapItems, tracesOf } from './record.ts';

export interface Copy {
  /** of the item whose attempt it is a copy of */
  key: string;
  traceId: number;
}

export interface Settled {
  record: LaneRecord;
  /** extra copies of an item's attempt, made by the browser (BF 1A) */
  copies: Copy[];
}

/**
 * A trace confirms one item only: the oldest one that it can belong to. What is left over and can only be another
 * copy of a confirmed one is an extra copy. Refused ones come last: only a copy that the browser made can be theirs.
 * @param traces ascending by id
 */
export function settle(
  record: LaneRecord,
  traces: readonly Trace[],
  policies: Policies,
  now: number,
): Settled {
  const known = record.items.filter((item) => item.kind in policies);
  const claimed = new Set([...(record.claimed ?? []), ...known.flatMap(tracesOf)]);
  const isFree = ({ id }: Trace) => !claimed.has(id);
  const found = new Map<string, number>();

  function isOthers(trace: Trace, item: Item): boolean {
    return known.some(
      (other) => other !== item && !found.has(other.key) && couldBeOf(other, trace, policies),
    );
  }

  function claim(items: readonly Item[], mayBeOthers: boolean): void {
    for (const item of items) {
      const trace = traces.find((candidate) => isFree(candidate) && isOf(item, candidate, policies, now));
      if (!trace || (!mayBeOthers && isOthers(trace, item))) continue;
      claimed.add(trace.id);
      found.set(item.key, trace.id);
    }
  }

  const open = known.filter((item) => mayBeHeld(item, policies, now));
  claim(
    open.filter(({ state }) => state !== 'refused'),
    true,
  );
  const copies: Copy[] = [];
  for (const item of known) {
    const traceId = found.get(item.key) ?? (item.state === 'sent' ? item.traceId : undefined);
    const own = traces.find(({ id }) => id === traceId);
    if (!own || policyOf(policies, item).type === 'keyed') continue;
    for (const trace of traces.filter(isFree)) {
      if (!isCopy(item, own, trace, policies) || isOthers(trace, item)) continue;
      claimed.add(trace.id);
      copies.push({ key: item.key, traceId: trace.id });
    }
  }
  claim(
    open.filter(({ state }) => state === 'refused'),
    false,
  );

  const settled = mapItems(record, (item) => {
    const traceId = found.get(item.key);
    return traceId === undefined ? item : { ...inState(item, 'sent'), traceId };
  });
  const newest = traces.at(-1)?.id ?? 0;
  const hasNews = settled !== record && newest > record.floor;
  return { record: hasNews ? { ...settled, floor: newest } : settled, copies };
}

/** The portal may hold it. A refused one too: the browser may have made a copy before the one that was refused. */
function mayBeHeld(item: Item, policies: Policies, now: number): boolean {
  if (item.attempts === 0 || item.state === 'sent') return false;
  if (item.baseline === undefined && policyOf(policies, item).type !== 'keyed') return false;
  const isOpen = item.state !== 'refused' && item.state !== 'stillUnclear';
  return isOpen || now - (item.attemptEndedAt ?? now) < recognisedFor;
}

function isOf(item: Item, trace: Trace, policies: Policies, now: number): boolean {
  const policy = policyOf(policies, item);
  const { type } = policy;
  const likeness = policy.compare(item, trace);
  // A key is proof; everything else must be newer than the attempt.
  if (type === 'keyed' && likeness === 'mine') return true;
  if (trace.id <= (item.baseline ?? Infinity)) return false;
  if (likeness !== 'perhaps') return likeness === 'mine';
  // The portal knows the key, so one without a key is it once there has been time enough for the key to show.
  const isLate = now - (item.attemptEndedAt ?? now) >= patience;
  return type === 'keyed' && isLate && item.isKnown === true;
}

function isCopy(item: Item, own: Trace, trace: Trace, policies: Policies): boolean {
  const policy = policyOf(policies, item);
  if (trace.id <= (item.baseline ?? Infinity)) return false;
  const isNear = Math.abs(trace.at - own.at) <= copiesWithin;
  return isNear && policy.compare(item, trace) === 'mine' && policy.areCopies(own, trace);
}

/** An item that is not confirmed yet may come to claim it, once it shows its key. */
function couldBeOf(item: Item, trace: Trace, policies: Policies): boolean {
  if (item.attempts === 0 || item.state === 'sent' || item.state === 'refused') return false;
  if (trace.id <= (item.baseline ?? 0)) return false;
  return policyOf(policies, item).compare(item, trace) !== 'other';
}

/** True when a reading can tell something: an item may be held, or is watched for copies. */
export function needsEvidence({ items }: LaneRecord): boolean {
  return items.some(({ attempts }) => attempts > 0);
}

/**
 * Everything newer than this must be read to tell what became of the lane's items; Infinity: the newest will do.
 * @param now ms since 1970; what was sent long ago is not worth many pages any more
 */
export function neededSince({ items }: LaneRecord, now: number): number {
  const open = items.filter(({ state, attemptEndedAt = now }) => {
    if (state === 'sent') return now - attemptEndedAt < recognisedFor;
    return state !== 'refused' && state !== 'stillUnclear';
  });
  return Math.min(Infinity, ...open.flatMap(({ baseline }) => baseline ?? []));
}
