/** `KEYBOARD` and `MENU` of a message (RF 3.5). */
import { V2Error } from '../../rest/errors.ts';
import { isEmpty, isRecord, listOf, textOf } from '../values.ts';
import { parseJson } from './attach.ts';

type Button = Record<string, unknown>;

/** undefined when there is none. @throws V2Error 400 `KEYBOARD_ERROR` when no valid button is left */
export function readKeyboard(value: unknown): Button[] | undefined {
  return readItems(value, 'BUTTONS', new V2Error('KEYBOARD_ERROR', 'Incorrect keyboard params'));
}

/**
 * undefined when there is none.
 * @param code `menu_ERROR` when a message is changed (RF 3.3, sic)
 * @throws V2Error 400 with that code when no valid item is left
 */
export function readMenu(value: unknown, code = 'MENU_ERROR'): Button[] | undefined {
  return readItems(value, 'ITEMS', new V2Error(code, 'Incorrect menu params'));
}

/** Either `{BUTTONS:[…]}` or the bare list. */
function readItems(value: unknown, key: string, refusal: V2Error): Button[] | undefined {
  if (isEmpty(value)) return undefined;
  const given = parseJson(value);
  const items = listOf(isRecord(given) && key in given ? given[key] : given)
    .filter(isRecord)
    .filter(isValid);
  if (items.length === 0) throw refusal;
  return items;
}

/** Every button has a text, only the line break of a keyboard has none. */
function isValid(button: Button): boolean {
  if (button['TYPE'] === 'NEWLINE') return true;
  const link = button['LINK'];
  return textOf(button['TEXT']) !== '' && (link === undefined || /^(\/|https?:\/\/)/.test(textOf(link)));
}
