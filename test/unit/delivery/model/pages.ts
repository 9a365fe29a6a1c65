/** Pages of one person in one browser: they share a store, locks and news, and each may die or sleep at any moment. */
import type { Clock } from '../../../../src/delivery/clock.ts';
import { createDelivery, type Delivery } from '../../../../src/delivery/delivery.ts';
import type { Item } from '../../../../src/delivery/item.ts';
import type { Outcome } from '../../../../src/delivery/policy.ts';
import type { Change, DeliveryStore, LaneRecord } from '../../../../src/delivery/store.ts';
import type { News, Turn, Turns } from '../../../../src/delivery/turns.ts';
import type { Agenda } from './agenda.ts';
import { createPolicies, type LaneOf } from './policies.ts';
import type { Portal } from './portal.ts';

export interface Page {
  number: number;
  /** ms since 1970, when it was opened */
  openedAt: number;
  isAlive: boolean;
  /** ms since 1970; asleep until then */
  wakesAt: number;
  delivery: Delivery;
}

/** How pages take turns: by Web Locks, or by a numbered lease in the store. */
export type TurnsBy = 'locks' | 'lease';

export interface Browser {
  /** ms that its clock goes ahead */
  skew: number;
  /** those that live */
  pages: Page[];
  records: Map<string, LaneRecord>;
  open(): Page;
  die(page: Page): void;
}

export interface BrowserOptions {
  agenda: Agenda;
  portal: Portal;
  turnsBy: TurnsBy;
  laneOf: LaneOf;
  /** small numbers, used in turn */
  pauses: number[];
  /** Each transaction that has changed something. */
  onChange: (before: LaneRecord, after: LaneRecord, isTurn: boolean) => void;
  /** The bytes of an attempt leave. @returns to be called when it has ended for the page */
  onAttempt: (item: Item, page: Page, alive: readonly Page[]) => (outcome: Outcome) => void;
}

const leaseTerm = 10_000;

