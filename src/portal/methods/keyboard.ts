/** Buttons below a message (`KEYBOARD`), as `im.dialog.messages.get` gives them (RF 3.5, PB 4.3). */
import { addressOf, fieldsOf, listOf, textOf } from './fields.ts';

export interface KeyboardButton {
  text: string;
  /** as written: absolute, or relative to the portal; unchecked */
  address: string | null;
}

/** Never throws; what is no button (a line break, a button without words) is left out. */
export function readKeyboard(value: unknown): KeyboardButton[] {
  return listOf(fieldsOf(value)?.get('buttons') ?? value).flatMap((button) => {
    const fields = fieldsOf(button);
    const text = textOf(fields?.get('text')).trim();
    if (!fields || text === '') return [];
    return [{ text, address: addressOf(fields.get('link')) }];
  });
}
