/** What goes no further by itself. */
import type { Item } from '../delivery/item.ts';

export function needsPerson({ state }: Pick<Item, 'state'>): boolean {
  return state === 'refused' || state === 'stillUnclear';
}
