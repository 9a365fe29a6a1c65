/** Reads a lane when it is worth while, settles its items by what was read, and takes extra copies away. */
import type { Clock } from './clock.ts';
import type { Connection } from './connection.ts';
import type { Item } from './item.ts';
import { policyOf, type Policies, type Reading, type Trace } from './policy.ts';
import { neededSince, settle } from './settle.ts';
import type { Change, LaneRecord } from './store.ts';
import { copyTries, pauseAfter } from './times.ts';
import { cannotLook, find, lookedFor, withItem } from './transitions.ts';

export interface LaneOptions {
  policies: Policies;
  clock: Clock;
  connection: Connection;
  /** as this page knows the lane */
  record: () => LaneRecord;
  change: <Result>(change: Change<Result>) => Promise<Result>;
  /** reads the lane; `item` is any of its items */
  read: (item: Item, since: number) => Promise<Reading>;
  /** An extra copy is being taken back, and nobody needs to see it; or it could not be. */
  onCopy: (traceId: number, fate: 'going' | 'stays') => void;
}

export interface LaneReader {
  /** what a plan needs to know */
  memory: { lookedAt: Map<string, number>; urgent: Set<string> };
  /** newest trace id known */
  newest(): number;
  /** ms since 1970, when the last successful reading began */
  readAt(): number;
  /** Waits while a reading is not worth while. @returns false: it may be worth while now, look at the plan again */
  isReadable(signal: AbortSignal): Promise<boolean>;
  /** @returns what was read; null: nothing, and it is known when to try again */
  lookUp(): Promise<readonly Trace[] | 'denied' | null>;
  /** Somebody else has read the newest part of the lane, `began` then (ms since 1970). */
  learn(traces: readonly Trace[], began: number, takesCopies: boolean): Promise<void>;
}

export function createLaneReader(options: LaneOptions): LaneReader {
  const { policies, clock, connection, record, change } = options;
  const memory = { lookedAt: new Map<string, number>(), urgent: new Set<string>() };
  const goingCopies = new Set<number>();
  let newest = 0;
  let readAt = -Infinity;
  let failures = 0;
  let retryAt = 0;

  async function lookUp(): Promise<readonly Trace[] | 'denied' | null> {
    const item = record().items.find(({ kind }) => kind in policies);
    if (!item) return null;
    const began = clock.now();
    const reading = await options.read(item, neededSince(record()));
    if (reading === 'unreachable') {
      connection.failed();
      return null;
    }
    connection.answered();
    failures = reading === 'failed' ? failures + 1 : 0;
    retryAt = reading === 'failed' ? clock.now() + pauseAfter(failures) : 0;
    if (reading === 'failed') {
      remember(began, (own) => policyOf(policies, own).type === 'keyed');
      return null;
    }
    readAt = Math.max(readAt, began);
    if (reading === 'denied') {
      await change((before) => ({ record: cannotLook(before, policies), result: undefined }));
    } else await settleBy(reading, (after) => lookedFor(after, policies, began), true);
    remember(began, () => true);
    return reading;
  }

  async function settleBy(
    traces: readonly Trace[],
    then: (record: LaneRecord) => LaneRecord,
    takesCopies: boolean,
  ): Promise<void> {
    newest = traces.at(-1)?.id ?? newest;
    const copies = await change((before) => {
      const settled = settle(before, traces, policies, clock.now());
      return { record: then(settled.record), result: settled.copies };
    });
    if (takesCopies) for (const { key, traceId } of copies) void takeBack(key, traceId);
  }

  /** What a reading that began then could tell, it has told. */
  function remember(began: number, tells: (item: Item) => boolean): void {
    for (const item of record().items) {
      if (item.attemptEndedAt === undefined || began < item.attemptEndedAt) continue;
      if (!(item.kind in policies) || !tells(item)) continue;
      memory.lookedAt.set(item.key, began);
      memory.urgent.delete(item.key);
    }
  }

  async function takeBack(key: string, traceId: number): Promise<void> {
    const item = find(record(), key);
    if (!item || goingCopies.has(traceId)) return;
    goingCopies.add(traceId);
    options.onCopy(traceId, 'going');
    const fate = await removed(item, traceId);
    if (fate === 'stays') {
      options.onCopy(traceId, 'stays');
      await change((before) => ({
        record: withItem(before, key, (own) => ({ ...own, copies: [...(own.copies ?? []), traceId] })),
        result: undefined,
      }));
    }
    goingCopies.delete(traceId);
  }

  async function removed(item: Item, traceId: number): Promise<'gone' | 'stays'> {
    const policy = policyOf(policies, item);
    for (let tries = 1; policy.takeBack && tries <= copyTries; tries += 1) {
      const fate = await policy.takeBack(item, traceId);
      if (fate !== 'unclear') return fate;
      await clock.sleep(pauseAfter(tries), new AbortController().signal);
    }
    return 'stays';
  }

  return {
    memory,
    newest: () => newest,
    readAt: () => readAt,
    async isReadable(signal) {
      const until = Math.max(retryAt, connection.tryAt());
      if (until <= clock.now() && connection.takeTry()) return true;
      await clock.sleep(Math.max(until - clock.now(), pauseAfter(0)), signal);
      return false;
    },
    lookUp,
    async learn(traces, began, takesCopies) {
      readAt = Math.max(readAt, began);
      await settleBy(traces, (after) => after, takesCopies);
    },
  };
}
