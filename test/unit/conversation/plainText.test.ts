/** A message as plain text, as it goes to the clipboard. */
import { expect, test } from 'vitest';
import { plainText } from '../../../src/conversation/actions/plainText.ts';
import { defaultLabels } from '../../../src/text/labels.ts';

const plain = (text: string) =>
  plainText(text, {
    labels: defaultLabels,
    language: 'en',
    nameOf: (id) => (id === 2 ? 'Marta Olsen' : undefined),
  });

test.each([
  ['styles are left out', '[b]Bold[/b] and [i]not[/i]', 'Bold and not'],
  ['a mention as @Name, as known', '[USER=2]M.[/USER], look', '@Marta Olsen, look'],
  ['a mention of somebody unknown, as written', '[USER=9]Leo[/USER]', '@Leo'],
  ['everyone', '[USER=all][/USER]!', '@Everyone!'],
  ['a link that is its own label', '[URL]https://x.example/a[/URL].', 'https://x.example/a.'],
  ['a link whose scheme the portal has added', '[URL=http://www.x.y]www.x.y[/URL]', 'http://www.x.y'],
  ['a link with words', '[URL=https://x.y]the site[/URL]', 'the site (https://x.y)'],
  ['a number to call', '[CALL=+49 30 1]Office[/CALL]', 'Office (+49 30 1)'],
  ['quoted lines', '>>one\n>>two\nanswer', '> one\n> two\nanswer'],
  ['a quote in a quote', '>>>>deep\n>>less\nanswer', '>> deep\n> less\nanswer'],
  [
    'a quoted message with its author',
    '------\nMarta Olsen [20.11.2026 12:00]\nHello\n------\nHi',
    '> Marta Olsen, 20.11.2026 12:00:\n> Hello\nHi',
  ],
  ['a block of code on lines of its own', 'see\n[code]a\nb[/code]\nend', 'see\na\nb\nend'],
  ['a picture as its address', '[img size=small]https://x.y/a.png [/img]', 'https://x.y/a.png'],
  ['a file of the Drive', '[disk=5]', '[File]'],
  ['what is no tag', '[b]open and [unknown]', '[b]open and [unknown]'],
])('%s', (_what, text, words) => {
  expect(plain(text)).toBe(words);
});
