/** How much a message on its way asks for attention. */
import type { Item } from '../delivery/item.ts';

export type Tone = 'calm' | 'doubt' | 'refused';

/** `calm` also for a message that is through. */
export function toneOf(item: Item | undefined): Tone {
  if (item?.state === 'refused') return 'refused';
  if (item?.state === 'stillUnclear') return 'doubt';
  return item && isBeingLookedFor(item) ? 'doubt' : 'calm';
}

/**
 * An attempt ended without a verdict, and its message is looked for. With a key the send is repeated meanwhile: no
 * other thing to the eye.
 */
export function isBeingLookedFor({ state, problem }: Item): boolean {
  if (state === 'unclear') return true;
  return (state === 'confirming' || state === 'sending') && problem !== undefined;
}
