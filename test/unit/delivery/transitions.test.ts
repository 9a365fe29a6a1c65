// Each arrow of the state chart that is not drawn by evidence, once.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/delivery/policy.ts';
import { keyedAttempts, limitPause, patience } from '../../../src/delivery/times.ts';
import { inState, withItem } from '../../../src/delivery/record.ts';
import * as to from '../../../src/delivery/transitions.ts';
import { itemOf, laneWith, lost, noon, policies, triedOf } from './support.ts';

describe('an attempt begins', () => {
  test('with the newest trace that anybody has seen', () => {
    const { items } = to.begin(
      { ...laneWith(itemOf({ notBefore: 1, problem: lost })), floor: 30 },
      'k1',
      20,
      noon,
    );
    expect(items).toEqual([itemOf({ state: 'sending', attempts: 1, firstAttemptAt: noon, baseline: 30 })]);
  });

  test('again: baseline and first moment stay those of the first', () => {
    const before = triedOf();
    const { attemptEndedAt: _, ...rest } = before;
    const { items } = to.begin(laneWith(before), 'k1', 99, noon + 5);
    expect(items).toEqual([{ ...rest, state: 'sending', attempts: 2 }]);
  });
});

describe('an attempt ends', () => {
  const sending = itemOf({ state: 'sending', attempts: 1, baseline: 10, firstAttemptAt: noon - 5 });
  const ended = { ...sending, attemptEndedAt: noon };

  test.each<[Outcome, object]>([
    [
      { kind: 'done', traceId: 12 },
      { state: 'sent', traceId: 12 },
    ],
    [{ kind: 'answered' }, { state: 'confirming' }],
    [
      { kind: 'refused', problem: lost },
      { state: 'refused', problem: lost },
    ],
    [
      { kind: 'later', problem: lost },
      { state: 'queued', problem: lost, pauses: 1, notBefore: noon + limitPause(1) },
    ],
    [
      { kind: 'notHere', problem: lost },
      { state: 'queued', problem: lost },
    ],
    [
      { kind: 'known', problem: lost },
      { state: 'unclear', problem: lost, isKnown: true },
    ],
    [
      { kind: 'unclear', problem: lost },
      { state: 'unclear', problem: lost },
    ],
  ])('%o', (outcome, changes) => {
    const after = to.conclude(laneWith(sending), 'k1', { attempt: 1, outcome, now: noon });
    expect(after.items).toEqual([{ ...ended, ...changes }]);
  });

  test('recognised meanwhile: stays sent, whatever the portal said', () => {
    const seen = { ...sending, state: 'sent' as const, traceId: 11 };
    const outcome: Outcome = { kind: 'refused', problem: lost };
    const { items } = to.conclude(laneWith(seen), 'k1', { attempt: 1, outcome, now: noon });
    expect(items).toEqual([{ ...seen, attemptEndedAt: noon }]);
  });

  test('an earlier one: only its name says something', () => {
    const again = laneWith({ ...sending, attempts: 2 });
    const refused: Outcome = { kind: 'refused', problem: lost };
    expect(to.conclude(again, 'k1', { attempt: 1, outcome: refused, now: noon })).toBe(again);
    const done: Outcome = { kind: 'done', traceId: 12 };
    expect(to.conclude(again, 'k1', { attempt: 1, outcome: done, now: noon }).items[0]?.state).toBe('sent');
  });

  test('taken out meanwhile: nothing changes', () => {
    const empty = laneWith();
    expect(to.conclude(empty, 'k1', { attempt: 1, outcome: { kind: 'answered' }, now: noon })).toBe(empty);
  });
});

describe('an attempt was stored and never left', () => {
  test.each(['sending', 'unclear', 'confirming', 'stillUnclear'] as const)(
    'the first one, %s meanwhile: as if it had not been',
    (state) => {
      const fresh = itemOf({ pauses: 2 });
      const begun = to.begin(laneWith(fresh), 'k1', 20, noon);
      const found = withItem(begun, 'k1', (item) => ({
        ...inState(item, state, lost),
        attemptEndedAt: noon,
      }));
      expect(to.undoBegin(found, 'k1', 1, noon + 5).items).toEqual([fresh]);
    },
  );

  test('a later one: what the earlier ones may have left is looked for as before', () => {
    const before = triedOf({ state: 'queued' });
    const begun = to.begin(laneWith(before), 'k1', 99, noon + 5);
    expect(to.undoBegin(begun, 'k1', 2, noon + 9).items).toEqual([{ ...before, attemptEndedAt: noon + 9 }]);
  });

  test('recognised meanwhile: stays sent, and is watched from now on', () => {
    const { attemptEndedAt: _, ...sent } = triedOf({ state: 'sent', traceId: 11 });
    expect(to.undoBegin(laneWith(sent), 'k1', 1, noon).items).toEqual([{ ...sent, attemptEndedAt: noon }]);
  });

  test('another page has begun again meanwhile: nothing changes', () => {
    const again = laneWith(triedOf({ state: 'sending', attempts: 2 }));
    expect(to.undoBegin(again, 'k1', 1, noon)).toBe(again);
  });
});

