/** Messages of a dialog, read back and compared with what was sent. */
import type { Item } from '../delivery/item.ts';
import type { Likeness } from '../delivery/policy.ts';
import type { DialogPage } from '../portal/methods/dialogMessages.ts';
import { getMessages, pageSize } from '../portal/methods/dialogs.ts';
import type { Rest } from '../portal/rest.ts';
import { isSameText, sendable } from '../portal/wireText.ts';
import { remembered } from '../text/remembered.ts';
import { asTraces, type MessageTrace } from './asTrace.ts';

/** Pages that are read back at most. What is in doubt and older than that is not found, and the person decides. */
const mostPages = 20;

/**
 * All messages newer than `since`, as far as so many pages go back, and some older ones, ascending.
 * @throws PortalError
 */
export async function readSince(rest: Rest, dialogId: string, since: number): Promise<MessageTrace[]> {
  const pages = [await getMessages(rest, dialogId)];
  for (let oldest = pages[0]; oldest && goesOn(oldest, since); oldest = pages[0]) {
    if (pages.length === mostPages) break;
    pages.unshift(await getMessages(rest, dialogId, oldest.messages[0]?.id));
  }
  return pages.flatMap(({ messages, files }) => asTraces(messages, files));
}

function goesOn({ rowCount, messages }: DialogPage, since: number): boolean {
  return rowCount >= pageSize && (messages[0]?.id ?? 0) > since;
}

/** For a text that the portal gave no key: own, without the key of another client, without files, and the same. */
export function compareText({ text }: Item, trace: MessageTrace, authorId: number): Likeness {
  // One with a uuid was written in the portal's own messenger (PB 4.5).
  if (trace.authorId !== authorId || trace.uuid !== null) return 'other';
  if (trace.fileIds.length > 0) return 'other';
  if (trace.isEdited || trace.isDeleted || trace.isUnreadable) return 'perhaps';
  return isSameText(text, trace.text) ? 'mine' : 'other';
}

/** characters; what is behind a cut cannot tell two texts apart (PB 4.5) */
const sureLength = 15_000;

/** Whether what the portal makes of one text could be taken for what it makes of the other. */
export function areAlike(one: Item, other: Item): boolean {
  return one.text === other.text || areAlikeTexts(one.text, other.text);
}

const areAlikeTexts = remembered((one, other) => {
  const [a, b] = [sendable(one), sendable(other)];
  if (a === b || isSameText(a, b) || isSameText(b, a)) return true;
  return Math.min(a.length, b.length) > sureLength && a.slice(0, sureLength) === b.slice(0, sureLength);
});

/** What the portal made of the same bytes twice. */
export function areCopies(one: MessageTrace, other: MessageTrace): boolean {
  return one.text === other.text;
}
