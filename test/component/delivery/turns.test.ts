/** One page at a time works off a lane: by Web Locks, or by leases where there are none. */
// @module-tag race
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { createTurns } from '../../../src/delivery/browserTurns.ts';
import { createClock } from '../../../src/delivery/clock.ts';
import { createMemoryStore } from '../../fixtures/memoryStore.ts';
import type { Owner } from '../../../src/delivery/owner.ts';
import { isTrueStill, type Turn } from '../../../src/delivery/turns.ts';
import {
  edit,
  item,
  lane,
  look,
  newOwner,
  pass,
  openPage,
  rawDatabase,
  type Modules,
  until,
} from './pages.ts';

const always = new AbortController().signal;

function pageOf(
  owner: Owner,
  life?: number,
  modules: Modules = { openBrowserStore, createTurns, createClock },
) {
  const store = modules.openBrowserStore(owner);
  const clock = modules.createClock();
  return { store, turns: modules.createTurns({ store, owner, clock, ...(life ? { life } : {}) }) };
}

/** A turn that lasts until it is told to end. */
function hold(turns: ReturnType<typeof createTurns>, signal = always) {
  let end: () => void = () => {};
  let fail: (reason: Error) => void = () => {};
  const ending = new Promise<void>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  const held: { turn?: Turn } = {};
  const done = turns.take(
    lane,
    (turn) => {
      held.turn = turn;
      return ending;
    },
    signal,
  );
  const begun = () => until(() => held.turn);
  return { held, begun, done, end: () => end(), fail: (reason: Error) => fail(reason) };
}

const moment = () => pass(60);

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function noLocks(page: Window & typeof globalThis = window): void {
  vi.spyOn(page.Navigator.prototype, 'locks', 'get').mockReturnValue(undefined as unknown as LockManager);
}

/** What holds for both kinds. */
function takesTurns(life?: number): void {
  test('the second waits, and begins when the first has ended', async () => {
    const owner = newOwner();
    const first = hold(pageOf(owner, life).turns);
    await first.begun();
    const second = hold(pageOf(owner, life).turns);
    await moment();
    expect(second.held.turn).toBeUndefined();
    first.end();
    await first.done;
    await second.begun();
    second.end();
    await second.done;
  });

  test('work that fails gives the turn back, and its caller is told', async () => {
    const owner = newOwner();
    const first = hold(pageOf(owner, life).turns);
    await first.begun();
    const second = hold(pageOf(owner, life).turns);
    first.fail(new Error('broken'));
    await expect(first.done).rejects.toThrow('broken');
    await second.begun();
    second.end();
    await second.done;
  });

  test('a page that is gone holds nothing up', async () => {
    const owner = newOwner();
    const frame = await openPage();
    if (life) noLocks(frame.window);
    const first = hold(pageOf(owner, life, frame).turns);
    await first.begun();
    const second = hold(pageOf(owner, life).turns);
    await moment();
    expect(second.held.turn).toBeUndefined();
    frame.crash();
    await second.begun();
    second.end();
    await second.done;
  });

  test('who gives up waiting does nothing', async () => {
    const owner = newOwner();
    const first = hold(pageOf(owner, life).turns);
    await first.begun();
    const giveUp = new AbortController();
    const second = hold(pageOf(owner, life).turns, giveUp.signal);
    await moment();
    giveUp.abort();
    await second.done;
    first.end();
    await first.done;
    const third = hold(pageOf(owner, life).turns, giveUp.signal);
    await third.done;
    expect([second.held.turn, third.held.turn]).toEqual([undefined, undefined]);
  });

  test('neither another lane nor another person has to wait', async () => {
    const owner = newOwner();
    const page = pageOf(owner, life);
    const first = hold(page.turns);
    await first.begun();
    const other = hold(pageOf({ ...owner, userId: 2 }, life).turns);
    await other.begun();
    await expect(page.turns.take('chat59', () => Promise.resolve(), always)).resolves.toBeUndefined();
    first.end();
    other.end();
    await Promise.all([first.done, other.done]);
  });
}

describe('by Web Locks', () => {
  takesTurns();

  test('nothing of it stands in the store', async () => {
    const { store, turns } = pageOf(newOwner());
    const first = hold(turns);
    expect(await first.begun()).toMatchObject({ number: null });
    expect(await look(store)).toEqual({ lane, floor: 0, items: [] });
    first.end();
    await first.done;
  });

  test('a lock that is taken away ends the turn', async () => {
    const owner = newOwner();
    const first = hold(pageOf(owner).turns);
    const turn = await first.begun();
    const name = `chat-desk:${owner.memberId}:${owner.userId}:${lane}`;
    await navigator.locks.request(name, { steal: true }, () => Promise.resolve());
    expect(await until(() => turn?.signal.aborted)).toBe(true);
    first.end();
    await first.done;
  });
});

