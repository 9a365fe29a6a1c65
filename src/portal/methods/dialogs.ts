/** Reading a dialog: its messages, the people in them and their files. */
import type { Rest, RestCommand } from '../rest.ts';
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
 */
export function messagesCommand(dialogId: string, before = 0): RestCommand {
  return {
    method: 'im.dialog.messages.get',
    parameters: { DIALOG_ID: dialogId, LAST_ID: before, LIMIT: pageSize },
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
