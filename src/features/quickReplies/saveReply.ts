/** Reading quick replies from the portal, and changing one of them there. Loaded with its first use. */
import { PortalError } from '../../portal/errors.ts';
import {
  appOptionCommand,
  getAppOption,
  getUserOption,
  readOption,
  setAppOption,
  setUserOption,
  userOptionCommand,
} from '../../portal/methods/options.ts';
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
  /** @see Changed */
  | { kind: 'conflict'; theirs: Reply | null; held: Held }
  /** no room, a version after ours, or others who save all the time */
  | { kind: 'full' | 'newer' | 'crowded' };

const option = 'quickReplies';
const tries = 3;

/** @throws PortalError */
export async function readReplies(rest: Rest, whose: Whose): Promise<Held> {
  return readHeld(await (whose === 'mine' ? getUserOption(rest, option) : getAppOption(rest, option)));
}

/** Both in one POST; an error is one list's own. @throws PortalError when the POST fails */
export async function readBoth(rest: Rest): Promise<Record<Whose, Held | PortalError>> {
  const answer = await rest.batch({ mine: userOptionCommand(option), shared: appOptionCommand(option) });
  const readOne = (whose: Whose) => {
    try {
      return readHeld(readOption(answer(whose)));
    } catch (failure) {
      if (failure instanceof PortalError) return failure;
      throw failure;
    }
  };
  return { mine: readOne('mine'), shared: readOne('shared') };
}

/**
 * Reads, changes, writes, and reads back: the portal compares nothing, so that of two who write at the same moment one
 * loses, and writes again once it is seen here. Who has read before our write can still write after our last reading,
 * and takes our change away then: whoever calls this looks once more a while later. The same change twice is made once.
 * @throws PortalError; `executed` says whether something may have been written
 */
export async function saveChange(rest: Rest, whose: Whose, change: Change): Promise<Saved> {
  for (let count = 0; count <= tries; count += 1) {
    const held = await readAfter(count, rest, whose);
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

/** A reading that fails leaves in doubt what was written before it, and nothing else. */
async function readAfter(writes: number, rest: Rest, whose: Whose): Promise<Held> {
  try {
    return await readReplies(rest, whose);
  } catch (failure) {
    if (!(failure instanceof PortalError)) throw failure;
    const { kind, code, method, status, portalText, fields, scope } = failure;
    const executed = writes === 0 ? 'no' : 'unknown';
    const known = { kind, code, method, status, portalText, fields, executed } as const;
    throw new PortalError(scope === undefined ? known : { ...known, scope });
  }
}
