// The small rules of the composer and of pictures.
import { describe, expect, test } from 'vitest';
import { fitPicture } from '../../../src/conversation/fitPicture.ts';
import { obstacleTo } from '../../../src/conversation/obstacle.ts';
import { isSendKey } from '../../../src/conversation/sendKey.ts';

describe('the key that sends', () => {
  test.each([
    ['Enter', {}, true],
    ['Ctrl+Enter', { ctrlKey: true }, true],
    ['⌘+Enter', { metaKey: true }, true],
    ['Ctrl+Shift+Enter', { ctrlKey: true, shiftKey: true }, true],
    ['Shift+Enter', { shiftKey: true }, false],
    ['Alt+Enter', { altKey: true }, false],
    ['a letter', { key: 'a', ctrlKey: true }, false],
    ['Enter that chooses a word of an input method', { isComposing: true }, false],
    ['the same in Safari', { keyCode: 229 }, false],
  ])('%s: %o', (_name, changes, sends) => {
    const enter = { key: 'Enter', keyCode: 13, isComposing: false };
    const modifiers = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
    expect(isSendKey({ ...enter, ...modifiers, ...changes })).toBe(sends);
  });
});

describe('what stands in the way of sending', () => {
  test.each([
    ['', 0, 'blank'],
    [' \n\t', 0, 'blank'],
    ['x', 1, 'tooLong'],
    ['x', 0, null],
  ])('%j, %i over: %s', (value, excess, expected) => {
    expect(obstacleTo({ value, excess })).toBe(expected);
  });
});

describe('the space of a picture', () => {
  test.each([
    [{ width: 3200, height: 2400 }, 320, 240],
    [{ width: 600, height: 1200 }, 120, 240],
    [{ width: 64, height: 48 }, 64, 48],
    [{ width: 10_000, height: 10 }, 320, 24],
    [{ width: 0, height: -5 }, 240, 180],
    [null, 240, 180],
  ])('of %o', (size, width, height) => {
    expect(fitPicture(size)).toEqual({ width, height });
  });
});
