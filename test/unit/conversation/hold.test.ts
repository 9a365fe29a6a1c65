// What is queued: the plan begins it, or its row says what it waits for. One table, and the policies as they ship.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { briefly, holdOf, type Hold } from '../../../src/conversation/hold.ts';
import { heldIn } from '../../../src/delivery/held.ts';
import type { Item, Problem } from '../../../src/delivery/item.ts';
import { mayBegin } from '../../../src/delivery/plan.ts';
import { realPolicies as policies } from '../../fixtures/policies.ts';
import { item } from './items.ts';

type Changes = Partial<Item>;

const problem = (kind: string): Problem => ({ kind, code: 'ANY', portalText: '' });
const lost = { problem: problem('unreachable') };
const long = 'word '.repeat(3_100);

/** Keys are `a`, `b` …; the first is "ok", and each other is queued and "ok". */
function laneOf(first: Changes, ...rest: Changes[]): Item[] {
  return [first, ...rest].map((changes, at) =>
    item('abcdef'.charAt(at), { state: at === 0 ? 'sent' : 'queued', text: 'ok', ...changes }),
  );
}

function begunIn(items: Item[]): string {
  const begun = items.filter(({ key, state }) => {
    return state === 'queued' && mayBegin({ lane: 'chat58', floor: 0, items }, key, policies);
  });
  return begun.map(({ key }) => key).join();
}

/** Of what is queued, in order. */
function holdsIn(items: Item[], isDown = false): Array<Hold | null> {
  const held = heldIn(items, policies);
  return items.filter(({ state }) => state === 'queued').map((one) => holdOf(one, { held, isDown }));
}

const other = { text: 'fine' };
const reply = (asUserId?: number): Changes => ({
  kind: 'openLineReply',
  target: { chatId: 101, ...(asUserId === undefined ? {} : { asUserId }) },
});
const keyed = { kind: 'dialogMessage' };
const fileOf = (name: string): Changes => ({ kind: 'file', text: '', target: { name, size: 5 } });

test.each<[string, items: Item[], begins: string, holds: Hold[], offline?: Hold[]]>([
  ['its turn', laneOf({ state: 'queued' }), 'a', ['turn']],
  ['its turn behind one under way', laneOf({ state: 'sending' }, {}, other), '', ['turn', 'turn']],
  ['passes one that is refused', laneOf({ state: 'refused' }, {}), 'b', ['turn']],
  ['passes one that is sent', laneOf({ state: 'sent', traceId: 5 }, {}), 'b', ['turn']],
  ['an upload may be long', laneOf({ ...fileOf('a.pdf'), state: 'sending' }, {}), '', ['upload']],
  ['behind one in doubt', laneOf({ state: 'unclear' }, other, {}), '', ['doubt', 'doubt']],
  ['behind one looked for', laneOf({ state: 'confirming', ...lost }, other), '', ['doubt']],
  ['behind one that is repeated', laneOf({ state: 'sending', ...lost }, other), '', ['doubt']],
  // Accepted, and not seen yet.
  ['another text passes one accepted', laneOf({ state: 'confirming' }, other), 'b', ['turn']],
  [
    'the same waits for it, and who is behind',
    laneOf({ state: 'confirming' }, {}, other),
    '',
    ['unseen', 'order'],
  ],
  [
    'of three the last one is in order',
    laneOf({ state: 'confirming' }, {}, {}, other),
    '',
    ['unseen', 'order', 'order'],
  ],
  // The person decides.
  ['the same waits for the person’s word', laneOf({ state: 'stillUnclear' }, {}), '', ['alike'], ['alike']],
  [
    'others pass it',
    laneOf({ state: 'stillUnclear' }, {}, other, {}),
    'c',
    ['alike', 'turn', 'alike'],
    ['alike', 'connection', 'alike'],
  ],
  [
    'before all else',
    laneOf({ state: 'stillUnclear' }, { problem: problem('limit') }),
    '',
    ['alike'],
    ['alike'],
  ],
  [
    'also where the same is accepted below',
    laneOf({ state: 'stillUnclear' }, { state: 'confirming' }, {}, other),
    'd',
    ['alike', 'turn'],
    ['alike', 'connection'],
  ],
  // What the portal makes of them is the same, whichever stands first.
  [
    'a mention below its bare name',
    laneOf({ state: 'stillUnclear', text: 'Bo ok' }, { text: '[USER=5]Bo[/USER] ok' }),
    '',
    ['alike'],
    ['alike'],
  ],
  [
    'a mention above its bare name',
    laneOf({ state: 'stillUnclear', text: '[USER=5]Bo[/USER] ok' }, { text: 'Bo ok' }),
    '',
    ['alike'],
    ['alike'],
  ],
  [
    'two texts that begin alike, as far as a cut leaves them',
    laneOf({ state: 'stillUnclear', text: `${long}a` }, { text: `${long}b` }),
    '',
    ['alike'],
    ['alike'],
  ],
  [
    'the same file',
    laneOf({ ...fileOf('a.pdf'), state: 'stillUnclear' }, fileOf('a.PDF')),
    '',
    ['alike'],
    ['alike'],
  ],
  ['another file', laneOf({ ...fileOf('a.pdf'), state: 'stillUnclear' }, fileOf('b.pdf')), 'b', ['turn']],
  // The portal tells them apart, and so does nothing else keep them.
  ['two with keys', laneOf({ ...keyed, state: 'stillUnclear' }, keyed), 'b', ['turn']],
  ['a key and none', laneOf({ ...keyed, state: 'stillUnclear' }, {}), '', ['alike'], ['alike']],
  // One kind sees the likeness, the other does not.
  ['a reply and a key', laneOf({ ...reply(7), state: 'stillUnclear' }, keyed), '', ['alike'], ['alike']],
  ['a key and a reply', laneOf({ ...keyed, state: 'stillUnclear' }, reply(7)), '', ['alike'], ['alike']],
  ['replies of two authors', laneOf({ ...reply(), state: 'stillUnclear' }, reply(7)), 'b', ['turn']],
  [
    'replies of one author',
    laneOf({ ...reply(7), state: 'stillUnclear' }, reply(7)),
    '',
    ['alike'],
    ['alike'],
  ],
  // What the portal wants.
  ['patience', laneOf({ state: 'queued', problem: problem('limit') }, other), 'a', ['limit', 'order']],
  ['a new session', laneOf({ state: 'queued', problem: problem('auth') }, other), 'a', ['session', 'order']],
  ['another try', laneOf({ state: 'queued', problem: problem('unclear') }, other), 'a', ['retry', 'order']],
  [
    'a newer version',
    laneOf({ state: 'queued', kind: 'fax' }, other),
    'b',
    ['version', 'turn'],
    ['version', 'connection'],
  ],
])('%s', (_name, items, begins, holds, offline = holds.map(() => 'connection')) => {
  expect(begunIn(items)).toBe(begins);
  expect(holdsIn(items)).toEqual(holds);
  expect(holdsIn(items, true)).toEqual(offline);
});

