/**
 * A lane's turn as a numbered lease in its record, where there are no Web Locks. Pages share nothing but the store and
 * the wall clock. A page that was stopped for longer than its lease lives finds another number in the record, or none,
 * in the transaction that would mark an attempt (`isTrueStill`).
 *
 * Numbers come from the clock, and are higher than the last one: a record without items is forgotten with its number,
 * so that counting from 1 again would let a page that slept take a stranger's lease for its own.
 */
import { createClock, type Clock } from './clock.ts';
import type { DeliveryStore, LaneRecord } from './store.ts';
import type { Turns } from './turns.ts';

type Lease = NonNullable<LaneRecord['lease']>;

/** ms; a page that is gone holds up the lane for so long. */
export const leaseLife = 15_000;
/** ms; how soon a lease that was given back is noticed. */
const askAgainAfter = 2_000;

interface LeaseOptions {
  store: DeliveryStore;
  /** paces the asking; leases themselves go by the wall clock */
  clock: Clock;
  /** ms */
  life: number;
}

/** As `Turns.take`. Goes on without a lease once the store does not last: then there is nobody to share it with. */
export async function takeLease(
  { store, clock, life }: LeaseOptions,
  ...[lane, work, signal]: Parameters<Turns['take']>
): Promise<void> {
  while (!signal.aborted) {
    if (!store.isLasting()) return work({ number: null, signal: new AbortController().signal });
    const { lease, isMine } = await store.change(lane, (record) => claim(record, life));
    if (isMine) return await hold(store, lane, lease, life, work, signal);
    await clock.sleep(Math.min(askAgainAfter, Math.max(lease.until - Date.now(), 0)), signal);
  }
}

function claim(record: LaneRecord, life: number) {
  const now = Date.now();
  const { lease: last } = record;
  // One that ends later than any could was written before the clock was set back.
  if (last && last.until > now && last.until <= now + life)
    return { record, result: { lease: last, isMine: false } };
  const lease = { number: Math.max(now, (last?.number ?? 0) + 1), until: now + life };
  return { record: { ...record, lease }, result: { lease, isMine: true } };
}

async function hold(
  store: DeliveryStore,
  lane: string,
  lease: Lease,
  life: number,
  work: Parameters<Turns['take']>[1],
  signal: AbortSignal,
): Promise<void> {
  const lost = new AbortController();
  const end = new AbortController();
  const renewing = keepRenewing(store, lane, lease, life, end.signal).then(
    (isOver) => isOver || lost.abort(),
  );
  try {
    if (!signal.aborted) await work({ number: lease.number, signal: lost.signal });
  } finally {
    end.abort();
    await renewing;
    await store.change(lane, (record) => giveBack(record, lease.number));
  }
}

/** @returns true when it was ended, false when the lease was lost */
async function keepRenewing(
  store: DeliveryStore,
  lane: string,
  { number, until }: Lease,
  life: number,
  end: AbortSignal,
): Promise<boolean> {
  const wallClock = createClock();
  let validUntil = until;
  while (!end.aborted) {
    await wallClock.sleep(life / 3, end);
    if (end.aborted) break;
    const renewed = await Promise.race([
      store.change(lane, (record) => renew(record, number, life)),
      wallClock.sleep(validUntil - Date.now(), end),
    ]);
    if (renewed === undefined && !end.aborted) return false;
    validUntil = renewed ?? validUntil;
  }
  return true;
}

function renew(record: LaneRecord, number: number, life: number) {
  const now = Date.now();
  if (record.lease?.number !== number || record.lease.until <= now) return { record, result: undefined };
  const lease = { number, until: now + life };
  return { record: { ...record, lease }, result: lease.until };
}

function giveBack(record: LaneRecord, number: number) {
  if (record.lease?.number !== number) return { record, result: undefined };
  const { lease: _lease, ...rest } = record;
  return { record: rest, result: undefined };
}
