/** Which key sends. Pure. */

type Key = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

/** What an input method reports for keys it takes itself; Safari still does so right after `isComposing` has ended. */
const inputMethodKey = 229;

/** Ctrl+Enter and ⌘+Enter always, Enter alone; with Shift (or Alt) it is a new line. */
export function isSendKey(key: Key): boolean {
  if (key.key !== 'Enter' || key.isComposing || key.keyCode === inputMethodKey) return false;
  return key.ctrlKey || key.metaKey || !(key.shiftKey || key.altKey);
}
