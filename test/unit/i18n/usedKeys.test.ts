/** Words that nobody says any more are taken out, and those of CRM cards are said there alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { crmEn } from '../../../src/i18n/crm/en.ts';
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

const keysOf = (catalogue: object) =>
  Object.entries(catalogue).flatMap(([area, words]: [string, object]) =>
    Object.keys(words).map((key) => `${area}.${key}`),
  );
/** By file: all that looks like a key. */
const said = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !/i18n.(install.)?(en|ru)(.\w+)?\.ts$/.test(path))
  .map((path) => {
    const code = readFileSync(src + path, 'utf8');
    return { path, keys: Array.from(code.matchAll(/(['"`])([a-z]\w*\.\w+)\1/g), ([, , key = '']) => key) };
  });

test('every key of the catalogue is used', () => {
  const quoted = new Set(said.flatMap(({ keys }) => keys));
  const keys = keysOf({ ...en, ...crmEn, ...installEn });
  expect(keys.filter((key) => !composed.has(key) && !quoted.has(key))).toEqual([]);
  expect([...composed].filter((key) => !keys.includes(key))).toEqual([]);
});

/**
 * Screens and features of CRM cards; the composer and the list of keys, where these hand them something. Methods such as
 * `session.join` only look like words.
 */
const ofCrm =
  /^(portal|screens\/crm|features\/(forward|quickReplies|session))\/|^features\/line\/SoundSwitch|^conversation\/(composer\/(ComposerTools|QuickReplyPicker|holds)|shortcuts\/shortcuts)\./;

test('words that are loaded with CRM cards are said nowhere else', () => {
  const theirs = new Set(keysOf(crmEn));
  const elsewhere = said.filter(({ path, keys }) => !ofCrm.test(path) && keys.some((key) => theirs.has(key)));
  expect(elsewhere.map(({ path }) => path)).toEqual([]);
});
