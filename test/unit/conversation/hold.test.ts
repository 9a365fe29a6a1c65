// What a message on its way waits for.
import { expect, test } from 'vitest';
import { holdOf, isWaiting } from '../../../src/conversation/hold.ts';
import type { Item } from '../../../src/delivery/item.ts';
import { isSameText } from '../../../src/portal/wireText.ts';
import { item } from './items.ts';

const problem = (kind: string) => ({ kind, code: 'HTTP_503', portalText: '' });
const queued = (changes: Partial<Item> = {}) => item('b', { state: 'queued', text: 'ok', ...changes });
const above = (state: Item['state'], text = 'ok') => [item('a', { state, text })];

test.each([
  ['its turn', queued(), [], false, 'turn'],
  ['its turn behind one under way', queued(), above('sending'), false, 'turn'],
  [
    'its turn behind an upload, which may be long',
    queued(),
    [item('f', { kind: 'file', state: 'sending' })],
    false,
    'upload',
  ],
  ['its turn behind one that the portal has accepted', queued(), above('confirming', 'no'), false, 'turn'],
  ['what becomes of one above', queued(), above('unclear', 'no'), false, 'doubt'],
  [
    'the person’s word before all else',
    queued({ problem: problem('limit') }),
    above('stillUnclear'),
    true,
    'alike',
  ],
  ['the portal’s patience', queued({ problem: problem('limit'), notBefore: 9 }), [], false, 'limit'],
  ['a new session', queued({ problem: problem('auth'), notBefore: 9 }), [], false, 'session'],
  ['another try', queued({ problem: problem('unclear'), notBefore: 9 }), [], false, 'retry'],
  ['the person’s word on the same text', queued(), above('stillUnclear'), false, 'alike'],
  ['not on another text', queued(), above('stillUnclear', 'no'), false, 'turn'],
  ['not on one that is refused', queued(), above('refused'), false, 'turn'],
  ['the connection, to be looked for', item('b', { state: 'unclear' }), [], true, 'connection'],
  ['nothing while it is looked for', item('b', { state: 'confirming' }), [], false, null],
  ['nothing once decided', item('b', { state: 'refused' }), [], true, null],
  ['nothing once sent', item('b', { state: 'sent' }), [], true, null],
] as const)('%s', (_name, one, before, isDown, hold) => {
  expect(holdOf(one, { before, isDown, isSameText })).toBe(hold);
});

test.each([
  ['connection', true],
  ['limit', true],
  ['retry', true],
  ['alike', true],
  ['doubt', true],
  ['upload', true],
  ['turn', false],
] as const)('%s: it may be for long (%o)', (hold, isLong) => {
  expect(isWaiting(hold, queued())).toBe(isLong);
  // Something of it may be there already.
  expect(isWaiting(hold, item('b', { state: 'unclear' }))).toBe(false);
});
