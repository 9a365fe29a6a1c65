/** What something on its way is waiting for. Pure. */
import type { Item } from '../delivery/item.ts';
import { isSameText } from '../portal/wireText.ts';

export type Hold =
  /** the portal does not answer, or there is no network */
  | 'connection'
  /** too many requests: it is tried again by itself */
  | 'limit'
  /** it could not be sent just now: tried again by itself */
  | 'retry'
  /** the same text above may stand in the chat or not, and the person has not decided yet */
  | 'alike'
  /** its turn */
  | 'turn';

/** @param before the items of the same dialog that were written earlier */
export function holdOf(item: Item, before: readonly Item[], isDown: boolean): Hold | null {
  if (item.state === 'unclear' || item.state === 'confirming') return isDown ? 'connection' : null;
  if (item.state !== 'queued') return null;
  if (isDown) return 'connection';
  if (item.problem) return item.problem.kind === 'limit' ? 'limit' : 'retry';
  const isAlike = before.some((other) => other.state === 'stillUnclear' && isSameText(other.text, item.text));
  return isAlike ? 'alike' : 'turn';
}
