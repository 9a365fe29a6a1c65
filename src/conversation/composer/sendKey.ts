/** Which key sends. Pure. */

type Key = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

/** What an input method reports for keys it takes itself; Safari still does so right after `isComposing` has ended. */
const inputMethodKey = 229;

/** Whether an input method has this key in its hands. */
export function isComposing(key: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return key.isComposing || key.keyCode === inputMethodKey;
}

/**
 * Ctrl+Enter and ⌘+Enter always, with Shift as a result; Enter alone where `enterSends`. With Shift (or Alt) it is a
 * new line.
 */
export function sendKeyOf(key: Key, enterSends = true): 'send' | 'result' | null {
  if (key.key !== 'Enter' || isComposing(key)) return null;
  if (key.ctrlKey || key.metaKey) return key.shiftKey ? 'result' : 'send';
  return enterSends && !key.shiftKey && !key.altKey ? 'send' : null;
}
