/** What a person can have done about something that goes no further by itself. Pure. */
import { cannotLookCode, type Item } from '../delivery/item.ts';
import { fileGoneCode } from '../sending/fileItem.ts';

/** What the portal found fault with would only be refused again, and a file that is gone stays away. */
export function canBeSentAgain({ state, problem }: Item): boolean {
  if (problem?.code === fileGoneCode) return false;
  return state === 'stillUnclear' || (state === 'refused' && problem?.kind !== 'validation');
}

export function canBeLookedUp(item: Item): boolean {
  return item.state === 'stillUnclear' && !isBeyondReading(item);
}

/** In doubt for good: nothing is read before it is sent again, so it may be in the chat twice then. */
export function isBeyondReading({ state, problem }: Item): boolean {
  return state === 'stillUnclear' && problem?.code === cannotLookCode;
}
