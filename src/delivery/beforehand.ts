/** What has to be known of a lane before an attempt in it begins. */
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { Item } from './item.ts';
import type { LaneReader } from './laneReader.ts';
import { policyOf, type Policies, type Trace } from './policy.ts';
import type { LaneRecord } from './store.ts';
import { freshFor, keyIsSure } from './times.ts';
import { find, inState, tracesOf, withItem } from './record.ts';

export interface Beforehand {
  /** A send that cannot be repeated needs to know what is there before it; a portal in doubt is tried with a reading. */
  mustRead: (item: Item) => boolean;
  /** The portal answers, only not with the lane: a key does without. */
  canGoWithout: (item: Item) => boolean;
  /** What is newer confirms it. A key needs no reading before; then what is known may be too old to tell by. */
  newestFor: (item: Item) => number | undefined;
}

interface BeforehandOptions {
  policies: Policies;
  clock: Clock;
  connection: Connection;
  reader: Pick<LaneReader, 'newest' | 'readAt'>;
}

export function createBeforehand({ policies, clock, connection, reader }: BeforehandOptions): Beforehand {
  const isFresh = () => clock.now() - reader.readAt() <= freshFor;
  const ageOf = ({ firstAttemptAt = clock.now() }: Item) => clock.now() - firstAttemptAt;
  return {
    mustRead(item) {
      const { type } = policyOf(policies, item);
      if (connection.isDoubtful() || connection.isDown()) return true;
      if (type === 'keyed') return ageOf(item) > keyIsSure;
      return type === 'check-first' || item.attempts > 0 || !isFresh();
    },
    canGoWithout(item) {
      return policyOf(policies, item).type === 'keyed' && ageOf(item) < keyIsSure && !connection.isDown();
    },
    newestFor: (item) =>
      policyOf(policies, item).type === 'keyed' && !isFresh() ? undefined : reader.newest(),
  };
}

/**
 * What a reading says against the attempt that was about to begin: there is nothing to send, or nothing unasked. Pure.
 * @param now ms since 1970
 */
export function decideBefore(
  record: LaneRecord,
  key: string,
  traces: readonly Trace[],
  { policies, now }: { policies: Policies; now: number },
): { record: LaneRecord; mayGoOn: boolean } {
  const item = find(record, key);
  if (!item) return { record, mayGoOn: false };
  const policy = policyOf(policies, item);
  if (policy.type === 'keyed') return { record, mayGoOn: true };
  // What was read has decided already.
  if (item.state !== 'queued') return { record, mayGoOn: false };

  const isChecked = policy.type === 'check-first';
  const { baseline = Infinity } = item;
  const taken = new Set([...(record.claimed ?? []), ...record.items.flatMap(tracesOf)]);
  const held = traces.find((trace) => {
    const likeness = policy.compare(item, trace);
    if (isChecked) return likeness !== 'other';
    // Own, nobody else's, and changed since: it may be what an earlier attempt has left.
    return likeness === 'perhaps' && trace.id > baseline && !taken.has(trace.id);
  });
  if (!held) return { record, mayGoOn: true };
  const next = withItem(record, key, (own) =>
    isChecked
      ? { ...inState(own, 'sent'), traceId: held.id, attemptEndedAt: now }
      : // Who wants it sent all the same has seen this one.
        { ...inState(own, 'stillUnclear', own.problem), baseline: held.id },
  );
  return { record: next, mayGoOn: false };
}
