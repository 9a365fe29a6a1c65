// What a reading says about the items of a lane.
import { describe, expect, test } from 'vitest';
import { neededSince, needsEvidence, settle } from '../../../src/delivery/settle.ts';
import { copiesWithin, patience, recognisedFor } from '../../../src/delivery/times.ts';
import { itemOf, laneWith, noon, policies, traceOf, triedOf } from './support.ts';

/** What the items are after the reading: their traces, or what else they are. */
function read(record: ReturnType<typeof laneWith>, traces: Array<ReturnType<typeof traceOf>>, now = noon) {
  const { record: after, copies } = settle(record, traces, policies, now);
  return {
    items: after.items.map(({ state, traceId }) => (state === 'sent' ? traceId : state)),
    copies: copies.map(({ key, traceId }) => `${key}: ${traceId}`),
    floor: after.floor,
  };
}

describe('what confirms an item', () => {
  test.each(['queued', 'sending', 'unclear', 'confirming', 'stillUnclear', 'refused'] as const)(
    'a trace newer than its baseline, while it is %s',
    (state) => {
      const lane = laneWith(triedOf({ state }));
      expect(read(lane, [traceOf(10)]).items).toEqual([state]);
      expect(read(lane, [traceOf(10), traceOf(11)])).toMatchObject({ items: [11], floor: 11 });
    },
  );

  test('no trace where no attempt has begun', () => {
    expect(read(laneWith(itemOf()), [traceOf(11)]).items).toEqual(['queued']);
  });

  test('one trace, one item: the oldest', () => {
    const lane = laneWith(triedOf(), triedOf({ key: 'k2' }));
    expect(read(lane, [traceOf(11)]).items).toEqual([11, 'unclear']);
    expect(read(lane, [traceOf(11), traceOf(12)]).items).toEqual([11, 12]);
  });

  test('not one that has confirmed another already', () => {
    const lane = laneWith(triedOf({ state: 'sent', traceId: 11 }), triedOf({ key: 'k2' }));
    expect(read(lane, [traceOf(11)]).items).toEqual([11, 'unclear']);
  });

  test('not one of somebody else, nor one that only may be it', () => {
    const traces = [traceOf(11, { likeness: 'other' }), traceOf(12, { likeness: 'perhaps' })];
    expect(read(laneWith(triedOf()), traces, noon + patience).items).toEqual(['unclear']);
  });

  test('with a key that the portal knows: one whose own key has had time to show', () => {
    const perhaps = [traceOf(11, { likeness: 'perhaps' })];
    const lane = laneWith(triedOf({ kind: 'keyed', isKnown: true }));
    expect(read(lane, perhaps, noon + patience - 1).items).toEqual(['unclear']);
    expect(read(lane, perhaps, noon + patience).items).toEqual([11]);
    expect(read(laneWith(triedOf({ kind: 'keyed' })), perhaps, noon + patience).items).toEqual(['unclear']);
  });

  test.each(['refused', 'stillUnclear'] as const)('%s: for an hour, by itself', (state) => {
    const lane = laneWith(triedOf({ state }));
    expect(read(lane, [traceOf(11)], noon + recognisedFor - 1).items).toEqual([11]);
    expect(read(lane, [traceOf(11)], noon + recognisedFor).items).toEqual([state]);
  });

  test('nothing found: the same record', () => {
    const lane = laneWith(triedOf(), triedOf({ kind: 'fax', key: 'k2' }));
    expect(settle(lane, [traceOf(11, { text: 'y' })], policies, noon).record).toBe(lane);
  });
});

describe('extra copies', () => {
  const sent = triedOf({ state: 'sent', traceId: 11 });

  test('what is left over and near', () => {
    const near = traceOf(12, { at: noon + copiesWithin });
    const far = traceOf(13, { at: noon + copiesWithin + 1 });
    expect(read(laneWith(sent), [traceOf(11), near, far]).copies).toEqual(['k1: 12']);
  });

  test('in the same reading that confirms', () => {
    expect(read(laneWith(triedOf()), [traceOf(11), traceOf(12)])).toMatchObject({
      items: [11],
      copies: ['k1: 12'],
    });
  });

  test('not what another item waits for, nor what is older than the attempt', () => {
    const lane = laneWith(sent, triedOf({ key: 'k2', state: 'sending' }));
    expect(read(lane, [traceOf(9), traceOf(11), traceOf(12)])).toMatchObject({ items: [11, 12], copies: [] });
  });

  test('each belongs to one item', () => {
    const lane = laneWith(sent, { ...sent, key: 'k2', traceId: 12 });
    expect(read(lane, [traceOf(11), traceOf(12), traceOf(13)]).copies).toHaveLength(1);
  });

  test.each([
    ['told already', { copies: [12] }],
    ['keyed: the portal makes none', { kind: 'keyed' }],
    ['not sent', { state: 'refused' as const, attemptEndedAt: noon - recognisedFor }],
  ])('none: %s', (_name, changes) => {
    expect(read(laneWith({ ...sent, ...changes }), [traceOf(11), traceOf(12)]).copies).toEqual([]);
  });

  test('none while its own trace is not in the reading', () => {
    expect(read(laneWith(sent), [traceOf(12)]).copies).toEqual([]);
  });
});

test('how far back must be read', () => {
  expect(needsEvidence(laneWith(itemOf()))).toBe(false);
  expect(neededSince(laneWith(itemOf()), noon)).toBe(Infinity);
  const lane = laneWith(
    triedOf({ baseline: 30 }),
    triedOf({ baseline: 20 }),
    triedOf({ baseline: 5, state: 'refused' }),
    triedOf({ baseline: 3, state: 'sent', traceId: 4, attemptEndedAt: noon - recognisedFor }),
  );
  expect(needsEvidence(lane)).toBe(true);
  expect(neededSince(lane, noon)).toBe(20);
});