export function createBrowser({
  agenda,
  portal,
  turnsBy,
  laneOf,
  pauses,
  onChange,
  onAttempt,
}: BrowserOptions): Browser {
  const records = new Map<string, LaneRecord>();
  const listeners = new Map<Page, Set<(lane: string) => void>>();
  /** by page and lane: the lease that the page believes to hold */
  const leases = new Map<Page, Map<string, number>>();
  /** by lane: who holds the lock, and who waits for it */
  const locks = new Map<string, Array<{ page: Page; begin: () => void }>>();
  let opened = 0;
  let draws = 0;
  /** transactions are one after the other */
  let commitsUntil = 0;
  let pages: Page[] = [];

  function pause(): number {
    draws += 1;
    return pauses[draws % pauses.length] ?? 0;
  }

  /** Something that the page would learn, or do: a dead one never does, a sleeping one when it wakes. */
  function inPage(page: Page, ms: number, event: () => void): void {
    agenda.in(ms, () => {
      if (!page.isAlive) return;
      if (page.wakesAt > agenda.now()) inPage(page, page.wakesAt - agenda.now(), event);
      else event();
    });
  }

  function receiveIn<Value>(page: Page, answer: Promise<Value>): Promise<Value> {
    return new Promise((resolve) => {
      void answer.then((value) => inPage(page, 0, () => resolve(value)));
    });
  }

  function clockOf(page: Page): Clock {
    return {
      now: () => agenda.now() + browser.skew,
      sleep: (ms, signal) =>
        new Promise((resolve) => {
          const done = (): void => {
            if (page.isAlive) resolve();
          };
          if (signal.aborted) return done();
          signal.addEventListener('abort', done);
          inPage(page, ms, () => {
            signal.removeEventListener('abort', done);
            done();
          });
        }),
    };
  }

  function storeOf(page: Page): DeliveryStore {
    let answersUntil = 0;
    /** A transaction whose page dies meanwhile may have been written or not. */
    function transact<Value>(action: () => Value): Promise<Value> {
      commitsUntil = Math.max(commitsUntil, agenda.now() + pause());
      const isWrittenAnyway = pause() % 2 === 0;
      return new Promise((resolve) => {
        agenda.in(commitsUntil - agenda.now(), () => {
          if (!page.isAlive && !isWrittenAnyway) return;
          const value = action();
          answersUntil = Math.max(answersUntil, agenda.now() + pause() / 10);
          inPage(page, answersUntil - agenda.now(), () => resolve(value));
        });
      });
    }
    return {
      isLasting: () => true,
      readAll: () =>
        transact(() => structuredClone([...records.values()].filter((record) => saysMore(record)))),
      change: <Result>(lane: string, change: Change<Result>) =>
        transact(() => {
          const before = structuredClone(records.get(lane) ?? { lane, floor: 0, items: [] });
          // It may be called more than once.
          if (pause() % 3 === 0) change(structuredClone(before));
          const { record, result } = change(before);
          if (record === before) return result;
          const isKept =
            saysMore(record) || (record.lease !== undefined && record.lease.until > agenda.now());
          if (isKept) records.set(lane, structuredClone(record));
          else records.delete(lane);
          onChange(before, record, isTurnOf(page, record));
          return result;
        }),
      takeDrafts: () => Promise.resolve({ text: '' }),
      saveDraft: () => Promise.resolve(),
      readDrafts: () => Promise.resolve(new Map()),
    };
  }

  function newsOf(page: Page): News {
    const own = new Set<(lane: string) => void>();
    listeners.set(page, own);
    return {
      tell(lane) {
        for (const other of pages) {
          if (other === page) continue;
          inPage(other, pause(), () => {
            for (const listener of listeners.get(other) ?? []) listener(lane);
          });
        }
      },
      listen(listener) {
        own.add(listener);
        return () => own.delete(listener);
      },
    };
  }

  function isTurnOf(page: Page, { lane, lease }: LaneRecord): boolean {
    if (turnsBy === 'locks') return locks.get(lane)?.[0]?.page === page;
    return lease !== undefined && leases.get(page)?.get(lane) === lease.number;
  }

  function grant(lane: string): void {
    locks.get(lane)?.[0]?.begin();
  }

  function leave(lane: string, page: Page): void {
    const queue = locks.get(lane) ?? [];
    const isHolder = queue[0]?.page === page;
    locks.set(
      lane,
      queue.filter((one) => one.page !== page),
    );
    if (isHolder) grant(lane);
  }

  function locksOf(page: Page): Turns {
    return {
      async take(lane, work, stopped) {
        if (stopped.aborted) return;
        await new Promise<void>((resolve) => {
          const queue = locks.get(lane) ?? [];
          const begin = (): void => inPage(page, pause(), resolve);
          locks.set(lane, [...queue, { page, begin }]);
          if (queue.length === 0) begin();
        });
        await work({ number: null, signal: stopped });
        if (page.isAlive) leave(lane, page);
      },
    };
  }

  function leasesOf(page: Page, store: DeliveryStore, clock: Clock): Turns {
    const never = new AbortController().signal;
    function takeLease(lane: string): Promise<number | null> {
      return store.change(lane, (record) => {
        const { lease } = record;
        if (lease && lease.until > agenda.now()) return { record, result: null };
        const number = (lease?.number ?? 0) + 1;
        return { record: { ...record, lease: { number, until: agenda.now() + leaseTerm } }, result: number };
      });
    }
    function prolong(lane: string, number: number, until: number): Promise<boolean> {
      return store.change(lane, (record) =>
        record.lease?.number === number
          ? { record: { ...record, lease: { number, until } }, result: true }
          : { record, result: false },
      );
    }
    return {
      async take(lane, work, stopped) {
        let number: number | null = null;
        for (;;) {
          if (stopped.aborted) return;
          number = await takeLease(lane);
          if (number !== null) break;
          await clock.sleep(1_000, stopped);
        }
        leases.set(page, (leases.get(page) ?? new Map<string, number>()).set(lane, number));
        const lost = new AbortController();
        const lose = (): void => lost.abort();
        stopped.addEventListener('abort', lose);
        const held = number;
        const ended = new AbortController();
        const renewing = (async () => {
          while (!ended.signal.aborted && !lost.signal.aborted) {
            await clock.sleep(leaseTerm / 3, ended.signal);
            if (ended.signal.aborted) return;
            if (!(await prolong(lane, held, agenda.now() + leaseTerm))) lost.abort();
          }
        })();
        const turn: Turn = { number: held, signal: lost.signal };
        await work(turn);
        stopped.removeEventListener('abort', lose);
        ended.abort();
        await renewing;
        await clock.sleep(0, never);
        await prolong(lane, held, agenda.now());
      },
    };
  }

  const browser: Browser = {
    skew: 0,
    get pages() {
      return pages;
    },
    records,
    open() {
      opened += 1;
      const page = { number: opened, openedAt: agenda.now(), isAlive: true, wakesAt: 0 } as Page;
      const store = storeOf(page);
      const pageClock = clockOf(page);
      page.delivery = createDelivery({
        store,
        clock: pageClock,
        news: newsOf(page),
        turns: turnsBy === 'locks' ? locksOf(page) : leasesOf(page, store, pageClock),
        policies: createPolicies({
          portal,
          laneOf,
          receive: (answer) => receiveIn(page, answer),
          onAttempt: (item) => onAttempt(item, page, pages),
        }),
        isOnline: () => portal.isOnline,
      });
      pages = [...pages, page];
      void page.delivery.start();
      return page;
    },
    die(page) {
      page.isAlive = false;
      pages = pages.filter((other) => other !== page);
      page.delivery.stop();
      for (const lane of locks.keys()) leave(lane, page);
    },
  };
  return browser;
}

function saysMore({ items, told = [] }: LaneRecord): boolean {
  return items.length > 0 || told.length > 0;
}
