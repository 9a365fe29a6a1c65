/** Where an own message is on its way: the one sign for it, and the words of that sign. Pure. */
import type { Item, ItemState } from '../delivery/item.ts';
import type { Hold } from './hold.ts';
import { isBeingLookedFor } from './tone.ts';

export type SignKind = ItemState | 'offline' | 'accepted';

/** What the sign says by ear, and by mouse. */
export const signWords = {
  queued: 'sending.waiting',
  offline: 'sending.waitsForConnection',
  sending: 'sending.sending',
  unclear: 'sending.confirming',
  confirming: 'sending.confirming',
  refused: 'sending.refused',
  stillUnclear: 'sending.uncertain',
  accepted: 'sending.accepted',
  sent: 'sending.sent',
} as const satisfies Record<SignKind, string>;

/** @param item left out: the message is in the chat */
export function signOf(item: Item | undefined, hold: Hold | null): SignKind {
  if (!item) return 'sent';
  if (item.state === 'queued' && hold === 'connection') return 'offline';
  if (item.state === 'sent') return item.traceId === undefined ? 'accepted' : 'sent';
  // A repeat of one in doubt is no other thing to the eye.
  return isBeingLookedFor(item) ? 'confirming' : item.state;
}
