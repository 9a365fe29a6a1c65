/** Which key does what with a message. */
import { describe, expect, test } from 'vitest';
import { actionOfKey, isMenuKey } from '../../../src/conversation/actions/keys.ts';

const key = (changes: Partial<KeyboardEvent>) => ({
  key: 'r',
  code: 'KeyR',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...changes,
});
const actions = [{ shortcut: 'r' }, { shortcut: 'Delete' }, {}];

describe('actionOfKey', () => {
  test.each([
    ['the letter', {}, 'r'],
    ['with the caps lock', { key: 'R' }, 'r'],
    ['its place on a Russian keyboard', { key: 'к' }, 'r'],
    ['its letter on another Latin one, not its place', { key: 'r', code: 'KeyO' }, 'r'],
    ['a named key', { key: 'Delete', code: 'Delete' }, 'Delete'],
  ])('%s', (_what, changes, shortcut) => {
    expect(actionOfKey(key(changes), actions)).toEqual({ shortcut });
  });

  test.each([
    ['another letter', { key: 'q', code: 'KeyR' }],
    ['Ctrl', { ctrlKey: true }],
    ['⌘', { metaKey: true }],
    ['Shift', { shiftKey: true, key: 'R' }],
    ['Alt', { altKey: true }],
    ['a key without a name', { key: 'Unidentified', code: '' }],
  ])('not with %s', (_what, changes) => {
    expect(actionOfKey(key(changes), actions)).toBeUndefined();
  });
});

test('the menu: Enter, the key made for it, Shift+F10', () => {
  for (const menu of [{ key: 'Enter' }, { key: 'ContextMenu' }, { key: 'F10', shiftKey: true }])
    expect(isMenuKey(key(menu))).toBe(true);
  for (const other of [{ key: 'F10' }, { key: 'Enter', ctrlKey: true }, { key: 'Enter', shiftKey: true }])
    expect(isMenuKey(key(other))).toBe(false);
});
