// Promises of the parser about any text at all.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBb } from '../../../src/text/bbcode.ts';
import { type BbNode, textOf } from '../../../src/text/bbNode.ts';

const tags = (
  '[b]|[/b]|[i]|[/i]|[size=20]|[/size]|[color=#fff]|[/color]|[url]|[/url]|[url=/x]|[user=5]|[/user]|[chat=5]|[/chat]|' +
  '[code]|[/code]|[icode]|[/icode]|[put=y]|[/put]|[call]|[/call]|[timestamp=1 format=SHORT_TIME_FORMAT]|[disk=5]|[br]|' +
  '[img size=small]|[/img]|\n|\n>>|\n>>>>|\n------\n|\n------\nN [1:2]\n|[|]|[url=|[zzz]|[/zzz]|>>| '
).split('|');

/** Every character that the tree holds for showing, addresses included. */
function everything(nodes: readonly BbNode[]): string {
  return nodes
    .map((node) => {
      const own = [
        node.type === 'text' || node.type === 'code' ? node.text : '',
        node.type === 'image' || node.type === 'icon' ? node.address : '',
        node.type === 'quote' ? (node.author ?? '') : '',
      ].join('');
      return own + ('children' in node ? everything(node.children) : '');
    })
    .join('');
}

describe('any text', () => {
  test('text without codes comes out as it went in', () => {
    const plain = fc
      .string({ unit: 'binary', maxLength: 300 })
      .filter((written) => !/\[|\r|^>>|^-{6}/m.test(written));
    fc.assert(
      fc.property(plain, (written) => {
        expect(textOf(parseBb(written))).toBe(written);
      }),
    );
  });

  test('no word between codes is lost, doubled or moved', () => {
    const soup = fc.array(fc.option(fc.constantFrom(...tags), { nil: 'word' }), { maxLength: 60 });
    fc.assert(
      fc.property(soup, (parts) => {
        const words: string[] = [];
        const written = parts.map((part, index) => {
          if (part !== 'word') return part;
          words.push(`w${index}.`);
          return `w${index}.`;
        });
        // What stands in an address is a part of a code, and where that ends is the parser's to say.
        const addresses =
          written
            .join('')
            .match(/\[url=.*?\[\/url\]/gs)
            ?.join('') ?? '';
        const between = (word: string) => !addresses.includes(word);
        const found = everything(parseBb(written.join(''))).match(/w\d+\./g) ?? [];
        expect(found.filter(between)).toEqual(words.filter(between));
      }),
      { numRuns: 1000 },
    );
  });

  test('opening tags alone are text', () => {
    const opening = fc.array(fc.constantFrom('[b]', '[i]', '[url=/x]', '[user=5]', 'x', '[code]'), {
      maxLength: 50,
    });
    fc.assert(
      fc.property(opening, (parts) => {
        const written = parts.join('');
        expect(parseBb(written)).toEqual(written === '' ? [] : [{ type: 'text', text: written }]);
      }),
    );
  });

  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...tags)), (noise, parts) => {
        expect(() => parseBb(parts.join(noise))).not.toThrow();
      }),
    );
  });

  // The runner's own time limit is what a parser that is not linear would run into here.
  test.each(
    (
      '[b]|[/b]|[|[url=|[url=[a]|[code]|[icode]|[b][/i]|[img size=small]|[size=[b]|>>|\n>>|\n>>>>\n|------\n|' +
      '\n------\nN [1:2]|[b]x[/b]|[icon=|[put=[put=|[i][b]|[code]\n------\n[/code]'
    ).split('|'),
  )('100,000 characters of %j', (part) => {
    const written = part.repeat(Math.ceil(100_000 / part.length));
    expect(parseBb(written).length).toBeGreaterThan(0);
  });
});
