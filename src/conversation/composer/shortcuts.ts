/** Which keys format. Pure. */
import type { Format } from './format.ts';

export type Tool = Format | 'link';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** With Ctrl or ⌘. None of them is a key that a browser keeps for itself. */
const keys: Readonly<Record<Tool, { letter: string; code: string; shift: boolean }>> = {
  bold: { letter: 'B', code: 'KeyB', shift: false },
  italic: { letter: 'I', code: 'KeyI', shift: false },
  underline: { letter: 'U', code: 'KeyU', shift: false },
  strike: { letter: 'X', code: 'KeyX', shift: true },
  link: { letter: 'K', code: 'KeyK', shift: false },
  code: { letter: 'E', code: 'KeyE', shift: false },
  quote: { letter: '9', code: 'Digit9', shift: true },
};
const tools = ['bold', 'italic', 'underline', 'strike', 'link', 'code', 'quote'] as const;

/** On a Mac, where Ctrl+B and its like move the caret, the key is ⌘. */
export const isMac = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '');

/**
 * The tool a key asks for. Latin letters count by what they are, those of other scripts (Russian и) by where they
 * are. Alt excludes: AltGr reports Ctrl+Alt.
 */
export function toolOfKey(key: Key, mac = isMac): Tool | null {
  if (key.altKey || !(mac ? key.metaKey : key.ctrlKey) || (mac ? key.ctrlKey : key.metaKey)) return null;
  const isLatin = /^[a-z]$/i.test(key.key);
  const found = tools.find((tool) => {
    const { letter, code, shift } = keys[tool];
    return key.shiftKey === shift && (isLatin ? key.key.toUpperCase() === letter : key.code === code);
  });
  return found ?? null;
}

/** How a key of ours is written: `Ctrl+B`, on a Mac `⌘+B`. */
export function writeKey(key: string, mac = isMac): string {
  return `${mac ? '⌘' : 'Ctrl'}+${key}`;
}

/** `Ctrl+Shift+X`, for tooltips and the list of shortcuts. */
export function shortcutOf(tool: Tool): string {
  const { letter, shift } = keys[tool];
  return writeKey(`${shift ? 'Shift+' : ''}${letter}`);
}
