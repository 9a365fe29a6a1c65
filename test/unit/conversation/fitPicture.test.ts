// The rule about the space of pictures.
import { describe, expect, test } from 'vitest';
import { fitPicture } from '../../../src/conversation/fitPicture.ts';

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