describe('a page takes over', () => {
  const nobody = new Set<string>();

  test('what was under way is unclear, and ended now', () => {
    const { items } = to.takeOver(laneWith(itemOf({ state: 'sending' })), nobody, () => false, noon);
    expect(items).toMatchObject([{ state: 'unclear', problem: { code: 'LEFT' }, attemptEndedAt: noon }]);
  });

  test('its own attempt goes on', () => {
    const before = laneWith(itemOf({ state: 'sending' }));
    expect(to.takeOver(before, new Set(['k1']), () => false, noon)).toBe(before);
  });

  test('recognised before its attempt had ended: watched from now on', () => {
    const { items } = to.takeOver(laneWith(itemOf({ state: 'sent', traceId: 5 })), nobody, () => false, noon);
    expect(items).toMatchObject([{ state: 'sent', attemptEndedAt: noon }]);
  });

  test('queued: goes on, or asks first', () => {
    const before = laneWith(itemOf(), itemOf({ key: 'k2' }));
    const { items } = to.takeOver(before, nobody, ({ key }) => key === 'k2', noon);
    expect(items).toMatchObject([{ state: 'queued' }, { state: 'refused', problem: { code: 'NEVER_SENT' } }]);
  });

  test('in doubt and not to be sent unasked: looked for, and not repeated', () => {
    const before = laneWith(triedOf({ kind: 'keyed' }), triedOf({ key: 'k2', kind: 'keyed' }));
    const { items } = to.takeOver(before, nobody, ({ key }) => key === 'k2', noon);
    expect(items).toMatchObject([{ state: 'unclear' }, { state: 'unclear', isOld: true }]);
    expect(to.lookedFor({ ...before, items }, policies, noon).items).toMatchObject([
      { state: 'confirming' },
      { state: 'stillUnclear' },
    ]);
    const [, asked] = to.sendAgain(
      {
        ...before,
        items: [items[0] ?? itemOf(), triedOf({ key: 'k2', state: 'stillUnclear', isOld: true })],
      },
      'k2',
      'k3',
      noon,
    ).items;
    expect(asked).not.toHaveProperty('isOld');
  });

  test('what was noted by a clock that is set back since is of now', () => {
    const ahead = noon + 3_600_000;
    const waiting = itemOf({ key: 'k2', notBefore: ahead });
    const { items } = to.takeOver(
      laneWith(triedOf({ attemptEndedAt: ahead }), waiting),
      nobody,
      () => false,
      noon,
    );
    expect(items).toMatchObject([{ attemptEndedAt: noon }, { notBefore: noon }]);
  });

  test('nothing to take over: the same record', () => {
    const before = laneWith(itemOf(), triedOf({ key: 'k2' }), itemOf({ key: 'k3', state: 'refused' }));
    expect(to.takeOver(before, nobody, () => false, noon)).toBe(before);
  });
});

describe('looked for and not found', () => {
  const cases: Array<[string, Parameters<typeof triedOf>[0], number, string]> = [
    ['early', {}, 1_000, 'confirming'],
    ['after a yes', { state: 'confirming' }, patience - 1, 'confirming'],
    ['long enough', { state: 'confirming' }, patience, 'stillUnclear'],
    ['long enough, and never before', {}, patience, 'stillUnclear'],
    ['keyed, however old', { kind: 'keyed' }, 10 * patience, 'confirming'],
    ['keyed, attempted often enough', { kind: 'keyed', attempts: keyedAttempts }, patience, 'stillUnclear'],
    ['not in doubt', { state: 'refused' }, patience, 'refused'],
    ['under way', { state: 'sending' }, patience, 'sending'],
    ['of a kind this version does not know', { kind: 'fax' }, patience, 'unclear'],
  ];
  test.each(cases)('%s', (_name, changes, age, state) => {
    expect(to.lookedFor(laneWith(triedOf(changes)), policies, noon + age).items[0]?.state).toBe(state);
  });
});

describe('this person may not read the lane', () => {
  test('the word of the portal is all there is', () => {
    expect(to.cannotLook(laneWith(triedOf({ state: 'confirming' })), policies).items[0]?.state).toBe('sent');
  });

  test('without it the person decides', () => {
    const { items } = to.cannotLook(laneWith(triedOf({ problem: lost })), policies);
    expect(items).toMatchObject([
      { state: 'stillUnclear', problem: { kind: 'network', code: 'CANNOT_LOOK' } },
    ]);
  });

  test('a keyed send is repeated first', () => {
    const before = laneWith(triedOf({ kind: 'keyed' }));
    expect(to.cannotLook(before, policies)).toBe(before);
    const often = laneWith(triedOf({ kind: 'keyed', attempts: keyedAttempts }));
    expect(to.cannotLook(often, policies).items[0]?.state).toBe('stillUnclear');
  });
});

describe('the person sends again', () => {
  test('refused: anew, with all that is known of before forgotten', () => {
    const refused = triedOf({ state: 'refused', problem: lost, attempts: 3 });
    const item = to.sendAgain(laneWith(refused), 'k1', 'k2', noon).items[0];
    expect(item).toMatchObject({ state: 'queued', attempts: 0, sendKey: 'k2', wantedAt: noon });
    for (const gone of ['baseline', 'firstAttemptAt', 'attemptEndedAt', 'problem'])
      expect(item).not.toHaveProperty(gone);
  });

  test('still unclear: what the earlier attempt left is looked for', () => {
    const item = to.sendAgain(laneWith(triedOf({ state: 'stillUnclear' })), 'k1', 'k2', noon).items[0];
    expect(item).toMatchObject({ state: 'queued', attempts: 1, baseline: 10, wantedAt: noon });
    expect(item).not.toHaveProperty('sendKey');
  });

  test.each(['queued', 'sending', 'sent', 'unclear', 'confirming'] as const)(
    '%s: nothing changes',
    (state) => {
      const before = laneWith(triedOf({ state }));
      expect(to.sendAgain(before, 'k1', 'k2', noon)).toBe(before);
    },
  );
});
