/** Which action a key asks for. Pure. */
import type { MessageAction } from '../messageAction.ts';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Latin letters count by what they are, those of other scripts (Russian к) by where they are. */
export function actionOfKey<Action extends Pick<MessageAction, 'shortcut'>>(
  { key, code, ctrlKey, metaKey, shiftKey, altKey }: Key,
  actions: readonly Action[],
): Action | undefined {
  if (ctrlKey || metaKey || shiftKey || altKey) return undefined;
  const isLetter = key.length === 1;
  const isOtherScript = isLetter && key.charCodeAt(0) > 127;
  const wanted = isOtherScript ? code.replace(/^Key/, '').toLowerCase() : isLetter ? key.toLowerCase() : key;
  return actions.find(({ shortcut }) => shortcut === wanted);
}

/** The menu of what has the focus: the key made for it, or Shift+F10. Enter does it too. */
export function isMenuKey({ key, ctrlKey, metaKey, shiftKey, altKey }: Key): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return shiftKey ? key === 'F10' : key === 'ContextMenu' || key === 'Enter';
}

/** As it stands in a tooltip, in the menu and in `aria-keyshortcuts`: `R`, `Delete`. */
export function keyName(shortcut: string): string {
  return shortcut.length === 1 ? shortcut.toUpperCase() : shortcut;
}
