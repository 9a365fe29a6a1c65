// The counting and cleaning of typed text.
import { describe, expect, test } from 'vitest';
import { cleanTyped, countCodePoints } from '../../../src/text/count.ts';

describe('count', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['Привет', 6],
    ['👍', 1],
    ['👩‍👩‍👧', 5],
    ['\ud800', 1],
    ['e\u0301', 2],
  ])('%j has %i code points', (written, count) => {
    expect(countCodePoints(written)).toBe(count);
  });

  test('what cannot travel is removed, the rest is untouched', () => {
    expect(cleanTyped('a\0b\ud800c\udc00d👍\u202e\t\n')).toBe('abcd👍\u202e\t\n');
  });
});
