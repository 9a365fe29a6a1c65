/**
 * What a reading is about to confirm. The store takes a moment to say so (a transaction each), and in that moment an
 * echo and its message would stand side by side. Nothing is decided here: the claims of `src/delivery` win. Pure.
 */
import type { Item } from '../delivery/item.ts';
import { recognisedFor } from '../delivery/times.ts';
import type { DialogFile, Message } from '../portal/methods/dialogMessages.ts';
import { fileOf } from '../sending/fileItem.ts';
import { isSameFile } from '../sending/fileName.ts';

interface Foreseeing {
  /** ascending by id */
  messages: readonly Message[];
  files: ReadonlyMap<number, DialogFile>;
  items: readonly Item[];
  /** message id -> key of the item that became it */
  claims: ReadonlyMap<number, string>;
  currentUserId: number;
  /** whether a message's text is what the portal made of a typed one */
  isSameText: (typed: string, readBack: string) => boolean;
  /** ms since 1970 */
  now: number;
}

/** The claims, and those that can only follow: an open item and a new message of its author with its key, its text or its file. */
export function foresee(foreseeing: Foreseeing): ReadonlyMap<number, string> {
  const { messages, items, claims, now } = foreseeing;
  const open = items.filter((item) => isOpen(item, now));
  if (open.length === 0) return claims;
  const foreseen = new Map(claims);
  const keys = new Set(claims.values());
  for (const item of open) {
    if (keys.has(item.key)) continue;
    const isMatch = (message: Message) => !foreseen.has(message.id) && isOf(item, message, foreseeing);
    const match =
      item.baseline === undefined
        ? messages.findLast((message) => isAccepted(item) && isMatch(message))
        : messages.slice(firstAfter(messages, item.baseline)).find(isMatch);
    if (match) foreseen.set(match.id, item.key);
  }
  return foreseen;
}

/**
 * The portal said yes while the chat could not be read. Where it can be read by now, the newest message that fits is
 * shown for it: two rows would look like two messages.
 */
function isAccepted({ state, traceId, problem }: Item): boolean {
  return (state === 'sent' && traceId === undefined) || (state === 'confirming' && problem === undefined);
}

/** One in doubt for very long is no longer recognised by itself. */
function isOpen({ state, traceId, attemptEndedAt }: Item, now: number): boolean {
  if (state === 'sent') return traceId === undefined;
  if (state === 'stillUnclear') return now - (attemptEndedAt ?? now) < recognisedFor;
  return state === 'sending' || state === 'unclear' || state === 'confirming';
}

function isOf(
  item: Item,
  message: Message,
  { files, currentUserId, isSameText }: Pick<Foreseeing, 'files' | 'currentUserId' | 'isSameText'>,
): boolean {
  const { authorId, uuid, fileIds, isDeleted, isEdited, isUnreadable } = message;
  if (authorId !== Number(item.target['asUserId'] ?? currentUserId) || isDeleted || isEdited || isUnreadable)
    return false;
  const sent = fileOf(item);
  if (sent) {
    const its = fileIds.flatMap((id) => files.get(id) ?? []);
    return uuid === null && its.some((one) => isSameFile(sent, one));
  }
  if (fileIds.length > 0) return false;
  return uuid === null ? isSameText(item.text, message.text) : uuid === (item.sendKey ?? item.key);
}

function firstAfter(messages: readonly Message[], id: number): number {
  let index = messages.length;
  while (index > 0 && (messages[index - 1]?.id ?? 0) > id) index -= 1;
  return index;
}
