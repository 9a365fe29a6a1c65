/** Reading quick replies from the portal, and changing one of them there. Loaded with its first use. */
import { getAppOption, getUserOption, setAppOption, setUserOption } from '../../portal/methods/options.ts';
import type { Rest } from '../../portal/rest.ts';
import {
  applyChange,
  type Change,
  type Held,
  isTooLarge,
  readHeld,
  type Reply,
  writeHeld,
} from './replies.ts';

/** `mine`: `user.option`; `shared`: `app.option`, written by administrators only. */
export type Whose = 'mine' | 'shared';

export type Saved =
  | { kind: 'saved'; held: Held }
  | { kind: 'conflict'; theirs: Reply; held: Held }
  /** no room, a version after ours, or others who save all the time */
  | { kind: 'full' | 'newer' | 'crowded' };

const option = 'quickReplies';
const tries = 3;

/** @throws PortalError */
export async function readReplies(rest: Rest, whose: Whose): Promise<Held> {
  return readHeld(await (whose === 'mine' ? getUserOption(rest, option) : getAppOption(rest, option)));
}

/**
 * Reads, changes, writes, and reads back: the portal compares nothing, so that one of two who write at the same moment
 * loses and has to write again. The same change twice is made once.
 * @throws PortalError; 'unknown' may have been written
 */
export async function saveChange(rest: Rest, whose: Whose, change: Change): Promise<Saved> {
  for (let count = 0; count <= tries; count += 1) {
    const held = await readReplies(rest, whose);
    if (held.state === 'newer') return { kind: 'newer' };
    const changed = applyChange(held.entries, change);
    if (changed.kind === 'same') return { kind: 'saved', held };
    if (changed.kind === 'conflict') return { ...changed, held };
    const value = writeHeld(changed.entries);
    if (change.kind === 'save' && isTooLarge(value)) return { kind: 'full' };
    if (count === tries) break;
    await (whose === 'mine' ? setUserOption(rest, option, value) : setAppOption(rest, option, value));
  }
  return { kind: 'crowded' };
}
