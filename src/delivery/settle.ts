/** What a reading says about the items of a lane: the one place that decides. Pure. */
import type { Item } from './item.ts';
import { policyOf, type Policies, type Trace } from './policy.ts';
import type { LaneRecord } from './store.ts';
import { copiesWithin, patience, recognisedFor } from './times.ts';
import { inState, mapItems } from './transitions.ts';

export interface Settled {
  record: LaneRecord;
  /** extra copies of an item's attempt, made by the browser (BF 1A) */
  copies: Array<{ key: string; traceId: number }>;
}

/**
 * A trace confirms one item only: the oldest one it can belong to. What is left over and can only be another copy of
 * a confirmed one is an extra copy.
 * @param traces ascending by id
 */
export function settle(
  record: LaneRecord,
  traces: readonly Trace[],
  policies: Policies,
  now: number,
): Settled {
  const known = record.items.filter((item) => item.kind in policies);
  const claimed = new Set(known.flatMap(({ traceId }) => traceId ?? []));
  const found = new Map<string, number>();
  for (const item of known) {
    if (!mayBeHeld(item, now)) continue;
    const trace = traces.find(
      (candidate) => !claimed.has(candidate.id) && isOf(item, candidate, policies, now),
    );
    if (!trace) continue;
    claimed.add(trace.id);
    found.set(item.key, trace.id);
  }
  const settled = mapItems(record, (item) => {
    const traceId = found.get(item.key);
    return traceId === undefined ? item : { ...inState(item, 'sent'), traceId };
  });
  const copies = settled.items
    .filter((item) => item.kind in policies)
    .flatMap((item) => copiesOf(item, traces, claimed, policies));
  const newest = traces.at(-1)?.id ?? 0;
  const hasNews = settled !== record && newest > record.floor;
  return { record: hasNews ? { ...settled, floor: newest } : settled, copies };
}

/** The portal may hold it. A refused one too: the browser may have made a copy before the one that was refused. */
function mayBeHeld(item: Item, now: number): boolean {
  if (item.baseline === undefined || item.state === 'sent') return false;
  const isOpen = item.state !== 'refused' && item.state !== 'stillUnclear';
  return isOpen || now - (item.attemptEndedAt ?? now) < recognisedFor;
}

function isOf(item: Item, trace: Trace, policies: Policies, now: number): boolean {
  if (trace.id <= (item.baseline ?? 0)) return false;
  const policy = policyOf(policies, item);
  const likeness = policy.compare(item, trace);
  if (likeness !== 'perhaps') return likeness === 'mine';
  // The portal knows the key, so one without a key is it once there has been time enough for the key to show.
  const isLate = now - (item.attemptEndedAt ?? now) >= patience;
  return policy.type === 'keyed' && isLate && item.isKnown === true;
}

function copiesOf(item: Item, traces: readonly Trace[], claimed: Set<number>, policies: Policies) {
  const policy = policyOf(policies, item);
  const own = traces.find(({ id }) => id === item.traceId);
  if (item.state !== 'sent' || policy.type === 'keyed' || !own) return [];
  return traces
    .filter(({ id, at }) => {
      const isNear = id > (item.baseline ?? id) && Math.abs(at - own.at) <= copiesWithin;
      return isNear && !claimed.has(id) && !item.copies?.includes(id);
    })
    .filter((trace) => policy.compare(item, trace) === 'mine' && policy.areCopies(own, trace))
    .map(({ id }) => {
      claimed.add(id);
      return { key: item.key, traceId: id };
    });
}

/** True when a reading can tell something: an item may be held, or is watched for copies. */
export function needsEvidence({ items }: LaneRecord): boolean {
  return items.some(({ baseline }) => baseline !== undefined);
}

/** Everything newer than this must be read to tell what became of the lane's items; Infinity: the newest will do. */
export function neededSince({ items }: LaneRecord): number {
  const open = items.filter(({ state }) => state !== 'refused' && state !== 'stillUnclear');
  return Math.min(Infinity, ...open.flatMap(({ baseline }) => baseline ?? []));
}
