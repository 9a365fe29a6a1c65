/** What something on its way is waiting for: what delivery knows of it, and what the page knows besides. Pure. */
import type { LaneView } from '../delivery/lanes.ts';
import type { Item } from '../delivery/item.ts';
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
  /** the same above may stand in the chat or not, and the person has not decided yet */
  | 'alike'
  /** the same above is accepted, and has to be seen first */
  | 'unseen'
  /** one above is being looked for, and the order is kept */
  | 'doubt'
  /** a file above is being uploaded, which may take a while */
  | 'upload'
  /** one above waits for something itself, and the order is kept */
  | 'order'
  /** this version cannot send it */
  | 'version'
  /** its turn */
  | 'turn';

export interface Circumstances extends Pick<LaneView, 'held'> {
  isDown: boolean;
}

/** @returns never null for what is queued */
export function holdOf(item: Item, circumstances: Circumstances): Hold | null {
  const { held, isDown } = circumstances;
  const { state, problem } = item;
  if (state === 'unclear' || state === 'confirming') return isDown ? 'connection' : null;
  if (state !== 'queued') return null;
  const reason = held.get(item.key);
  // First what needs the person: it does not go out by itself.
  if (reason?.why === 'decision') return 'alike';
  if (reason?.why === 'unknown') return 'version';
  if (isDown) return 'connection';
  if (reason?.why === 'unseen') return 'unseen';
  const behind = reason ? behindOne(reason.by, circumstances) : 'turn';
  if (behind !== 'turn' || !problem) return behind;
  if (problem.kind === 'limit') return 'limit';
  return problem.kind === 'auth' ? 'session' : 'retry';
}

/** @param first what goes first */
function behindOne(first: Item, circumstances: Circumstances): Hold {
  if (first.state === 'queued') return holdOf(first, circumstances) === 'turn' ? 'turn' : 'order';
  if (isBeingLookedFor(first)) return 'doubt';
  return first.kind === 'file' ? 'upload' : 'turn';
}

/** ms that it lasts as a rule, or less: words and buttons for so short a time would be unrest. */
export function briefly(hold: Hold | null): number {
  if (hold === 'turn') return 10_000;
  return hold === 'unseen' || hold === 'order' ? 1_500 : 0;
}
