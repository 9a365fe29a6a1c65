/** How often the list is read: at once, then no more than once in two seconds, and not at all while it is held back. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createJoinedReading } from '../../../../src/features/results/joinedReading.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function counting() {
  let count = 0;
  const reading = createJoinedReading(() => {
    count += 1;
  });
  return { ...reading, count: () => count };
}

test('reasons close together are one reading, those after it one more', () => {
  const { ask, count } = counting();
  ask();
  ask();
  vi.advanceTimersByTime(0);
  expect(count()).toBe(1);
  ask();
  vi.advanceTimersByTime(1_000);
  ask();
  expect(count()).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(count()).toBe(2);
  vi.advanceTimersByTime(60_000);
  expect(count()).toBe(2);
});

test('held back: once, when the last one gives it up, and only if there was reason to', () => {
  const { ask, hold, count } = counting();
  const [giveUp, giveUpToo] = [hold(), hold()];
  ask();
  giveUp();
  giveUp();
  vi.advanceTimersByTime(60_000);
  expect(count()).toBe(0);
  giveUpToo();
  vi.advanceTimersByTime(0);
  expect(count()).toBe(1);
  hold()();
  vi.advanceTimersByTime(60_000);
  expect(count()).toBe(1);
});