test.each([
  ['the connection, to be looked for', { state: 'unclear' }, true, 'connection'],
  ['nothing while it is looked for', { state: 'confirming' }, false, null],
  ['nothing once decided', { state: 'refused' }, true, null],
  ['nothing once sent', { state: 'sent' }, true, null],
] as const)('waits for %s', (_name, changes, isDown, hold) => {
  expect(holdOf(item('a', changes), { held: new Map(), isDown })).toBe(hold);
});

describe('whatever a lane holds', () => {
  const mayHold = {
    decision: /^(stillUnclear|queued)$/,
    unseen: /^confirming$/,
    order: /^(queued|sending|confirming)$/,
  };
  const anyItem = fc.record({
    state: fc.constantFrom<Item['state'][]>(
      'queued',
      'queued',
      'sending',
      'sent',
      'confirming',
      'stillUnclear',
    ),
    text: fc.constantFrom('ok', 'fine', 'Bo ok', '[USER=5]Bo[/USER] ok'),
    kind: fc.constantFrom('taskText', 'taskText', 'dialogMessage', 'fax'),
    problem: fc.option(fc.constant(problem('limit')), { nil: undefined }),
  });
  const anyLane = fc
    .array(anyItem, { maxLength: 6 })
    .map((all) =>
      all.map(({ problem: its, ...changes }, at) =>
        item(`k${at}`, { ...changes, ...(its && { problem: its }) }),
      ),
    );

  test('what is queued is the next, or says by what it is held, which stands before it', () => {
    fc.assert(
      fc.property(anyLane, (items) => {
        const held = heldIn(items, policies);
        const queued = items.filter(({ state }) => state === 'queued');
        const next = queued.filter(({ key }) => !held.has(key));
        expect(next.map(({ key }) => key).join()).toBe(begunIn(items));
        expect(next.length).toBeLessThan(2);
        expect([...held.keys()].every((key) => queued.some((one) => one.key === key))).toBe(true);
        for (const one of queued) {
          const reason = held.get(one.key);
          if (!reason || reason.why === 'unknown') continue;
          expect(items.indexOf(reason.by)).toBeLessThan(items.indexOf(one));
          expect(reason.by.state).toMatch(mayHold[reason.why]);
          expect(reason.by.kind).not.toBe('fax');
        }
      }),
    );
  });

  test('only what waits for one that is begun at once says no more than that it waits', () => {
    fc.assert(
      fc.property(anyLane, (items) => {
        const held = heldIn(items, policies);
        for (const one of items) {
          if (one.state !== 'queued' || holdOf(one, { held, isDown: false }) !== 'turn') continue;
          const reason = held.get(one.key);
          const first = reason?.why === 'order' ? reason.by : one;
          expect(first.state).toMatch(/^(queued|sending)$/);
          expect(first.problem).toBeUndefined();
        }
      }),
    );
  });
});

test('what is over in a moment as a rule is told later than the rest', () => {
  const holds: Hold[] = ['connection', 'limit', 'session', 'retry', 'alike', 'doubt', 'upload', 'version'];
  expect(holds.map(briefly)).toEqual(holds.map(() => 0));
  expect(briefly('unseen')).toBeGreaterThan(0);
  expect(briefly('order')).toBeGreaterThan(0);
  expect(briefly('turn')).toBeGreaterThan(briefly('order'));
});
