// Whether the portal can be reached, and when it is tried again; and the pauses themselves.
import { expect, test } from 'vitest';
import { createConnection } from '../../../src/delivery/connection.ts';
import * as times from '../../../src/delivery/times.ts';

function setUp() {
  const state = { now: 0, isOnline: true, changes: 0 };
  const clock = { now: () => state.now, sleep: () => Promise.resolve() };
  const connection = createConnection(
    clock,
    () => state.isOnline,
    () => {
      state.changes += 1;
    },
  );
  return { state, connection };
}

test('up until a reading is not answered, and up again when one is', () => {
  const { state, connection } = setUp();
  expect([connection.isDown(), connection.isDoubtful(), connection.takeTry()]).toEqual([false, false, true]);
  connection.failed();
  connection.failed();
  expect([connection.isDown(), connection.isDoubtful(), state.changes]).toEqual([true, true, 1]);
  connection.answered();
  expect([connection.isDown(), connection.isDoubtful(), state.changes]).toEqual([false, false, 2]);
});

test('an attempt without a verdict: doubtful, not down', () => {
  const { state, connection } = setUp();
  connection.doubted();
  expect([connection.isDown(), connection.isDoubtful(), state.changes]).toEqual([false, true, 0]);
  connection.answered();
  expect(connection.isDoubtful()).toBe(false);
});

test('one lane tries for all, after a pause that grows', () => {
  const { state, connection } = setUp();
  connection.failed();
  expect([connection.tryAt(), connection.takeTry()]).toEqual([2_000, false]);
  state.now = 2_000;
  expect([connection.takeTry(), connection.takeTry()]).toEqual([true, false]);
  connection.failed();
  expect(connection.tryAt()).toBe(6_000);
});

test('said to be back: tried at once', () => {
  const { state, connection } = setUp();
  connection.failed();
  connection.tryNow();
  expect([state.changes, connection.tryAt(), connection.takeTry()]).toEqual([2, 0, true]);
});

test('no network, says the browser: down, and tried all the same, by one lane and ever more seldom', () => {
  const { state, connection } = setUp();
  state.isOnline = false;
  const tries: number[] = [];
  for (; state.now <= 120_000; state.now += 1_000) {
    if (!connection.takeTry()) continue;
    expect([connection.isDown(), connection.takeTry()]).toEqual([true, false]);
    tries.push(state.now / 1_000);
    connection.failed();
  }
  expect(tries).toEqual([0, 2, 6, 14, 30, 60, 90, 120]);
});

test('no network, says the browser: asked for, it is tried at once', () => {
  const { state, connection } = setUp();
  state.isOnline = false;
  connection.failed();
  connection.failed();
  expect(connection.takeTry()).toBe(false);
  connection.tryNow();
  expect([state.changes, connection.tryAt(), connection.takeTry()]).toEqual([2, 0, true]);
});

test('said to be back after a long time: where the first try comes too early, the next one follows soon', () => {
  const { state, connection } = setUp();
  for (let times = 0; times < 8; times += 1) connection.failed();
  expect(connection.tryAt()).toBe(30_000);
  connection.tryNow();
  expect([connection.isDown(), connection.takeTry()]).toEqual([true, true]);
  connection.failed();
  expect([connection.isDown(), connection.tryAt(), state.changes]).toEqual([true, 2_000, 2]);
});

test('no network, says the browser, and the portal answers: the next one is tried at once, after a reading', () => {
  const { state, connection } = setUp();
  state.isOnline = false;
  expect(connection.takeTry()).toBe(true);
  connection.answered();
  expect([connection.isDown(), connection.tryAt(), connection.takeTry()]).toEqual([true, 0, true]);
});

test('pauses grow, up to a limit', () => {
  expect([0, 1, 2, 4, 5, 50].map(times.pauseAfter)).toEqual([1, 2, 4, 16, 30, 30].map((s) => s * 1_000));
  expect([0, 1, 2, 4, 5, 50].map(times.limitPause)).toEqual([5, 5, 10, 40, 60, 60].map((s) => s * 1_000));
});

test('the schedules', () => {
  expect([undefined, 0, 500, 39_999, 40_000, 75_000].map(times.nextLookUp)).toEqual([
    0, 500, 2_000, 40_000, 75_000, 75_000,
  ]);
  expect([1, 2, 6, 7, 20].map(times.keyedPause)).toEqual([500, 2_000, 75_000, 75_000, 75_000]);
  expect([undefined, 0, 15_000, 75_000].map(times.nextWatch)).toEqual([15_000, 15_000, 75_000, undefined]);
});
