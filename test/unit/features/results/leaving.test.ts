/** A message whose item is gone: a result, none, or not known before the list was read. */
import { expect, test } from 'vitest';
import type { Item, ItemState } from '../../../../src/delivery/item.ts';
import { fateOf } from '../../../../src/features/results/leaving.ts';

const item = (state: ItemState): Item => ({
  key: 'k',
  kind: 'taskResult',
  text: '',
  target: {},
  state,
  createdAt: 0,
  attempts: 1,
});

test.each<[ItemState, ReturnType<typeof fateOf>]>([
  ['queued', 'unsure'],
  ['sending', 'unsure'],
  ['unclear', 'unsure'],
  ['confirming', 'unsure'],
  ['refused', 'dropped'],
  ['stillUnclear', 'dropped'],
])('last seen %s', (state, fate) => {
  expect(fateOf(item(state), false, false)).toBe(fate);
  expect(fateOf(item(state), false, true)).toBe('dropped');
  expect(fateOf(item(state), true, false)).toBe('landed');
});
