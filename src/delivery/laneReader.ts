/** Reads a lane when it is worth while, and settles its items by what was read. */
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { Item } from './item.ts';
import { createCopies } from './copies.ts';
import type { Memory } from './plan.ts';
import { policyOf, type Policies, type Reading, type Trace } from './policy.ts';
import { neededSince, settle, type Copy } from './settle.ts';
import type { Change, LaneRecord } from './store.ts';
import { pauseAfter, readingsTried } from './times.ts';
import { cannotLook, lookedFor } from './transitions.ts';

export interface LaneOptions {
  policies: Policies;
  clock: Clock;
  connection: Connection;
  /** as this page knows the lane */
  record: () => LaneRecord;
  change: <Result>(change: Change<Result>) => Promise<Result>;
  /** reads the lane; `item` is any of its items */
  read: (item: Item, since: number) => Promise<Reading>;
  /** false: pages do not know of each other, so what looks like a copy may be what another one has sent */
  mayTakeBack: () => boolean;
  /**
   * What looks like an extra copy is to be looked at again: it is going to be taken back, and nobody needs to see it, or
   * it cannot be. Or that is over: it is gone, or it stays.
   */
  onCopy: (traceId: number, fate: 'going' | 'watched' | 'gone' | 'stays') => void;
}

export interface LaneReader {
  /** what a plan needs to know */
  memory: () => Memory;
  /** newest trace id in the lane; undefined: this person may not know, or nothing was read yet */
  newest: () => number | undefined;
  /** ms since 1970, when the last successful reading began */
  readAt: () => number;
  /** The person wants this one to be looked for now. */
  hurry: (key: string) => void;
  /** True when a reading is worth while now, and it is this lane that begins one. */
  mayRead: () => boolean;
  /** ms since 1970, when it is worth while to ask again */
  readableAt: () => number;
  /** @returns what was read; null: nothing, and it is known when to try again */
  lookUp: () => Promise<readonly Trace[] | 'denied' | null>;
  /**
   * Somebody else has read the newest part of the lane, `began` then (ms since 1970).
   * @param settles false: nothing is on its way that it could tell something of
   */
  learn: (traces: readonly Trace[], began: number, settles: boolean) => Promise<void>;
}

export function createLaneReader(options: LaneOptions): LaneReader {
  const { policies, clock, connection, record, change } = options;
  const lookedAt = new Map<string, number>();
  const urgent = new Set<string>();
  const copies = createCopies(options);
  let newest: number | undefined;
  let readAt = -Infinity;
  let failures = 0;
  let retryAt = 0;

  async function lookUp(): Promise<readonly Trace[] | 'denied' | null> {
    const item = record().items.find(({ kind }) => kind in policies);
    if (!item) {
      // Another page has forgotten it: its copies are nobody's any more.
      copies.leave();
      return [];
    }
    const began = clock.now();
    const answer = await options.read(item, neededSince(record(), began));
    if (answer === 'unreachable') {
      connection.failed();
      return null;
    }
    connection.answered();
    failures = answer === 'failed' ? failures + 1 : 0;
    retryAt = answer === 'failed' ? clock.now() + pauseAfter(failures) : 0;
    const reading = failures < readingsTried || answer !== 'failed' ? answer : 'denied';
    if (reading === 'failed') {
      remember(began, (own) => policyOf(policies, own).type === 'keyed');
      return null;
    }
    readAt = Math.max(readAt, began);
    if (reading === 'denied') {
      newest = undefined;
      copies.leave();
      await change((before) => ({ record: cannotLook(before, policies), result: undefined }));
    } else {
      newest = newestIn(reading);
      const found = await settleBy(reading, (after) => lookedFor(after, policies, began));
      copies.are(found, reading, clock.now());
    }
    remember(began, () => true);
    return reading;
  }

  function settleBy(traces: readonly Trace[], then: (record: LaneRecord) => LaneRecord): Promise<Copy[]> {
    return change((before) => {
      const settled = settle(before, traces, policies, clock.now());
      return { record: then(settled.record), result: settled.copies };
    });
  }

  /** An older reading may come to its end later. */
  function newestIn(traces: readonly Trace[]): number {
    return Math.max(newest ?? 0, traces.at(-1)?.id ?? 0);
  }

  /** What a reading that began then could tell, it has told. */
  function remember(began: number, tells: (item: Item) => boolean): void {
    for (const item of record().items) {
      if (item.attemptEndedAt === undefined || began < item.attemptEndedAt) continue;
      if (!(item.kind in policies) || !tells(item)) continue;
      lookedAt.set(item.key, began);
      urgent.delete(item.key);
    }
  }

  return {
    memory: () => ({ lookedAt, urgent, copied: copies.keys(), copiesDueAt: copies.dueAt() }),
    newest: () => newest,
    readAt: () => readAt,
    hurry: (key) => urgent.add(key),
    mayRead: () => Math.max(retryAt, connection.tryAt()) <= clock.now() && connection.takeTry(),
    readableAt: () => Math.max(retryAt, connection.tryAt(), clock.now() + pauseAfter(0)),
    lookUp,
    async learn(traces, began, settles) {
      newest = newestIn(traces);
      readAt = Math.max(readAt, began);
      failures = 0;
      retryAt = 0;
      if (!settles) return;
      const found = await settleBy(traces, (after) => after);
      if (found.length > 0) copies.notice(found, clock.now());
    },
  };
}
