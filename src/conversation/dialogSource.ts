/** Where the messages of a dialog are read from; what is read, and when, is decided by who asks. */
import type { DialogPage } from '../portal/methods/dialogMessages.ts';
import {
  getMessages,
  getMessagesAfter,
  getMessagesAround,
  type MessageWindow,
} from '../portal/methods/dialogs.ts';
import type { Rest } from '../portal/rest.ts';

/** Pages are ascending by id. All of them reject with a PortalError. One and the same object as long as the dialog is. */
export interface DialogSource {
  newest: () => Promise<DialogPage>;
  /** The neighbours above a message; a page of fewer than `pageSize` rows: nothing older is left. */
  before: (messageId: number) => Promise<DialogPage>;
  /** The neighbours below a message. */
  after: (messageId: number) => Promise<DialogPage>;
  around: (messageId: number) => Promise<MessageWindow>;
  /** Reading was refused, and may not be for long. Left out: once refused, nobody asks again by themselves. */
  mayBegin?: () => boolean;
  /** False: older messages may be kept from this reader, so that a short page is no beginning. Left out: they are not. */
  isWhole?: () => boolean;
}

/** As a member reads it, by `im.dialog.messages.get`. */
export function dialogSource(rest: Rest, dialogId: string): DialogSource {
  return {
    newest: () => getMessages(rest, dialogId),
    before: (messageId) => getMessages(rest, dialogId, messageId),
    after: (messageId) => getMessagesAfter(rest, dialogId, messageId),
    around: (messageId) => getMessagesAround(rest, dialogId, messageId),
  };
}
