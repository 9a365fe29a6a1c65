// When closing the window is worth a question.
import { describe, expect, test } from 'vitest';
import { asksBeforeLeaving } from '../../../src/conversation/useLeaveWarning.ts';
import type { Held } from '../../../src/delivery/held.ts';
import type { Item } from '../../../src/delivery/item.ts';
import { item } from './items.ts';

const kept = { hasUnsavedEdit: false, fileCount: 0 };
const problem = { kind: 'unreachable', code: 'NETWORK', portalText: '' };

/** Asked for an item where storage lasts, and where it does not. */
test.each<[string, Partial<Item>, boolean, boolean]>([
  ['queued', { state: 'queued' }, true, true],
  ['sending', { state: 'sending' }, true, true],
  ['unclear', { state: 'unclear', problem }, false, true],
  ['confirming after a lost answer', { state: 'confirming', problem }, false, true],
  ['confirming after a yes', { state: 'confirming' }, false, false],
  ['refused', { state: 'refused', problem }, false, true],
  ['stillUnclear', { state: 'stillUnclear' }, false, true],
])('%s', (_name, changes, whereKept, whereNot) => {
  const unsent = [{ item: item('a', changes) }];
  expect(asksBeforeLeaving({ ...kept, unsent, draft: '', isLasting: true })).toBe(whereKept);
  expect(asksBeforeLeaving({ ...kept, unsent, draft: '', isLasting: false })).toBe(whereNot);
});

test.each<[string, Held, boolean]>([
  ['another’s place in the order', { why: 'order', by: item('b') }, true],
  ['the same to be seen', { why: 'unseen', by: item('b') }, true],
  ['the person’s word: staying does not send it', { why: 'decision', by: item('b') }, false],
  ['a newer version: nor this one', { why: 'unknown' }, false],
])('queued, and waits for %s', (_name, held, asks) => {
  const unsent = [{ item: item('a', { state: 'queued' }), held }];
  expect(asksBeforeLeaving({ ...kept, unsent, draft: '', isLasting: true })).toBe(asks);
  expect(asksBeforeLeaving({ ...kept, unsent, draft: '', isLasting: false })).toBe(true);
});

describe('a draft', () => {
  test.each([
    ['kept', 'half a thought', true, false],
    ['lost', 'half a thought', false, true],
    ['of nothing', ' \n', false, false],
  ])('%s', (_name, draft, isLasting, asks) => {
    expect(asksBeforeLeaving({ ...kept, unsent: [], draft, isLasting })).toBe(asks);
  });
});

test.each([
  ['a change of a message', { hasUnsavedEdit: true, fileCount: 0 }],
  ['a chosen file', { hasUnsavedEdit: false, fileCount: 1 }],
])('%s is in no storage', (_name, what) => {
  expect(asksBeforeLeaving({ ...what, unsent: [], draft: '', isLasting: true })).toBe(true);
});
