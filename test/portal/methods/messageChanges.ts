/**
 * `im.message.update` and `im.message.delete`, scope `im` (PB 4.4, RF 3.3). Order and details are those of PB source
 * key M, `im_rest.php` and `im_messenger.php`.
 */
import type { Call, Params, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { markDeleted } from '../world/deletion.ts';
import { changeText, findMessage, setParam } from '../world/messages.ts';
import type { Message } from '../world/types.ts';
import { readAttach } from './im/attach.ts';
import { readKeyboard, readMenu } from './im/buttons.ts';
import { mayChange } from './im/mayChange.ts';
import { intOf, isEmpty, textOf, upperKeys } from './values.ts';

export const messageChanges: V2Method[] = [
  { name: 'im.message.update', scopes: ['im'], handle: updateMessage },
  { name: 'im.message.delete', scopes: ['im'], handle: deleteMessage },
];

/**
 * Part by part, each checked on its own: what was read before a refusal stays written. With nothing to change nobody
 * asks whose message it is, or whether there is one.
 */
function updateMessage(call: Call): unknown {
  const params = upperKeys(call.params);
  const id = readId(params);
  if (isGiven(params, 'ATTACH')) {
    const message = changeable(call, id);
    setParam(message, 'ATTACH', partOf(params, 'ATTACH', readAttach));
    setParam(message, 'IS_EDITED', params['IS_EDITED'] === 'N' ? undefined : 'Y');
  }
  if (isGiven(params, 'KEYBOARD')) {
    setParam(changeable(call, id), 'KEYBOARD', partOf(params, 'KEYBOARD', readKeyboard));
  }
  if (isGiven(params, 'MENU')) {
    const readItems = (value: unknown) => readMenu(value, 'menu_ERROR');
    setParam(changeable(call, id), 'MENU', partOf(params, 'MENU', readItems));
  }
  if (isGiven(params, 'MESSAGE')) setText(call, id, textOf(params['MESSAGE']));
  return true;
}

/** RF 3.3: an empty text deletes the message. `IS_EDITED` counts for attachments alone, a new text is always edited. */
function setText(call: Call, id: number, typed: string): void {
  if (typed.replace(/\[BR\]|\[br\]/g, '\n').trim() === '') return remove(call, id);
  changeText(call.world, changeable(call, id), typed);
}

function deleteMessage(call: Call): unknown {
  remove(call, readId(upperKeys(call.params)));
  return true;
}

function remove(call: Call, id: number): void {
  const message = findMessage(call.world, id);
  if (!message || !mayChange(call, message, 'delete')) throw cannotEdit();
  markDeleted(call.world, message);
}

/** `ID` is understood as well, `MESSAGE_ID` wins. */
function readId(params: Params): number {
  const id = intOf(params['MESSAGE_ID'] ?? params['ID']);
  if (id <= 0) throw new V2Error('MESSAGE_ID_ERROR', "Message ID can't be empty");
  return id;
}

function changeable(call: Call, id: number): Message {
  const message = findMessage(call.world, id);
  if (!message || !mayChange(call, message, 'update')) throw cannotEdit();
  return message;
}

/** The same for every reason: unknown, somebody else's, too old, already deleted (RF 3.3). */
function cannotEdit(): V2Error {
  const text = "Time has expired for modification or you don't have access";
  return new V2Error('CANT_EDIT_MESSAGE', text, 403);
}

function isGiven(params: Params, key: string): boolean {
  return (params[key] ?? null) !== null;
}

/** `N` or nothing takes the part away (RF 3.3). */
function partOf(params: Params, key: string, readPart: (value: unknown) => unknown): unknown {
  return isEmpty(params[key]) || params[key] === 'N' ? undefined : readPart(params[key]);
}
