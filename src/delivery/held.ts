/** Why something queued is not begun: one rule, by which the plan goes and the screens tell. Pure. */
import type { Item } from './item.ts';
import { policyOf, type Policies } from './policy.ts';
import { isAnswered, isInDoubt } from './record.ts';

export type Held =
  /** It could be mistaken for `by`, which may be held or not, or waits for that itself: the person decides. */
  | { why: 'decision'; by: Item }
  /** It could be mistaken for `by`, which was accepted and is not seen yet. */
  | { why: 'unseen'; by: Item }
  /** In order: `by` goes first, or what becomes of it is not known yet. */
  | { why: 'order'; by: Item }
  /** This version does not know the kind. */
  | { why: 'unknown' };

/**
 * What waits for the person's word lets others pass, and so does what the portal has accepted; nothing else does.
 * @param items of a lane, in order
 * @returns by key; of what is queued one at most is not there, which is the next
 */
export function heldIn(items: readonly Item[], policies: Policies): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  const undecided: Item[] = [];
  const accepted: Item[] = [];
  let first: Item | undefined;
  for (const item of items) {
    const isQueued = item.state === 'queued';
    if (!(item.kind in policies)) {
      if (isQueued) held.set(item.key, { why: 'unknown' });
      continue;
    }
    const alikeIn = (others: readonly Item[]) => others.find((other) => areAlike(other, item, policies));
    const doubted = isQueued ? alikeIn(undecided) : undefined;
    if (doubted) held.set(item.key, { why: 'decision', by: doubted });
    if (doubted || item.state === 'stillUnclear') undecided.push(item);
    else if (isAnswered(item)) accepted.push(item);
    else if (isQueued) {
      const unseen = first ? undefined : alikeIn(accepted);
      if (first) held.set(item.key, { why: 'order', by: first });
      else if (unseen) held.set(item.key, { why: 'unseen', by: unseen });
      first ??= item;
    } else if (item.state === 'sending' || isInDoubt(item)) first ??= item;
  }
  return held;
}

/**
 * One that may be held and is not recognised yet must not be confirmed by what comes of a later one. Two kinds may
 * write to one dialog, and one of them may see a likeness that the other does not.
 */
export function areAlike(one: Item, other: Item, policies: Policies): boolean {
  return [one, other].some((either) => policyOf(policies, either).areAlike(one, other));
}
