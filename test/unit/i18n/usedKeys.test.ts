/** Words that nobody says any more are taken out. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { installEn } from '../../../src/i18n/install/en.ts';
import { portalErrorKinds } from '../../../src/portal/errors.ts';

const src = fileURLToPath(new URL('../../../src/', import.meta.url));
/** Keys that are put together: `errors.${kind}Title` in problemWords.ts, `task.status${status}` in TaskHeader.tsx. */
const kinds = portalErrorKinds.filter((kind) => !['scope', 'validation', 'refused'].includes(kind));
const statuses = ['Pending', 'InProgress', 'SupposedlyCompleted', 'Completed', 'Deferred', 'Declined'];
const composed = new Set([
  ...kinds.flatMap((kind) => [`errors.${kind}Title`, `errors.${kind}Text`]),
  ...statuses.map((status) => `task.status${status}`),
]);

test('every key of the catalogue is used', () => {
  const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/i18n.(install.)?(en|ru)(.\w+)?\.ts$/.test(path))
    .map((path) => readFileSync(src + path, 'utf8'))
    .join('\n');
  const quoted = new Set(Array.from(code.matchAll(/(['"`])([a-z]\w*\.\w+)\1/g), ([, , key]) => key));
  const keys = Object.entries({ ...en, ...installEn }).flatMap(([area, words]) =>
    Object.keys(words).map((key) => `${area}.${key}`),
  );
  expect(keys.filter((key) => !composed.has(key) && !quoted.has(key))).toEqual([]);
  expect([...composed].filter((key) => !keys.includes(key))).toEqual([]);
});
