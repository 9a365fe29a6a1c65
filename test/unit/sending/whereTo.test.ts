/** Where something is to go, by what stands in its target: of any version, so nothing of it is believed. */
import { expect, test } from 'vitest';
import { whereTo, type WhereTo } from '../../../src/sending/whereTo.ts';
import type { Item } from '../../../src/delivery/item.ts';

test.each<[string, Item['target'], WhereTo | null]>([
  ['a task', { taskId: 51, chatId: 58 }, { type: 'task', id: 51 }],
  ['a file that becomes a result', { dialogId: 'chat58', asResult: 51 }, { type: 'task', id: 51 }],
  ['a client', { entityType: 'deal', entityId: 7, chatId: 106 }, { type: 'deal', id: 7 }],
  ['an id as text', { entityType: 'lead', entityId: '7' }, { type: 'lead', id: 7 }],
  ['the dialog alone', { dialogId: 'chat58' }, null],
  ['another kind of card', { entityType: 'quote', entityId: 7 }, null],
  ['no number', { taskId: '7/../../logout' }, null],
  ['nothing', { taskId: 0 }, null],
])('%s', (_name, target, where) => {
  expect(whereTo({ target })).toEqual(where);
});
