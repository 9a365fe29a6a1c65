/** Words that nobody says any more are taken out. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from '../../../src/i18n/en.ts';

const src = fileURLToPath(new URL('../../../src/', import.meta.url));
/** Keys that are put together from a kind of error or a state of a task. */
const composed = /^(errors\.\w+(Title|Text)|task\.status\w+)$/;

test('every key of the catalogue is used', () => {
  const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/i18n.(en|ru)\.ts$/.test(path))
    .map((path) => readFileSync(src + path, 'utf8'))
    .join('\n');
  const keys = Object.entries(en).flatMap(([area, words]) =>
    Object.keys(words).map((key) => `${area}.${key}`),
  );
  expect(keys.filter((key) => !composed.test(key) && !code.includes(key))).toEqual([]);
});
