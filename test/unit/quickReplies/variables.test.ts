// What is filled into a quick reply, and that a client's name cannot make an agent say more than a name.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillVariables, unfilledIn, variableNames } from '../../../src/features/quickReplies/variables.ts';
import type { BbNode } from '../../../src/text/bbNode.ts';
import { parseBb } from '../../../src/text/bbcode.ts';
import { asReadBack } from '../../portal/text/incoming.ts';

const values = new Map([
  ['client.name', 'Max Weber'],
  ['me.name', 'Anna Keller'],
  ['deal.amount', '1 200 €'],
  ['company.title', ' '],
]);
const fill = (text: string) => fillVariables(text, values);

describe('filled in', () => {
  test.each([
    ['Dear {client.name}, {me.name} here.', 'Dear Max Weber, Anna Keller here.'],
    ['{Client.Name}', 'Max Weber'],
    ['{deal.amount}!', '1 200 €!'],
    // Empty, unknown, or no variable at all: as it is typed.
    ['{company.title} {deal.title}', '{company.title} {deal.title}'],
    ['{no.such} {name} {client name} {{}', '{no.such} {name} {client name} {{}'],
    ['{{client.name}}', '{Max Weber}'],
    ['{ client.name }', 'Max Weber'],
  ])('%j: %j', (template, filled) => {
    expect(fill(template)).toBe(filled);
  });

  test('every variable left in a text is found where it stands, and what there is to be done about it', () => {
    const text = '{me.name}: {company.title}, {no.such}, {клиент.имя}, {Deal.Title} {1.5} {name} {a. b}';
    const found = unfilledIn(text, values).map(({ from, to, state }) => [text.slice(from, to), state]);
    expect(found).toEqual([
      ['{me.name}', 'known'],
      ['{company.title}', 'empty'],
      ['{no.such}', 'unknown'],
      ['{клиент.имя}', 'unknown'],
      ['{Deal.Title}', 'empty'],
    ]);
    const left = fill(text);
    expect(unfilledIn(left, values).some(({ state }) => state === 'known')).toBe(false);
  });
});

describe('a value is a word and nothing more', () => {
  test.each([
    ['[url=https://evil.example]Pay here[/url]', '(url=https:\u200b//evil.example)Pay here(/url)'],
    ['[USER=5]Marta[/USER]', '(USER=5)Marta(/USER)'],
    ['{me.name}', '(me.name)'],
    ['$& $1 $<name>', '$& $1 $<name›'],
    ['Max\n>>quoted', 'Max ››quoted'],
    [`a\n${'-'.repeat(54)}\nb`, 'a – b'],
    ['Ma\u202Ex\u0000 \uD800', 'Max'],
    ['&#91;URL=x&#93;Pay', '&\u200b#91;URL=x&\u200b#93;Pay'],
    ['Max#BR#Weber <br>', 'Max#\u200bBR#Weber <\u200bbr›'],
    ['https://evil.example', 'https:\u200b//evil.example'],
    // Nothing behind it makes an entity of it.
    ['Max &#91', 'Max &#91\u200b'],
    ['Smith & Sons, R&D dept.', 'Smith & Sons, R&D dept.'],
  ])('%j: %j', (name, shown) => {
    expect(fillVariables('{client.name}', new Map([['client.name', name]]))).toBe(shown);
  });

  const hostile = fc.array(
    fc.oneof(
      fc.constantFrom(
        '[',
        ']',
        '{',
        '}',
        '=',
        '/',
        '\n',
        '>>',
        '-----------',
        '$&',
        '\\',
        'me.name',
        'client.name',
      ),
      fc.constantFrom('[b]', '[/b]', '[url=x]', '[USER=5]', '[/USER]', '[code]', '{me.name}', '[[', ']]'),
      fc.constantFrom('&#91;', '&#93;', '&amp;', '&lt;', '&gt;', '&', '#91;', 'lt;', '&nbsp;', '&#123;'),
      fc.constantFrom('#BR#', '<br>', '<br />', '[BR]', 'BR#', '#', '<', 'br>', '[DISK=1]', '[user=all]'),
      fc.constantFrom('https://a.example/', 'www.a.example', 'http:', '//b.example', '-'.repeat(54)),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 12 },
  );
  const words = fc.constantFrom('Dear ', ', ', '\n', '[b]', '[/b]', '>>', ' {no.such} ', '[url=/x/]');

  test('whatever the values are, the text keeps the codes, quotes and variables of its template', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.constantFrom(...variableNames))),
        fc.array(hostile, { minLength: variableNames.length, maxLength: variableNames.length }),
        (parts, given) => {
          // A word before each variable: what an agent writes around it is their own affair.
          const write = (name: string) =>
            variableNames.some((known) => known === name) ? `x{${name}}` : name;
          const template = parts.map(write).join('');
          const named = new Map(
            variableNames.map((name, at) => [name as string, (given[at] ?? []).join('')]),
          );
          const filled = fillVariables(template, named);
          const harmlessly = new Map(variableNames.map((name) => [name as string, 'n']));
          const plain = fillVariables(template, harmlessly);
          const isEmpty = /\{(?:client|company|deal|me)\.\w+\}/gi;
          for (const seen of [(text: string) => text, readBack]) {
            const shown = seen(filled).replace(isEmpty, 'n');
            expect(shapeOf(shown)).toEqual(shapeOf(seen(plain)));
            expect(shown.split('\n').length).toBe(seen(plain).split('\n').length);
            expect(shown).not.toMatch(/\[user=/i);
          }
          // In one pass: a second one finds nothing that the first has brought.
          expect(fillVariables(filled, named)).toBe(filled);
        },
      ),
    );
  });
});

/** As the client gets it (PB 4.5). */
function readBack(text: string): string {
  return asReadBack(text, { nameOf: (id) => `Person ${id}` });
}

/** The codes of a text without its words. */
function shapeOf(text: string): unknown {
  const shape = (node: BbNode): unknown =>
    'children' in node && Array.isArray(node.children)
      ? [node.type, node.children.flatMap(shapes)]
      : node.type;
  const shapes = (node: BbNode): unknown[] => (node.type === 'text' ? [] : [shape(node)]);
  return parseBb(text).flatMap(shapes);
}
