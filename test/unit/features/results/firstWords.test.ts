/** The beginning of a message in one line. */
import { expect, test } from 'vitest';
import { firstWords } from '../../../../src/features/results/firstWords.ts';

test.each([
  ['The [B]draft[/B]\n\nis  ready', 'The draft is ready'],
  ['[USER=2]Marta Olsen[/USER], look', 'Marta Olsen, look'],
  ['[URL=https://example.com/a]the page[/URL]', 'the page'],
  [' \n ', ''],
  ['🙂'.repeat(81), `${'🙂'.repeat(80)}…`],
])('%j', (text, expected) => {
  expect(firstWords(text)).toBe(expected);
});
