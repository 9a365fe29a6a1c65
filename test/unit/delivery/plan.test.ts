// What a lane has to do next.
import { describe, expect, test } from 'vitest';
import { nextStep } from '../../../src/delivery/plan.ts';
import { patience } from '../../../src/delivery/times.ts';
import type { Item } from '../../../src/delivery/item.ts';
import { itemOf, laneWith, lost, noon, policies, triedOf } from './support.ts';

interface Seen {
  /** key -> ms after noon */
  looked?: Record<string, number>;
  urgent?: string[];
  /** ms after noon */
  now?: number;
}

function plan(items: Item[], { looked = {}, urgent = [], now = 0 }: Seen = {}) {
  const lookedAt = new Map(Object.entries(looked).map(([key, at]) => [key, noon + at]));
  return nextStep(
    laneWith(...items),
    policies,
    { lookedAt, urgent: new Set(urgent), copied: new Set(), copiesDueAt: Infinity },
    noon + now,
  );
}

const next = itemOf({ key: 'next', text: 'y' });
const alike = itemOf({ key: 'next', text: 'x' });
const attempt = { do: 'attempt', key: 'next' };

describe('order', () => {
  test('the oldest goes first', () => {
    expect(plan([next, itemOf({ key: 'later' })])).toEqual(attempt);
  });

  test.each<[string, Item]>([
    ['under way', itemOf({ state: 'sending' })],
    ['unclear', triedOf()],
    ['looked for', triedOf({ state: 'confirming', problem: lost })],
    ['queued', itemOf({ notBefore: noon + 1_000 })],
  ])('waits for one that is %s', (_name, before) => {
    expect(plan([before, next], { looked: { k1: 0 } })).not.toEqual(attempt);
  });

  test.each<[string, Item]>([
    ['accepted', triedOf({ state: 'confirming' })],
    ['refused', triedOf({ state: 'refused' })],
    ['still unclear', triedOf({ state: 'stillUnclear' })],
    ['sent', triedOf({ state: 'sent', traceId: 11 })],
  ])('passes one that is %s', (_name, before) => {
    expect(plan([before, next], { looked: { k1: 0 } })).toEqual(attempt);
  });

  test('an alike one waits until it cannot be mistaken', () => {
    const waits = (before: Item) => plan([before, alike], { looked: { k1: 0 } }).do !== 'attempt';
    expect(waits(triedOf({ state: 'confirming' }))).toBe(true);
    expect(waits(triedOf({ state: 'stillUnclear' }))).toBe(true);
    expect(waits(triedOf({ state: 'refused' }))).toBe(false);
    expect(waits(triedOf({ state: 'sent', traceId: 11 }))).toBe(false);
  });

  test('what waits behind one that asks lets others pass', () => {
    expect(plan([triedOf({ state: 'stillUnclear' }), itemOf({ key: 'k2' }), next])).toEqual(attempt);
  });
});

test('too many requests: not before the time is over', () => {
  const item = itemOf({ key: 'next', notBefore: noon + 5_000 });
  expect(plan([item])).toEqual({ do: 'wait', until: noon + 5_000 });
  expect(plan([item], { now: 5_000 })).toEqual(attempt);
});

describe('looking for one in doubt', () => {
  test.each([
    [undefined, 0],
    [0, 500],
    [500, 2_000],
    [2_000, 5_000],
    [5_000, 15_000],
    [15_000, 40_000],
    [40_000, 75_000],
  ])('last looked for at age %s: again at %i', (last, due) => {
    const looked = last === undefined ? {} : { k1: last };
    expect(plan([triedOf()], { looked, now: due })).toEqual({ do: 'lookUp' });
    if (due > 0)
      expect(plan([triedOf()], { looked, now: due - 1 })).toEqual({ do: 'wait', until: noon + due });
  });

  test('now, because the person wants it', () => {
    expect(plan([triedOf()], { looked: { k1: 0 }, urgent: ['k1'] })).toEqual({ do: 'lookUp' });
  });

  test('keyed: after its pause, then it is repeated', () => {
    const keyed = triedOf({ kind: 'keyed', key: 'next' });
    expect(plan([keyed])).toEqual({ do: 'wait', until: noon + 500 });
    expect(plan([keyed], { now: 500 })).toEqual({ do: 'lookUp' });
    expect(plan([keyed], { now: 500, looked: { next: 500 } })).toEqual(attempt);
  });
});

describe('a sent one', () => {
  const sent = triedOf({ state: 'sent', traceId: 11 });

  test('is watched for copies, then forgotten', () => {
    expect(plan([sent])).toEqual({ do: 'wait', until: noon + 15_000 });
    expect(plan([sent], { now: 15_000 })).toEqual({ do: 'lookUp' });
    expect(plan([sent], { now: 15_000, looked: { k1: 15_000 } })).toEqual({
      do: 'wait',
      until: noon + patience,
    });
    expect(plan([sent], { now: patience, looked: { k1: 15_000 } })).toEqual({ do: 'lookUp' });
    expect(plan([sent], { now: patience, looked: { k1: patience } })).toEqual({
      do: 'forget',
      keys: new Set(['k1']),
    });
  });

  test.each<[string, Item]>([
    ['keyed', triedOf({ state: 'sent', traceId: 11, kind: 'keyed' })],
    ['that nobody can read', triedOf({ state: 'sent' })],
  ])('%s is forgotten without', (_name, item) => {
    expect(plan([item], { now: 15_000 })).toEqual({ do: 'wait', until: noon + patience });
    expect(plan([item], { now: patience })).toEqual({ do: 'forget', keys: new Set(['k1']) });
  });

  test('is not forgotten before its attempt has ended', () => {
    const { attemptEndedAt: _, ...underWay } = sent;
    expect(plan([underWay], { now: 10 * patience })).toEqual({ do: 'rest' });
  });
});

describe('nothing to do', () => {
  test('rests: empty, only what asks, only what this version does not know', () => {
    expect(plan([])).toEqual({ do: 'rest' });
    expect(plan([triedOf({ state: 'refused' }), triedOf({ key: 'k2', state: 'stillUnclear' })])).toEqual({
      do: 'rest',
    });
    expect(plan([itemOf({ kind: 'fax' })])).toEqual({ do: 'rest' });
  });

  test('waits for what is under way', () => {
    expect(plan([itemOf({ state: 'sending' })])).toEqual({ do: 'wait', until: Infinity });
  });
});
