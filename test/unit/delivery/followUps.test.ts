/** One send that leads to another: stored once, whatever page does it, and before the first one is forgotten. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../../src/delivery/clock.ts';
import { createDelivery, type Delivery } from '../../../src/delivery/delivery.ts';
import type { Item } from '../../../src/delivery/item.ts';
import { nextStep, type Memory } from '../../../src/delivery/plan.ts';
import type { Policies, Policy } from '../../../src/delivery/policy.ts';
import type { DeliveryStore } from '../../../src/delivery/store.ts';
import { patience } from '../../../src/delivery/times.ts';
import type { News, Turns } from '../../../src/delivery/turns.ts';
import { createMemoryStore } from '../../fixtures/memoryStore.ts';
import { laneWith, noon, triedOf } from './support.ts';

const pages: Delivery[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) page.stop();
});

/** What leads to a second send in lane `result<trace id>`, and the second: its attempts are counted. */
function kinds(attempts: Item[] = []): Policies {
  const plain: Policy = {
    type: 'read-back',
    attempt: () => Promise.resolve({ kind: 'answered' }),
    read: () => Promise.resolve([]),
    compare: () => 'mine',
    areCopies: () => false,
    areAlike: () => false,
  };
  const first: Policy = {
    ...plain,
    next: ({ traceId, text }) =>
      traceId === undefined
        ? null
        : { lane: `result${traceId}`, kind: 'second', text, target: { of: traceId } },
  };
  const second: Policy = {
    ...plain,
    attempt(item) {
      attempts.push(item);
      return Promise.resolve({ kind: 'done', traceId: 900 });
    },
  };
  return { first, second };
}

