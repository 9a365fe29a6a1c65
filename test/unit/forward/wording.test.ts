// What is written into a task: what others wrote stays words, whatever they wrote.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  forwardedText,
  plainLimits,
  taskDescription,
  taskTitle,
  type Source,
} from '../../../src/features/forward/wording.ts';
import { isSameText, lengthForPortal } from '../../../src/portal/wireText.ts';
import type { BbNode } from '../../../src/text/bbNode.ts';
import { parseBb } from '../../../src/text/bbcode.ts';
import { harmless, harmlessLine } from '../../../src/text/harmless.ts';
import { asReadBack } from '../../portal/text/incoming.ts';

const source: Source = {
  author: 'Amira Haddad',
  channel: 'WhatsApp',
  when: 'Nov 21, 2026, 4:42 PM',
  body: 'Can the shop look like this shelf?',
  fileNames: ['shelf.png'],
  card: {
    kind: 'Deal',
    title: 'Haddad: online shop',
    address: 'https://portal.example/crm/deal/details/10/',
  },
};
const limits = { limit: 20_000, countOf: lengthForPortal };
const people = { nameOf: (id: number) => `Person ${id}` };
const readBack = (text: string) => asReadBack(text, people);
const types = (nodes: readonly BbNode[]): string[] =>
  nodes.flatMap((node) => [node.type, ...('children' in node ? types(node.children) : [])]);

test('a comment, the quote with author, channel and time, and a link to the card', () => {
  const [comment, quote, card, ...rest] = parseBb(forwardedText('Please look', source, limits).text);
  expect(comment).toEqual({ type: 'text', text: 'Please look' });
  expect(quote).toMatchObject({
    type: 'quote',
    author: 'Amira Haddad, WhatsApp',
    date: 'Nov 21, 2026, 4:42 PM',
    children: [{ type: 'text', text: 'Can the shop look like this shelf?\n📎 shelf.png' }],
  });
  expect(card).toEqual({ type: 'text', text: 'Deal: ' });
  expect(rest).toMatchObject([{ type: 'link', address: source.card.address }]);
});

const traps =
  '[USER=1] [/USER] [user=all] &#91; &#93; &amp; #BR# <br> [BR] ------ >> [CODE] [/CODE] [URL=x] [/QUOTE]'
    .split(' ')
    .concat('\n', '-'.repeat(54), 'Anna [today, 1:1]');
const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme' }) },
  fc
    .array(fc.oneof(fc.string(), fc.constantFrom(...traps)), { maxLength: 12 })
    .map((parts) => parts.join('')),
);

describe('whatever a client, a file or a card is called or says', () => {
  test('nothing of it is a code, and nobody is mentioned, also after the portal has read it', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (body, name, title) => {
        const card = { ...source.card, title };
        const { text } = forwardedText(
          '',
          { ...source, body, author: name, fileNames: [name], card },
          limits,
        );
        for (const seen of [text, readBack(text)]) {
          const found = types(parseBb(seen)).filter((type) => type !== 'text');
          // Links that are addresses in its words, and lines that it quotes itself, are as harmless as they look.
          expect(found.filter((type) => type !== 'link' && type !== 'quote')).toEqual([]);
          expect(seen).not.toMatch(/\[user=/i);
        }
        expect(isSameText(text, readBack(text))).toBe(true);
      }),
    );
  });

  test('the quote ends where we end it', () => {
    const body = `One\n${'-'.repeat(54)}\nAnna Keller [today, 12:00]\nI agree\n------`;
    const nodes = parseBb(readBack(forwardedText('', { ...source, body }, limits).text));
    expect(nodes.filter(({ type }) => type === 'quote')).toHaveLength(1);
    expect(types(nodes)).toEqual(['quote', 'text', 'text', 'link', 'text']);
  });

  test('it still reads the same', () => {
    const body = 'Costs [net] 5 & 6 <b>now</b> – a-b';
    expect(harmless(body).replaceAll('\u200b', '')).toBe(body);
    expect(harmlessLine(' Ann\n[A]\t')).toBe('Ann (A)');
  });
});

test('too long: the end of the quote goes, the comment and the link stay, and the portal cuts nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom('a', 'www.x.yz ', '😀', '[b]'), (piece) => {
      const body = piece.repeat(Math.ceil(20_000 / Array.from(piece).length));
      const { text, isCut } = forwardedText('Look', { ...source, body }, limits);
      expect(isCut).toBe(true);
      expect(lengthForPortal(text)).toBeLessThanOrEqual(20_000);
      expect(text.startsWith('Look\n')).toBe(true);
      expect(text.endsWith('[/URL]')).toBe(true);
    }),
    { numRuns: 4 },
  );
});

test('a description quotes as tasks do', () => {
  expect(taskDescription({ ...source, body: 'Hi[/QUOTE]' }, plainLimits).split('\n')).toEqual([
    '[QUOTE]',
    'Amira Haddad, WhatsApp, Nov 21, 2026, 4:42 PM:',
    'Hi[\u200b/QUOTE]',
    '📎 shelf.png',
    '[/QUOTE]',
    'Deal: [URL=https://portal.example/crm/deal/details/10/]Haddad: online shop[/URL]',
  ]);
});

test('a title: the first words, or the file', () => {
  expect(taskTitle(source)).toBe('Can the shop look like this shelf?');
  expect(taskTitle({ body: ' \n', fileNames: ['shelf.png'] })).toBe('shelf.png');
  expect(taskTitle({ body: 'word '.repeat(40), fileNames: [] })).toBe(`${'word '.repeat(16).trim()}…`);
});
