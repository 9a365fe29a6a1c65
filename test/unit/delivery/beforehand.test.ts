// What a reading says against an attempt that was about to begin.
import { describe, expect, test } from 'vitest';
import { decideBefore } from '../../../src/delivery/beforehand.ts';
import type { LaneRecord } from '../../../src/delivery/store.ts';
import { sendAgain } from '../../../src/delivery/transitions.ts';
import { itemOf, laneWith, lost, noon, policies, traceOf, triedOf } from './support.ts';

const again = triedOf({ state: 'queued', problem: lost });
const changed = traceOf(12, { likeness: 'perhaps' });

function decide(record: LaneRecord, ...traces: Array<ReturnType<typeof traceOf>>) {
  const { record: next, mayGoOn } = decideBefore(record, 'k1', traces, { policies, now: noon });
  return { isSame: next === record, mayGoOn, items: next.items };
}

describe('it begins', () => {
  test.each<[string, LaneRecord, ReturnType<typeof traceOf>]>([
    ['nothing own was changed', laneWith(again), traceOf(12, { likeness: 'other' })],
    ['what was changed is older', laneWith(again), traceOf(10, { likeness: 'perhaps' })],
    ['it became another one', laneWith(again, triedOf({ key: 'k2', state: 'sent', traceId: 12 })), changed],
    ['it became one that is gone', { ...laneWith(again), claimed: [12] }, changed],
    ['it was never attempted', laneWith(itemOf()), changed],
    ['a key tells', laneWith(triedOf({ state: 'queued', kind: 'keyed' })), changed],
  ])('%s', (_name, record, trace) => {
    expect(decide(record, trace)).toMatchObject({ isSame: true, mayGoOn: true });
  });
});

describe('it does not begin', () => {
  test('an own message was changed that is nobody’s: the person is asked, and not twice for the same one', () => {
    const { mayGoOn, items } = decide(laneWith(again), changed);
    expect({ mayGoOn, items }).toMatchObject({
      mayGoOn: false,
      items: [{ state: 'stillUnclear', baseline: 12, problem: lost }],
    });
    const wanted = sendAgain(laneWith(...items), 'k1', 'k2', noon);
    expect(decide(wanted, changed).mayGoOn).toBe(true);
  });

  test('check-first: the portal holds it already', () => {
    const { mayGoOn, items } = decide(laneWith(itemOf({ kind: 'check' })), traceOf(3));
    expect({ mayGoOn, items }).toMatchObject({
      mayGoOn: false,
      items: [{ state: 'sent', traceId: 3, attemptEndedAt: noon }],
    });
  });

  test.each(['sent', 'stillUnclear', 'refused'] as const)('it is %s by now', (state) => {
    const record = laneWith(triedOf({ state, traceId: 11 }));
    expect(decide(record, changed)).toMatchObject({ isSame: true, mayGoOn: false });
  });

  test('it is gone', () => {
    expect(decide(laneWith(), changed)).toMatchObject({ isSame: true, mayGoOn: false });
  });
});
