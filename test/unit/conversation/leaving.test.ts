// When closing the window is worth a question.
import { describe, expect, test } from 'vitest';
import { asksBeforeLeaving } from '../../../src/conversation/useLeaveWarning.ts';
import type { Item } from '../../../src/delivery/item.ts';
import { item } from './items.ts';

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
  expect(asksBeforeLeaving({ unsent, draft: '', isLasting: true })).toBe(whereKept);
  expect(asksBeforeLeaving({ unsent, draft: '', isLasting: false })).toBe(whereNot);
});

describe('a draft', () => {
  test.each([
    ['kept', 'half a thought', true, false],
    ['lost', 'half a thought', false, true],
    ['of nothing', ' \n', false, false],
  ])('%s', (_name, draft, isLasting, asks) => {
    expect(asksBeforeLeaving({ unsent: [], draft, isLasting })).toBe(asks);
  });
});
