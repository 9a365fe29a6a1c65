/** How often a dialog is read (RF 8.3: the whole office shares one limit). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pollInterval } from '../../../src/conversation/pollInterval.ts';

const second = 1_000;
const minute = 60 * second;

const quiet: Array<[quietFor: number, interval: number]> = [
  [0, 4 * second],
  [minute - 1, 4 * second],
  [minute, 10 * second],
  [5 * minute - 1, 10 * second],
  [5 * minute, 30 * second],
  [15 * minute - 1, 30 * second],
  [15 * minute, minute],
  [24 * 60 * minute, minute],
];

test.each(quiet)('quiet for %i ms: every %i ms', (quietFor, interval) => {
  expect(pollInterval(quietFor, 0, false)).toBe(interval);
});

const failing: Array<[failures: number, interval: number]> = [
  [1, 8 * second],
  [2, 16 * second],
  [3, 32 * second],
  [4, minute],
  [50, minute],
  [5_000, minute],
];

test.each(failing)('%i failures in a row: %i ms', (failures, interval) => {
  expect(pollInterval(0, failures, false)).toBe(interval);
});

test('too many requests: half a minute at least, and no faster than without', () => {
  expect(pollInterval(0, 0, true)).toBe(30 * second);
  expect(pollInterval(0, 1, true)).toBe(30 * second);
  expect(pollInterval(20 * minute, 1, true)).toBe(minute);
});

test('never faster for a longer silence or one more failure, and always between 4 s and a minute', () => {
  const ms = fc.nat({ max: 60 * minute });
  const failures = fc.nat({ max: 100 });
  fc.assert(
    fc.property(ms, ms, failures, fc.boolean(), (quietFor, more, count, isLimited) => {
      const interval = pollInterval(quietFor, count, isLimited);
      expect(interval).toBeGreaterThanOrEqual(4 * second);
      expect(interval).toBeLessThanOrEqual(minute);
      expect(pollInterval(quietFor + more, count, isLimited)).toBeGreaterThanOrEqual(interval);
      expect(pollInterval(quietFor, count + 1, isLimited)).toBeGreaterThanOrEqual(interval);
    }),
  );
});