/** Pages of one browser hear of each other's changes, a moment later. */
function browser() {
  const listeners = new Set<(lane: string) => void>();
  const queues = new Map<string, Promise<void>>();
  const turns: Turns = {
    async take(lane, work, stopped) {
      const turn = (queues.get(lane) ?? Promise.resolve()).then(() =>
        stopped.aborted ? undefined : work({ number: null, signal: stopped }),
      );
      queues.set(lane, turn);
      await turn;
    },
  };
  const news = (): News => ({
    tell: (lane) => setTimeout(() => listeners.forEach((listener) => listener(lane))),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  return { turns, news };
}

const noTurns: Turns = { take: () => new Promise(() => undefined) };
const alone: News = { tell: () => undefined, listen: () => () => undefined };
const still: Clock = { now: () => noon, sleep: () => new Promise(() => undefined) };

interface PageOptions {
  turns?: Turns;
  news?: News;
  policies?: Policies;
  clock?: Clock;
}

function pageOn(store: DeliveryStore, options: PageOptions = {}): Delivery {
  const { turns = noTurns, news = alone, policies = kinds(), clock = still } = options;
  const page = createDelivery({ store, policies, turns, news, clock, isOnline: () => true });
  pages.push(page);
  return page;
}

const sent = (changes: Partial<Item> = {}) =>
  triedOf({ key: 'k1', kind: 'first', state: 'sent', traceId: 7, ...changes });

const put = (store: DeliveryStore, ...items: Item[]) =>
  store.change('chat1', () => ({ record: laneWith(...items), result: undefined }));

async function storedIn(store: DeliveryStore, lane: string): Promise<Item[]> {
  return (await store.readAll()).find((record) => record.lane === lane)?.items ?? [];
}

const isFollowed = async (store: DeliveryStore) => (await storedIn(store, 'chat1'))[0]?.isFollowed;

describe('stored under the key of the first, in a lane of its own', () => {
  test('what is seen to be sent is followed by what it leads to, and marked', async () => {
    const store = createMemoryStore();
    const page = pageOn(store);
    await put(store, sent({ state: 'confirming', text: 'Done' }));
    await page.start();
    expect(await storedIn(store, 'result7')).toEqual([]);
    page.settle('chat1', [{ id: 11, at: noon }], noon);
    await expect.poll(() => isFollowed(store)).toBe(true);
    expect(await storedIn(store, 'result11')).toEqual([
      {
        key: 'k1',
        kind: 'second',
        text: 'Done',
        target: { of: 11 },
        state: 'queued',
        createdAt: noon,
        attempts: 0,
      },
    ]);
    expect(page.getOverview().unsent.map(({ lane }) => lane)).toEqual(['result11']);
  });

  const { traceId: _, ...unnamed } = sent({ key: 'k2' });
  test.each<[string, Item]>([
    ['not sent yet', sent({ key: 'k2', state: 'confirming' })],
    ['sent, and nobody knows as what', unnamed],
    ['of a kind that this version does not know', sent({ key: 'k2', kind: 'later' })],
    ['followed already', sent({ key: 'k2', isFollowed: true })],
  ])('%s: nothing, while the next one is followed', async (_why, item) => {
    const store = createMemoryStore();
    await put(store, item, sent({ traceId: 8 }));
    await pageOn(store).start();
    await expect.poll(() => storedIn(store, 'result8')).toHaveLength(1);
    await expect.poll(async () => (await storedIn(store, 'chat1'))[1]?.isFollowed).toBe(true);
    expect((await store.readAll()).map(({ lane }) => lane)).toEqual(['chat1', 'result8']);
  });
});

describe('once', () => {
  test('a page that went between the two steps: the next one marks, and stores nothing again', async () => {
    const store = createMemoryStore();
    // Stops short of the mark: the page is gone.
    const dying: DeliveryStore = {
      ...store,
      change: async (lane, change, draft) => {
        const isStored = (await storedIn(store, 'result7')).length > 0;
        return isStored ? new Promise(() => undefined) : store.change(lane, change, draft);
      },
    };
    await put(store, sent());
    await pageOn(dying).start();
    await expect.poll(() => storedIn(store, 'result7')).toHaveLength(1);
    expect(await isFollowed(store)).toBeUndefined();
    await pageOn(store).start();
    await expect.poll(() => isFollowed(store)).toBe(true);
    expect(await storedIn(store, 'result7')).toHaveLength(1);
  });

  test('after any number of restarts', async () => {
    const store = createMemoryStore();
    await put(store, sent());
    await pageOn(store).start();
    await expect.poll(() => isFollowed(store)).toBe(true);
    await store.change('result7', (record) => ({ record: { ...record, items: [] }, result: undefined }));
    for (let restart = 0; restart < 3; restart += 1) {
      const page = pageOn(store);
      await page.start();
      await page.checkAgain('chat1', 'k1');
    }
    expect(await storedIn(store, 'result7')).toEqual([]);
  });

  test('by several pages at once: one item, and one attempt', async () => {
    const store = createMemoryStore();
    const { turns, news } = browser();
    const attempts: Item[] = [];
    const policies = kinds(attempts);
    let now = noon;
    const clock: Clock = {
      now: () => now,
      sleep: () =>
        new Promise((resolve) => {
          setTimeout(() => {
            now += 10_000;
            resolve();
          }, 1);
        }),
    };
    const open = () => pageOn(store, { turns, news: news(), policies, clock });
    await put(store, sent({ attemptEndedAt: noon }));
    const all = [open(), open(), open()];
    await Promise.all(all.map((page) => page.start()));
    // To the end: both are forgotten.
    await expect.poll(() => store.readAll(), { timeout: 10_000 }).toEqual([]);
    expect(attempts.map(({ key, target }) => [key, target])).toEqual([['k1', { of: 7 }]]);
  });

  test('taken out by the person, while a slower page still goes by what it knew: it stays out', async () => {
    const store = createMemoryStore();
    await put(store, sent());
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    // Its transactions come late, as in a page that the browser holds back.
    const slow: DeliveryStore = {
      ...store,
      change: async (lane, change, draft) => {
        await held;
        return store.change(lane, change, draft);
      },
    };
    const late = pageOn(slow);
    await late.start();
    const page = pageOn(store);
    await page.start();
    await expect.poll(() => isFollowed(store)).toBe(true);
    expect(await page.remove('result7', 'k1')).toBe(true);
    release();
    await expect.poll(() => late.getLane('chat1').items[0]?.isFollowed).toBe(true);
    expect(await storedIn(store, 'result7')).toEqual([]);
    expect(late.getLane('result7').items).toEqual([]);
  });
});

test('a browser that refuses to store: by the memory of the page it is sent once all the same', async () => {
  // What `browserStore.ts` falls back on; nothing in it lasts.
  const store = createMemoryStore();
  const attempts: Item[] = [];
  const { turns, news } = browser();
  const page = pageOn(store, { turns, news: news(), policies: kinds(attempts) });
  await page.start();
  await put(store, sent({ state: 'confirming', attemptEndedAt: noon }));
  await page.checkAgain('chat1', 'k1');
  page.settle('chat1', [{ id: 11, at: noon }], noon);
  await expect.poll(() => page.getLane('result11').items[0]?.state).toBe('sent');
  expect(attempts.map(({ target }) => target)).toEqual([{ of: 11 }]);
  expect(page.getOverview().isLasting).toBe(false);
});

describe('forgetting', () => {
  const end = noon + patience;
  const memory: Memory = {
    lookedAt: new Map([['k1', end]]),
    urgent: new Set(),
    copied: new Set(),
    copiesDueAt: Infinity,
  };

  test('waits until what it leads to is stored, without asking the portal or the clock for it', () => {
    expect(nextStep(laneWith(sent()), kinds(), memory, end + 1)).toEqual({ do: 'rest' });
  });

  test('does not wait once it is', () => {
    const step = nextStep(laneWith(sent({ isFollowed: true })), kinds(), memory, end + 1);
    expect(step).toEqual({ do: 'forget', keys: new Set(['k1']) });
  });
});
