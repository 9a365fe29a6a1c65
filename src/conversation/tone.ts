/** How much a message on its way, or to a client, asks for attention. */
import type { Item } from '../delivery/item.ts';
import type { Message } from '../portal/methods/dialogMessages.ts';

export type Tone = 'calm' | 'doubt' | 'refused';

/** `calm` also for a message that is through. @param message in the chat; not one that a client wrote */
export function toneOf(item: Item | undefined, message?: Pick<Message, 'channelState'>): Tone {
  if (item?.state === 'refused' || message?.channelState === 'failed') return 'refused';
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
