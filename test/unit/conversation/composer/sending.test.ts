// The small rules of sending: keys, obstacles, names of pasted pictures, addresses.
import { describe, expect, test } from 'vitest';
import { readAddress } from '../../../../src/conversation/composer/address.ts';
import { obstacleTo } from '../../../../src/conversation/composer/obstacle.ts';
import { withTellingName } from '../../../../src/conversation/composer/pastedName.ts';
import { sendKeyOf } from '../../../../src/conversation/composer/sendKey.ts';
import { toolOfKey } from '../../../../src/conversation/composer/shortcuts.ts';

const noModifiers = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('the key that sends', () => {
  test.each([
    ['Enter', {}, 'send', null],
    ['Ctrl+Enter', { ctrlKey: true }, 'send', 'send'],
    ['⌘+Enter', { metaKey: true }, 'send', 'send'],
    ['Ctrl+Shift+Enter', { ctrlKey: true, shiftKey: true }, 'result', 'result'],
    ['Shift+Enter', { shiftKey: true }, null, null],
    ['Alt+Enter', { altKey: true }, null, null],
    ['a letter', { key: 'a', ctrlKey: true }, null, null],
    ['Enter that chooses a word of an input method', { isComposing: true }, null, null],
    ['the same in Safari', { keyCode: 229 }, null, null],
  ])('%s: %o', (_name, changes, sends, whereEnterIsALine) => {
    const key = { key: 'Enter', keyCode: 13, isComposing: false, ...noModifiers, ...changes };
    expect(sendKeyOf(key)).toBe(sends);
    expect(sendKeyOf(key, false)).toBe(whereEnterIsALine);
  });
});

describe('the key that formats', () => {
  test.each([
    ['Ctrl+B', { key: 'b', code: 'KeyB', ctrlKey: true }, 'bold'],
    ['the same with CapsLock', { key: 'B', code: 'KeyB', ctrlKey: true }, 'bold'],
    ['the same key with Russian letters', { key: 'и', code: 'KeyB', ctrlKey: true }, 'bold'],
    ['the letter where Dvorak has it', { key: 'b', code: 'KeyN', ctrlKey: true }, 'bold'],
    ['what Dvorak has on the key B', { key: 'x', code: 'KeyB', ctrlKey: true }, null],
    ['Ctrl+Shift+X', { key: 'X', code: 'KeyX', ctrlKey: true, shiftKey: true }, 'strike'],
    ['Ctrl+X cuts', { key: 'x', code: 'KeyX', ctrlKey: true }, null],
    ['Ctrl+Shift+9', { key: '(', code: 'Digit9', ctrlKey: true, shiftKey: true }, 'quote'],
    ['AltGr', { key: '€', code: 'KeyE', ctrlKey: true, altKey: true }, null],
    ['no modifier', { key: 'b', code: 'KeyB' }, null],
  ])('%s: %o', (_name, changes, tool) => {
    expect(toolOfKey({ ...noModifiers, ...changes }, false)).toBe(tool);
  });

  test('on a Mac it is ⌘; Ctrl+B there moves the caret', () => {
    const key = { key: 'b', code: 'KeyB', ...noModifiers };
    expect(toolOfKey({ ...key, metaKey: true }, true)).toBe('bold');
    expect(toolOfKey({ ...key, ctrlKey: true }, true)).toBeNull();
  });
});

describe('what stands in the way of sending', () => {
  test.each([
    ['', 0, 0, 0, 'blank'],
    [' \n\t', 0, 0, 0, 'blank'],
    ['x', 1, 0, 0, 'tooLong'],
    ['x', 0, 0, 0, null],
    ['', 0, 1, 0, null],
    ['', 0, 2, 1, 'refusedFile'],
    ['x', 0, 1, 1, 'refusedFile'],
  ])('%j, %i over, %i files, %i refused: %s', (value, excess, files, refusedFiles, expected) => {
    expect(obstacleTo({ value, excess, files, refusedFiles })).toBe(expected);
  });
});

describe('addresses', () => {
  test.each([
    ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
    [' http://example.com ', 'http://example.com'],
    ['mailto:anna@example.com', 'mailto:anna@example.com'],
    ['/company/personal/user/1/', '/company/personal/user/1/'],
    ['example.com/x', 'https://example.com/x'],
    ['javascript:alert(1)', null],
    ['https://you@example.com', null],
    ['//evil.example', null],
    ['two words', null],
    ['word', null],
    ['', null],
  ])('%j: %j', (typed, address) => {
    expect(readAddress(typed)).toBe(address);
  });
});

describe('a pasted picture', () => {
  const at = new Date(2026, 10, 21, 14, 3, 22);
  test.each([
    ['image.png', 'image/png', 'picture-2026-11-21-14-03-22.png'],
    ['blob', 'image/jpeg', 'picture-2026-11-21-14-03-22.jpg'],
    ['', 'image/webp', 'picture-2026-11-21-14-03-22.webp'],
    ['plan.png', 'image/png', 'plan.png'],
    ['image.pdf', 'application/pdf', 'image.pdf'],
  ])('%j (%s) is called %s', async (name, type, expected) => {
    const named = withTellingName(new File(['bytes'], name, { type }), at);
    expect(named.name).toBe(expected);
    expect(named.type).toBe(type);
    expect(await named.text()).toBe('bytes');
  });
});
