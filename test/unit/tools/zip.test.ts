// The ZIP: what goes in comes out, and the same files are the same bytes.
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { makeZip } from '../../tools/zip.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ['index.html', bytes('<p>Привет</p>')],
  ['assets/main.js', bytes('1'.repeat(100_000))],
  ['7', bytes('')],
]);

test('holds the files as they are', () => {
  expect(unzipSync(makeZip(files))).toEqual(Object.fromEntries(files));
});

test('compresses', () => {
  expect(makeZip(files).length).toBeLessThan(1000);
});

test('the order of the files does not matter', () => {
  expect(makeZip(new Map([...files].reverse()))).toEqual(makeZip(files));
});
