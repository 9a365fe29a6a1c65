// What the build prints about its size.
import { expect, test } from 'vitest';
import { formatLine, measureFirstScreen, sizeOf } from '../../tools/sizes.ts';

test('the first screen is what the page names, ours and the packages apart', () => {
  const file = (length: number) => new Uint8Array(length);
  const files = new Map([
    ['assets/packages-1.js', file(5000)],
    ['assets/main-1.js', file(300)],
    ['assets/later-1.js', file(70)],
    ['assets/main-1.css', file(9)],
  ]);
  const page = ['packages-1.js', 'main-1.js', 'main-1.css'].map((name) => `"./assets/${name}"`).join();
  const { packages, ours } = measureFirstScreen(page, files, (path) => path.includes('main'));
  expect([packages, ours]).toEqual([sizeOf(file(5000)), sizeOf(file(300))]);
});

test('a line of the table', () => {
  expect(formatLine('a.js', { raw: 81_087, gzip: 29_333 })).toMatch(/^a\.js +81\.1 kB +29\.3 kB$/);
});
