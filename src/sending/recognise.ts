/** Which message of the chat is the one that was sent, and which messages have to wait so that this can be told. */
import type { Message } from '../portal/methods/dialogMessages.ts';
import { isSameText } from '../portal/wireText.ts';
import type { Outgoing } from './outgoing.ts';

/** The portal may hold it, so the chat is searched for it. */
export function mayStandInChat({ state }: Outgoing): boolean {
  return state === 'sending' || state === 'confirming' || state === 'stillUnclear' || state === 'accepted';
}

/** True when `message` is what became of `item`: own, newer than the attempt, and the same text. */
export function isMessageOf(item: Outgoing, message: Message, userId: number): boolean {
  // REST 3.0 sends carry no uuid; with one it was written in the portal's own messenger (PB 4.5).
  const isOwn = message.authorId === userId && message.uuid === null && !message.isDeleted;
  return isOwn && message.id > item.baseline && isSameText(item.text, message.text);
}

/** One in doubt keeps its place before `next`; one with the same text could be mistaken for it. */
export function mustWaitFor(before: Outgoing, next: Outgoing): boolean {
  if (before.state === 'confirming' && before.problem) return true;
  // Where the chat cannot be read nothing can be mistaken.
  if (before.state === 'accepted') return false;
  return mayStandInChat(before) && isSameText(before.text, next.text);
}
