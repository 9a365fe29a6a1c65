/** Writing into a dialog, changing and liking what stands there, and taking it back. */
import * as v from 'valibot';
import { PortalError } from '../errors.ts';
import type { Rest } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';

export interface NewMessage {
  /** `chat58`, or a person's id (RF 3.1) */
  dialogId: string;
  /** BB code; may be empty with an attachment. A lone half of a surrogate pair arrives as U+FFFD */
  text: string;
  /** a lower-case UUID v4 (PB 4.1): anything else is ignored without a word, and repeats are then sent again */
  templateId: string;
  /** blocks, one key each (RF 3.4); under 60,000 characters of JSON */
  attach?: ReadonlyArray<Readonly<Record<string, unknown>>>;
  /** a message of the same dialog */
  replyId?: number;
}

const add = 'im.message.add';

/**
 * After each of these nothing was written by this call (PB 4.1): checks before the key is taken, and refusals of the
 * send itself. Not among them: `duplicateCodes`.
 */
const addRefused = [
  'MESSAGE_EMPTY',
  'USER_ID_EMPTY',
  'USER_NOT_FOUND',
  'CHAT_ID_EMPTY',
  'ACCESS_ERROR',
  'ATTACH_ERROR',
  'ATTACH_OVERSIZE',
  'KEYBOARD_ERROR',
  'MENU_ERROR',
  'REPLY_ACCESS_ERROR',
  'REPLY_FROM_OTHER_CHAT_ERROR',
  // From here on the key is taken, and stays taken.
  'CHAT_ID',
  'CANCELED',
  'ERROR_NO_ACCESS',
  'ERROR_FROM_OTHER_MODULE',
  'EMPTY_MESSAGE',
];

/** The second phase of a key, under its own name or that of any send that came to nothing (PB 4.1). */
const duplicateCodes: ReadonlySet<string> = new Set(['MESSAGE_DUPLICATED_BY_UUID', 'PARAMS_ERROR']);

/**
 * `im.message.add` (v2, scope `im`, RF 3.2, PB 4.1). Writes as the signed-in person.
 *
 * The same `templateId` again, within 31 days, gives the id of the first message, whatever else is sent with it. That
 * holds once the portal has noted the id (a job after its answer); until then, and for an hour after a refusal, it is
 * an error for which `isDuplicate` is true. After that hour without an id it is sent again.
 * @returns the message's id
 * @throws PortalError; `executed: 'no'` when this call wrote nothing for certain. Of earlier calls with the same id it
 * says nothing: look the message up
 */
export async function sendDialogMessage(rest: Rest, message: NewMessage): Promise<number> {
  const { dialogId, text, templateId, attach, replyId } = message;
  const parameters = {
    DIALOG_ID: dialogId,
    MESSAGE: text,
    TEMPLATE_ID: templateId,
    // As JSON: a form would make texts of numbers.
    ...(attach ? { ATTACH: JSON.stringify(attach) } : {}),
    ...(replyId === undefined ? {} : { REPLY_ID: replyId }),
  };
  const result = await rest.call({ method: add, parameters }, { refusedBefore: addRefused });
  return read(add, v.pipe(wireNumber, v.minValue(1)), result);
}

/**
 * True for the answer to a `templateId` that the portal knows and has no message for: under way, stored a moment ago,
 * or refused (PB 4.1, phase 2). Which of them, only the chat can tell; nothing was written by this very call.
 */
export function isDuplicate(failure: unknown): boolean {
  return failure instanceof PortalError && failure.method === add && duplicateCodes.has(failure.code);
}

/**
 * `im.message.delete` (v2, scope `im`, RF 3.3, PB 4.4): an own message, of any age. It stays in the dialog, marked as
 * deleted and without its content.
 * @throws PortalError, `executed: 'no'` with CANT_EDIT_MESSAGE: somebody else's, not there, deleted already (so also
 * after a first call whose answer was lost), or in an open line whose connector takes nothing back
 */
export async function deleteMessage(rest: Rest, id: number): Promise<void> {
  const method = 'im.message.delete';
  const refusedBefore = ['MESSAGE_ID_ERROR', 'CANT_EDIT_MESSAGE'];
  const result = await rest.call({ method, parameters: { MESSAGE_ID: id } }, { refusedBefore });
  read(method, v.literal(true), result);
}

/** How long the author may change a message, ms. The portal's own limit is not documented: see `updateMessage`. */
export const editWindow = 3 * 24 * 3_600_000;

/** What the portal makes nothing of (PB 4.5), and what is left out of a text before it is sent. */
const leavesNothing = /\[br\]|#br#|<br\s*\/?>|\[disk=\d+\]|&nbsp;|\0/gi;

/**
 * `im.message.update` (v2, scope `im`, RF 3.3, PB 4.4): another text for an own message. Its files stay.
 * A repeat after a lost answer does no harm.
 * @throws PortalError; MESSAGE_EMPTY without a call, because the portal would delete the message. `executed: 'no'` with
 * CANT_EDIT_MESSAGE (somebody else's, not there, too old, or in an open line whose connector changes nothing)
 */
export async function updateMessage(rest: Rest, id: number, text: string): Promise<void> {
  const method = 'im.message.update';
  if (text.replace(leavesNothing, '').trim() === '')
    throw new PortalError({ kind: 'validation', code: 'MESSAGE_EMPTY', method, executed: 'no' });
  const refusedBefore = ['MESSAGE_ID_ERROR', 'CANT_EDIT_MESSAGE'];
  const parameters = { MESSAGE_ID: id, MESSAGE: text };
  const result = await rest.call({ method, parameters }, { refusedBefore });
  read(method, v.literal(true), result);
}

/**
 * `im.message.like` (v2, scope `im`, RF 3.3), as the signed-in person.
 * @returns 'unchanged' (WITHOUT_CHANGES): it was so already, the person is not in the chat, or there is no such message:
 * only reading the message tells
 * @throws PortalError, `executed: 'no'` with MESSAGE_ID_ERROR
 */
export async function likeMessage(
  rest: Rest,
  id: number,
  isLiked: boolean,
): Promise<'changed' | 'unchanged'> {
  const method = 'im.message.like';
  const refusedBefore = ['MESSAGE_ID_ERROR', 'WITHOUT_CHANGES'];
  const parameters = { MESSAGE_ID: id, ACTION: isLiked ? 'plus' : 'minus' };
  try {
    read(method, v.literal(true), await rest.call({ method, parameters }, { refusedBefore }));
    return 'changed';
  } catch (failure) {
    if (failure instanceof PortalError && failure.code === 'WITHOUT_CHANGES') return 'unchanged';
    throw failure;
  }
}
