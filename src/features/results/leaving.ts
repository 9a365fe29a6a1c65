/** What became of a message whose item is no longer on its way. Pure. */
import type { Item } from '../../delivery/item.ts';
import { needsPerson } from '../../sending/needsPerson.ts';

export type Fate =
  /** it is a result */
  | 'landed'
  /** sent, or taken out, in another page: the list will tell */
  | 'unsure'
  /** taken out: it is none */
  | 'dropped';

/**
 * @param item as it was seen last
 * @param isSent delivery has seen it go through
 * @param isDropped the person took it out here
 */
export function fateOf(item: Item, isSent: boolean, isDropped: boolean): Fate {
  if (isSent) return 'landed';
  if (isDropped || needsPerson(item)) return 'dropped';
  return 'unsure';
}
