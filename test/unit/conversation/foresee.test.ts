// A message that can only be what an open item became is its row, before the store has said so.
import { describe, expect, test } from 'vitest';
import { foresee } from '../../../src/conversation/foresee.ts';
import type { Item } from '../../../src/delivery/item.ts';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { isSameText } from '../../../src/portal/wireText.ts';
import { message } from '../../fixtures/message.ts';
import { item } from './items.ts';

const me = 1;
const minute = 60_000;
const now = 100 * minute;
const own = (id: number, text: string, changes: Partial<Message> = {}) =>
  message(id, { authorId: me, text, ...changes });

const files = new Map([
  [
    1,
    {
      id: 1,
      name: 'report (1).pdf',
      size: 500,
      kind: 'file',
      url: null,
      previewUrl: null,
      image: null,
    } as const,
  ],
]);

function claimed(items: Item[], messages: Message[], claims = new Map<number, string>()) {
  return [...foresee({ items, messages, files, claims, currentUserId: me, isSameText, now })];
}

test.each(['sending', 'unclear', 'confirming'] as const)('%s: own, newer, and the same text', (state) => {
  expect(claimed([item('a', { state, text: 'ok', baseline: 4 })], [own(4, 'ok'), own(5, 'ok')])).toEqual([
    [5, 'a'],
  ]);
});

test('written in the name of somebody else: by its author, not by the reader', () => {
  const asBot = item('a', { text: 'ok', target: { asUserId: 31 } });
  expect(claimed([asBot], [own(5, 'ok'), own(6, 'ok', { authorId: 31 })])).toEqual([[6, 'a']]);
});

test('in doubt for less than an hour', () => {
  const doubtful = item('a', { state: 'stillUnclear', text: 'ok', attemptEndedAt: 41 * minute });
  expect(claimed([doubtful], [own(5, 'ok')])).toEqual([[5, 'a']]);
});

test('accepted, before the chat could be read: so is its message', () => {
  expect(claimed([item('a', { state: 'sent', text: 'ok' })], [own(5, 'ok')])).toEqual([[5, 'a']]);
});

test('equal texts: each its own message, in order', () => {
  const items = [item('a', { text: 'ok' }), item('b', { text: 'ok' })];
  expect(claimed(items, [own(5, 'ok'), own(6, 'ok')])).toEqual([
    [5, 'a'],
    [6, 'b'],
  ]);
});

test('by its key, whatever its text', () => {
  expect(claimed([item('a', { text: 'ok' })], [own(5, 'OK!', { uuid: 'a' })])).toEqual([[5, 'a']]);
});

test('by the key that the portal was told, where that is another one', () => {
  const again = item('a', { text: 'ok', sendKey: 'b' });
  expect(claimed([again], [own(5, 'OK!', { uuid: 'a' }), own(6, 'OK!', { uuid: 'b' })])).toEqual([[6, 'a']]);
});

describe('a file', () => {
  const target = { dialogId: 'chat58', fileId: 'f', name: 'report.pdf', size: 500 };
  const onItsWay = (changes: Partial<Item> = {}) =>
    item('a', { kind: 'file', text: 'Here', target, ...changes });
  const shown = own(5, 'Here', { fileIds: [1] });

  test('own, newer, and one that the portal may have numbered', () => {
    expect(claimed([onItsWay()], [shown])).toEqual([[5, 'a']]);
  });

  test.each<[string, Item, Message]>([
    ['one of another size', onItsWay({ target: { ...target, size: 501 } }), shown],
    ['one of another client', onItsWay(), { ...shown, uuid: 'b' }],
    ['the same words without a file', onItsWay(), own(5, 'Here')],
    ['the same words with a file, for words alone', item('a', { text: 'Here' }), shown],
    ['a file that is not described', onItsWay(), { ...shown, fileIds: [2] }],
  ])('not %s', (_what, open, candidate) => {
    expect(claimed([open], [candidate])).toEqual([]);
  });
});

describe('not', () => {
  test.each<[string, Partial<Item>, Message]>([
    ['somebody else’s', {}, message(5, { text: 'ok' })],
    ['one of another client', {}, own(5, 'ok', { uuid: 'b' })],
    ['one that was changed since', {}, own(5, 'ok', { isEdited: true })],
    ['one that was deleted', {}, own(5, 'ok', { isDeleted: true })],
    ['another text', {}, own(5, 'no')],
    ['an older one', { baseline: 5 }, own(5, 'ok')],
    ['for one that waits', { state: 'queued' }, own(5, 'ok')],
    ['for one that was refused', { state: 'refused' }, own(5, 'ok')],
    ['for one in doubt for too long', { state: 'stillUnclear', attemptEndedAt: 39 * minute }, own(5, 'ok')],
    ['for one whose message is named', { state: 'sent', traceId: 9 }, own(5, 'ok')],
  ])('%s', (_name, changes, candidate) => {
    expect(claimed([item('a', { text: 'ok', ...changes })], [candidate])).toEqual([]);
  });

  test('for one that attempted nothing so far', () => {
    const { baseline: _baseline, ...fresh } = item('a', { text: 'ok' });
    expect(claimed([fresh], [own(5, 'ok')])).toEqual([]);
  });

  test('where it is claimed already, nor a second one', () => {
    const known = new Map([[5, 'b']]);
    expect(claimed([item('a', { text: 'ok' })], [own(5, 'ok')], known)).toEqual([[5, 'b']]);
    expect(claimed([item('b', { text: 'ok' })], [own(5, 'ok'), own(6, 'ok')], known)).toEqual([[5, 'b']]);
  });
});

test('nothing open: the same claims', () => {
  const claims = new Map([[5, 'b']]);
  expect(
    foresee({
      items: [item('a', { state: 'queued' })],
      messages: [],
      files,
      claims,
      currentUserId: me,
      isSameText,
      now,
    }),
  ).toBe(claims);
});