describe('by leases', () => {
  const life = 900;

  beforeEach(() => noLocks());

  takesTurns(life);

  test('also where locks are refused', async () => {
    vi.restoreAllMocks();
    vi.spyOn(LockManager.prototype, 'request').mockRejectedValue(new DOMException('No.', 'SecurityError'));
    const { store, turns } = pageOf(newOwner());
    const first = hold(turns);
    const turn = await first.begun();
    expect(turn?.number).toBe((await look(store)).lease?.number);
    first.end();
    await first.done;
  });

  test('a lease is renewed as long as the work lasts, with the same number', async () => {
    const { store, turns } = pageOf(newOwner(), life);
    const first = hold(turns);
    const turn = await first.begun();
    const endOf = async () => (await look(store)).lease?.until ?? 0;
    const end = await endOf();
    await until(async () => (await endOf()) > end + life);
    expect((await look(store)).lease?.number).toBe(turn?.number);
    expect(turn?.signal.aborted).toBe(false);
    first.end();
    await first.done;
  });

  test('given back, it leaves no trace of an empty lane, and the items of another', async () => {
    const owner = newOwner();
    const { store, turns } = pageOf(owner, life);
    const stored = async () => await (await rawDatabase()).get('lanes', [owner.memberId, owner.userId, lane]);
    const first = hold(turns);
    await first.begun();
    expect(await stored()).toBeDefined();
    first.end();
    await first.done;
    expect(await stored()).toBeUndefined();
    const one = item('one');
    await turns.take(lane, () => edit(store, (record) => ({ ...record, items: [one] })), always);
    expect(await look(store)).toEqual({ lane, floor: 0, items: [one] });
  });

  test('numbers grow, also when the lane was forgotten in between', async () => {
    const { turns } = pageOf(newOwner(), life);
    const numbers: number[] = [];
    for (let round = 0; round < 3; round++) {
      await turns.take(
        lane,
        async ({ number }) => {
          numbers.push(number ?? 0);
          await moment();
        },
        always,
      );
    }
    expect(numbers).toEqual([...new Set(numbers)].toSorted((one, other) => one - other));
    expect(numbers).toHaveLength(3);
  });

  test('a page that slept has lost its turn: to a page that took it, and in the transaction that would send', async () => {
    const owner = newOwner();
    const { store, turns } = pageOf(owner, life);
    const frame = await openPage();
    // This page's timers stand still, the frame's go on.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const first = hold(turns);
    const turn = await first.begun();
    expect(turn && isTrueStill(turn, await look(store))).toBe(true);
    noLocks(frame.window);
    const second = hold(pageOf(owner, life, frame).turns);
    const theirs = await second.begun();
    expect(theirs?.number).toBeGreaterThan(turn?.number ?? Infinity);
    expect(turn?.signal.aborted).toBe(false);
    expect(turn && isTrueStill(turn, await look(store))).toBe(false);
    await vi.advanceTimersByTimeAsync(life);
    expect(await until(() => turn?.signal.aborted)).toBe(true);
    // What the first gives back is no longer its own.
    first.end();
    await first.done;
    expect((await look(store)).lease?.number).toBe(theirs?.number);
    second.end();
    await second.done;
    frame.crash();
  });

  test('a renewal that comes too late loses the turn, though nobody has taken it', async () => {
    const { store, turns } = pageOf(newOwner(), life);
    const first = hold(turns);
    const turn = await first.begun();
    await edit(store, (record) => ({
      ...record,
      items: [item('one')],
      ...(record.lease ? { lease: { ...record.lease, until: Date.now() - 1 } } : {}),
    }));
    expect(await until(() => turn?.signal.aborted)).toBe(true);
    first.end();
    await first.done;
  });
});

test('with neither locks nor a store that lasts there is only this page', async () => {
  noLocks();
  const store = createMemoryStore();
  const turns = createTurns({ store, owner: newOwner(), clock: createClock() });
  const first = hold(turns);
  expect(await first.begun()).toMatchObject({ number: null });
  expect((await look(store)).lease).toBeUndefined();
  first.end();
  await first.done;
});
