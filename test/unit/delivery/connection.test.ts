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

test('no network: down, and not tried', () => {
  const { state, connection } = setUp();
  state.isOnline = false;
  expect([connection.isDown(), connection.tryAt(), connection.takeTry()]).toEqual([true, Infinity, false]);
  connection.failed();
  state.now = 60_000;
  expect(connection.takeTry()).toBe(false);
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
