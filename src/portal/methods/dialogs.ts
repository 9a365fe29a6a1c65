/** Reading a dialog: its messages, the people in them and their files; and telling that they were read. */
import * as v from 'valibot';
import { PortalError } from '../errors.ts';
import type { Rest, RestCommand } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';
import { readMessages, type DialogPage } from './dialogMessages.ts';

/** Rows a page holds; the portal gives at most 50 (PB 4.3). */
export const pageSize = 50;

/** `chat58` for chat 58 (RF 3.1). */
export function dialogOfChat(chatId: number | string): string {
  return `chat${chatId}`;
}

/**
 * `im.dialog.messages.get` (v2, scope `im`, RF 3.7, PB 4.3).
 * @param before messages with a smaller id than this; 0 = the newest. 0 and not "none": without it unread messages
 * would push the page beyond its limit
 * @param limit rows, `pageSize` at most
 */
export function messagesCommand(dialogId: string, before = 0, limit = pageSize): RestCommand {
  return {
    method: 'im.dialog.messages.get',
    parameters: { DIALOG_ID: dialogId, LAST_ID: before, LIMIT: limit },
  };
}

/**
 * One page of a dialog, ascending by id.
 * @throws PortalError; 'denied' (403 ACCESS_ERROR) when the person may not read the dialog
 */
export async function getMessages(rest: Rest, dialogId: string, before = 0): Promise<DialogPage> {
  const command = messagesCommand(dialogId, before);
  return readMessages(await rest.call(command));
}

/** Pages read at most to close the gap that a page of newer messages may leave. */
const gapPages = 5;

/**
 * The neighbours above `after`, ascending by id, by `FIRST_ID` (RF 3.7).
 *
 * The portal's query has no order (PB 4.3): a full page that does not come ascending may lie anywhere. It is then read
 * back by `LAST_ID`, which has one, until it meets `after`.
 * @throws PortalError; 'malformed' when it does not meet within a few pages
 */
export async function getMessagesAfter(rest: Rest, dialogId: string, after: number): Promise<DialogPage> {
  return readAfter(rest, dialogId, after, await rest.call(messagesAfterCommand(dialogId, after)));
}

/** A message with what stands around it. */
export interface MessageWindow {
  /** up to the message; it is the last one, or not there at all */
  older: DialogPage;
  /** what follows it without a gap; fewer rows than a page: nothing newer is left */
  newer: DialogPage;
}

/** One POST. @throws PortalError */
export async function getMessagesAround(rest: Rest, dialogId: string, id: number): Promise<MessageWindow> {
  const answer = await rest.batch({
    older: messagesCommand(dialogId, id + 1),
    newer: messagesAfterCommand(dialogId, id),
  });
  return {
    older: readMessages(answer('older')),
    newer: await readAfter(rest, dialogId, id, answer('newer')),
  };
}

function messagesAfterCommand(dialogId: string, after: number): RestCommand {
  return {
    method: 'im.dialog.messages.get',
    parameters: { DIALOG_ID: dialogId, FIRST_ID: after, LIMIT: pageSize },
  };
}

async function readAfter(rest: Rest, dialogId: string, after: number, result: unknown): Promise<DialogPage> {
  const page = readMessages(result);
  if (page.rowCount < pageSize || isAscending(result)) return page;
  let all = page;
  let before = (page.messages.at(-1)?.id ?? after) + 1;
  for (let pages = 0; pages < gapPages; pages += 1) {
    const older = await getMessages(rest, dialogId, before);
    const news = older.messages.filter(({ id }) => id > after);
    const byId = new Map([...all.messages, ...news].map((message) => [message.id, message]));
    all = {
      messages: [...byId.values()].sort((a, b) => a.id - b.id),
      people: [...all.people, ...older.people],
      files: [...all.files, ...older.files],
      rowCount: all.rowCount,
    };
    before = older.messages[0]?.id ?? 0;
    if (news.length < older.messages.length || older.rowCount < pageSize) return all;
  }
  throw new PortalError({ kind: 'malformed', code: 'UNORDERED', method: 'im.dialog.messages.get' });
}

const rows = v.looseObject({ messages: v.array(v.looseObject({ id: wireNumber })) });

function isAscending(result: unknown): boolean {
  const answer = v.safeParse(rows, result);
  if (!answer.success) return false;
  const ids = answer.output.messages.map(({ id }) => id);
  return ids.every((id, index) => id > (ids[index - 1] ?? 0));
}

/**
 * `im.dialog.read` (v2, scope `im`, RF 3.8, PB 4.4): all messages up to this one are read. Reading never goes back.
 * @returns false where it is not possible: no member, or a message of another dialog
 * @throws PortalError
 */
export async function markRead(rest: Rest, dialogId: string, messageId: number): Promise<boolean> {
  const method = 'im.dialog.read';
  const parameters = { DIALOG_ID: dialogId, MESSAGE_ID: messageId };
  const answer = v.union([v.literal(false), v.literal(true), v.looseObject({ lastId: wireNumber })]);
  return read(method, answer, await rest.call({ method, parameters })) !== false;
}
