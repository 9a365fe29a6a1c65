/** Whose turn it is among several messages, and what has come of each. */
import { describe, expect, test } from 'vitest';
import { beginRun, nextOf, outcomeOf, type Run } from '../../../../src/features/results/bulk.ts';
import type { Item, ItemState } from '../../../../src/delivery/item.ts';

const item = (state: ItemState, isDoubtful = false): Item => ({
  key: 'k',
  kind: 'taskResult',
  text: '',
  target: {},
  state,
  createdAt: 0,
  attempts: 1,
  ...(isDoubtful ? { problem: { kind: 'unreachable', code: 'X', portalText: '' } } : {}),
});
const known = (made: number[] = [], onTheWay: Array<[number, Item]> = []) => ({
  isResult: (id: number) => made.includes(id),
  onTheWay: new Map(onTheWay),
});
const run = (changes: Partial<Run> = {}): Run => ({ ...beginRun([1, 2, 3]), ...changes });
const asked = (...ids: number[]) => ({ asked: new Set(ids) });

describe('the next', () => {
  test('is the first, then waits for the one under way', () => {
    expect(nextOf(run(), known())).toBe(1);
    expect(nextOf(run(asked(1)), known([], [[1, item('queued')]]))).toBeNull();
    expect(nextOf(run(asked(1)), known([], [[1, item('sending')]]))).toBeNull();
  });

  test.each<[string, ReturnType<typeof known>]>([
    ['made', known([1])],
    ['refused', known([], [[1, item('refused')]])],
    ['looked for: nobody waits 75 s for it', known([], [[1, item('unclear', true)]])],
    ['taken out', known()],
  ])('comes when the one before is %s', (_why, facts) => {
    expect(nextOf(run(asked(1)), facts)).toBe(2);
  });

  test('is none after the last, and none once stopped', () => {
    expect(nextOf(run(asked(1, 2, 3)), known([1, 2, 3]))).toBeNull();
    expect(nextOf(run({ isStopped: true }), known())).toBeNull();
  });
});

test('what has come of each', () => {
  const one = run({ ...asked(1, 2), skipped: new Set([3]) });
  const facts = known([1, 3], [[2, item('stillUnclear')]]);
  expect([1, 2, 3].map((id) => outcomeOf(one, id, facts))).toEqual(['made', 'open', 'already']);
  expect(outcomeOf(run(asked(1)), 1, known())).toBe('dropped');
  expect(outcomeOf(run({ isStopped: true }), 2, known())).toBe('stopped');
});
