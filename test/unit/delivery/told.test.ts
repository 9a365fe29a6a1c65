import { describe, expect, test } from 'vitest';
import type { LaneRecord } from '../../../src/delivery/store.ts';
import { laneValue, readLane } from '../../../src/delivery/storedLane.ts';
import { copiedIn, tellOf, withoutTold } from '../../../src/delivery/told.ts';
import { forget } from '../../../src/delivery/transitions.ts';
import { laneWith, noon, triedOf } from './support.ts';

const sent = triedOf({ state: 'sent', traceId: 11 });
const copy = { key: 'k1', traceId: 12 };

/** Those that no screen has shown. */
function told(record: LaneRecord): number[] {
  return [...copiedIn(record, new Map())].flatMap(([id, how]) => (how === 'untold' ? id : []));
}

describe('a copy that stays', () => {
  test('is told with its item, and after it', () => {
    const record = tellOf(laneWith(sent), copy, noon);
    expect(record.items[0]?.copies).toEqual([12]);
    expect(told(record)).toEqual([11]);
    expect(told(forget(record, new Set(['k1'])))).toEqual([11]);
  });

  test('is told once, whoever finds it; nothing is told of an item that is gone', () => {
    const record = tellOf(laneWith(sent), copy, noon);
    expect(tellOf(record, copy, noon)).toBe(record);
    const empty = laneWith();
    expect(tellOf(empty, copy, noon)).toBe(empty);
  });

  test('that the person was shown is not told any more, others are', () => {
    const both = tellOf(tellOf(laneWith(sent), copy, noon), { ...copy, traceId: 13 }, noon);
    const other = { traceId: 22, of: 21, until: noon };
    const left = forget({ ...both, told: [...(both.told ?? []), other] }, new Set(['k1']));
    expect(told(withoutTold(left, 11))).toEqual([21]);
    expect(withoutTold(withoutTold(left, 11), 21)).toEqual(laneWith());
    expect(withoutTold(left, 12)).toBe(left);
  });

  test('a page goes on showing what it has shown', () => {
    const record = tellOf(laneWith(sent), copy, noon);
    const known = copiedIn(record, new Map());
    expect(copiedIn(record, known)).toBe(known);
    expect([...copiedIn(laneWith(), known)]).toEqual([[11, 'told']]);
  });
});

describe('in the database', () => {
  const read = (value: unknown) => readLane('chat1', value).record.told;

  test('it stays, for some days', () => {
    const record = tellOf(laneWith(sent), copy, Date.now());
    expect(read(laneValue({ record, unread: [] }))).toEqual(record.told);
    const days = 24 * 60 * 60_000;
    const old = tellOf(laneWith(sent), copy, Date.now() - 8 * days);
    expect(read(laneValue({ record: old, unread: [] }))).toBeUndefined();
  });

  test('what this version cannot read is passed over', () => {
    expect(read({ ...laneWith(sent), told: [{ traceId: 'twelve' }] })).toBeUndefined();
  });
});
