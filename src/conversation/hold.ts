/** What something on its way is waiting for. Pure. */
import type { Item } from '../delivery/item.ts';
import { fileOf } from '../sending/fileItem.ts';
import { isSameFile } from '../sending/fileName.ts';
import { isBeingLookedFor } from './tone.ts';

export type Hold =
  /** the portal does not answer, or there is no network */
  | 'connection'
  /** too many requests: it is tried again by itself */
  | 'limit'
  /** the session is to be renewed, which a page that nobody looks at does not do */
  | 'session'
  /** it could not be sent just now: tried again by itself */
  | 'retry'
  /** the same text above may stand in the chat or not, and the person has not decided yet */
  | 'alike'
  /** one above is being looked for, and the order is kept */
  | 'doubt'
  /** a file above is being uploaded, which may take a while */
  | 'upload'
  /** its turn */
  | 'turn';

interface Circumstances {
  /** the items of the same dialog that were written earlier */
  before: readonly Item[];
  isDown: boolean;
  isSameText: (typed: string, readBack: string) => boolean;
}

export function holdOf(item: Item, { before, isDown, isSameText }: Circumstances): Hold | null {
  if (item.state === 'unclear' || item.state === 'confirming') return isDown ? 'connection' : null;
  if (item.state !== 'queued') return null;
  // First what needs the person: it does not go out by itself.
  if (before.some((other) => other.state === 'stillUnclear' && areAlike(other, item, isSameText)))
    return 'alike';
  if (isDown) return 'connection';
  if (item.problem?.kind === 'limit') return 'limit';
  if (item.problem) return item.problem.kind === 'auth' ? 'session' : 'retry';
  if (before.some(isBeingLookedFor)) return 'doubt';
  return before.some(({ kind, state }) => kind === 'file' && state === 'sending') ? 'upload' : 'turn';
}

function areAlike(one: Item, other: Item, isSameText: Circumstances['isSameText']): boolean {
  const [first, second] = [fileOf(one), fileOf(other)];
  return first && second ? isSameFile(first, second) : isSameText(one.text, other.text);
}

/** It may wait for long, so that a person may want it back. What only waits for its turn is gone in a moment. */
export function isWaiting(hold: Hold | null, { state }: Item): boolean {
  return state === 'queued' && hold !== null && hold !== 'turn';
}
