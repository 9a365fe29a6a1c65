/** A message that was read back is recognised as the text that was typed, and no other text is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textLimit } from '../../../src/portal/textLimit.ts';
import { isSameText, lengthForPortal, sendable } from '../../../src/portal/wireText.ts';
import { brokenText, hurtfulText, readBack } from './hurtfulTexts.ts';

const recognises = (typed: string) => isSameText(typed, readBack(typed));
const repeatTo = (piece: string, length: number) => {
  const points = Array.from(piece.repeat(Math.ceil(length / Array.from(piece).length)));
  return points.slice(0, length).join('');
};

test('whatever is typed is recognised', () => {
  fc.assert(
    fc.property(hurtfulText, (typed) => recognises(typed)),
    { numRuns: 3_000 },
  );
});

test('so are tags within tags, tags that nobody closes, and entities that come apart', () => {
  fc.assert(
    fc.property(
      brokenText,
      (typed) => sendable(typed) === '' || isSameText(typed, readBack(sendable(typed))),
    ),
    { numRuns: 3_000, seed: 4 },
  );
});

test('the counter never says less than the portal will count', () => {
  fc.assert(
    fc.property(hurtfulText, (typed) => {
      return Array.from(readBack(sendable(typed))).length <= lengthForPortal(typed);
    }),
    { numRuns: 3_000, seed: 4 },
  );
});

test('a text with one sign changed in its middle is another one', () => {
  const sign = fc.constantFrom(...Array.from('abXYжЯ059.,!?-+_*@$€%()"🙂🙃'));
  fc.assert(
    fc.property(hurtfulText, sign, sign, hurtfulText, (before, one, other, after) => {
      fc.pre(one !== other);
      // A sentence of its own: not the name in a mention, and no part of an address or an entity.
      const withSign = (sign: string) => `${before} [/user] mid ${sign} dle ${after}`;
      return !isSameText(withSign(one), readBack(withSign(other)));
    }),
    { numRuns: 1_000, seed: 4 },
  );
});

describe('what may be taken for each other', () => {
  const pairs: Array<[what: string, typed: string, other: string]> = [
    ['white space and line breaks', 'a b', 'ab[br]'],
    ['square brackets', '[b]', 'b'],
    ['an entity and its character', '&euro; &#8364; ©', '&euro; € (c)'],
    ['the scheme http', 'http://x.y', 'x.y'],
    ['the name in a mention', '[user=1]Anna[/user]', '[user=1]Kim[/user]'],
    ['an address that the label begins with', '[url=https://x.y]https://x.y/z[/url]', 'https://x.y/z'],
    ['where an address ends and its label begins', '[url=https://x.y]z[/url]', '[url=https://x.]yz[/url]'],
  ];
  test.each(pairs)('%s', (_what, typed, other) => {
    expect(isSameText(typed, readBack(other))).toBe(true);
  });
});

test('what is sent has no NUL, no half character, and no white space at its ends', () => {
  expect(sendable(' \u00a0\n a\0 \ud83d b\ud83d\0\ude42🙂\u200d\r\n\u3000')).toBe('a  b🙂\u200d');
  expect(sendable(' \0\ud83d ')).toBe('');
});

test('a text with one word more is another one', () => {
  fc.assert(
    fc.property(hurtfulText, fc.boolean(), (typed, atStart) => {
      const other = atStart ? `zebra ${typed}` : `${typed} zebra`;
      return !isSameText(other, readBack(typed)) && !isSameText(typed, readBack(other));
    }),
    { numRuns: 1_000 },
  );
});

const fillers = [
  'x',
  'слово ',
  '🙂',
  'https://x.y/z ',
  'www.x.y, ',
  '&lt;',
  '[user=1]A[/user] ',
  'a\r\n',
  '[b]c[/b]',
];
const longText = fc
  .record({
    start: hurtfulText,
    filler: fc.constantFrom(...fillers),
    end: hurtfulText,
    length: fc.oneof(fc.integer({ min: textLimit - 10, max: textLimit + 16 }), fc.constant(30_000)),
  })
  // What stands between ends every address before it, brackets and all: none is to swallow the whole filler.
  .map(
    ({ start, filler, end, length }) =>
      repeatTo(`${start} )&gt;”’» ${repeatTo(filler, length)}`, length - 40) + end,
  );

test('texts around the limit are recognised, cut or not', () => {
  fc.assert(
    fc.property(longText, (typed) => recognises(typed)),
    { numRuns: 60 },
  );
});

test('a cut text is not taken for one that begins otherwise', () => {
  fc.assert(
    fc.property(longText, (typed) => !isSameText(`zebra ${typed}`, readBack(typed))),
    { numRuns: 30 },
  );
});

describe('a cut', () => {
  const long = repeatTo('word ', 30_000);
  const cut = readBack(long);

  test('is what the local portal makes', () => {
    expect(cut.endsWith(' (...)')).toBe(true);
    expect(isSameText(long, cut)).toBe(true);
  });

  test('in the middle of a link longer than the slack', () => {
    const typed = `${repeatTo('word ', 19_500)} www.x.y/${'z'.repeat(2_000)} and more`;
    expect(recognises(typed)).toBe(true);
  });

  test('after a bracket that nobody closed', () => {
    expect(recognises(`[ ${long}`)).toBe(true);
  });

  test('in the label of a link', () => {
    const typed = `${repeatTo('word ', 19_960)} [url=https://x.y]${'label '.repeat(100)}[/url]`;
    expect(recognises(typed)).toBe(true);
  });

  test('a short text that ends like a cut one is not a cut one', () => {
    expect(isSameText('one two three (...)', 'one two three (...)')).toBe(true);
    expect(isSameText(repeatTo('word ', 2_000), `${repeatTo('word ', 1_000)} (...)`)).toBe(false);
  });

  test('a long text without the mark is not a cut one', () => {
    expect(isSameText(long, repeatTo('word ', 20_006))).toBe(false);
  });
});

describe('different texts', () => {
  const pairs: Array<[typed: string, other: string]> = [
    ['yes', 'no'],
    ['yes', 'Yes'],
    ['yes', ''],
    ['call 5', 'call 6'],
    ['[user=1]Anna[/user]', '[user=3]Anna[/user]'],
    ['[user=1]Anna[/user] come', 'come'],
    ['[url=https://x.y]here[/url]', '[url=https://x.z]here[/url]'],
    ['[url=https://x.y]here[/url]', '[url=https://x.y]there[/url]'],
    ['https://x.y/a', 'https://x.y/b'],
    ['[b]now[/b]', 'now'],
    ['🙂', '🙃'],
    ['&lt;', '&gt;'],
  ];
  test.each(pairs)('%j is not %j', (typed, other) => {
    expect(isSameText(typed, readBack(other))).toBe(false);
    expect(isSameText(other, readBack(typed))).toBe(false);
  });
});

describe('the mention of somebody whom the writer may not see', () => {
  const typed = 'Ask [user=77]Pat[/user] and [user=1]Anna[/user]';

  test('leaves the typed name', () => {
    expect(readBack(typed)).toBe('Ask Pat and [USER=1]Anna Keller[/USER]');
    expect(recognises(typed)).toBe(true);
  });

  test('and that name is compared', () => {
    expect(isSameText(typed, 'Ask Kim and [USER=1]Anna Keller[/USER]')).toBe(false);
  });
});

test('the length counts code points of what is sent or of what is stored, whichever is longer', () => {
  expect(lengthForPortal('  🙂🙂  ')).toBe(2);
  expect(lengthForPortal('a[br]c')).toBe('a[br]c'.length);
  expect(lengthForPortal('see https://x.y/z')).toBe('see [URL]https://x.y/z[/URL]'.length);
  expect(lengthForPortal('www.x.y')).toBe('[URL=http://www.x.y]www.x.y[/URL]'.length);
  expect(lengthForPortal('')).toBe(0);
});

test('a text within the limit is never cut, however many links it holds', () => {
  for (const piece of ['https://x.y/z ', 'www.x.y, ', '&lt;', 'a ', '[URL=https://x.y]z[/URL] ']) {
    const text = piece.repeat(Math.floor(textLimit / (lengthForPortal(piece) + 1)));
    expect(lengthForPortal(text)).toBeLessThanOrEqual(textLimit);
    expect(readBack(text)).not.toContain('(...)');
  }
});

describe('comparing takes one pass, whatever the text is made of', () => {
  // Twenty times the longest message: one quadratic step, and the test would run for minutes instead of a moment.
  const length = 400_000;
  const shapes: Array<[what: string, piece: string]> = [
    ['opening link tags', '[url='],
    ['link tags with an address', '[url=x]'],
    ['bare link tags', '[url]'],
    ['closing tags', '[/url]'],
    ['nested brackets', '[url=[a]'],
    ['entities', '&amp;'],
    ['nested entities', 'amp;'],
    ['mentions', '[user=1]'],
    ['half mentions', '[user=1'],
    ['Drive tags', '[disk=1'],
    ['spaces', ' '],
    ['line breaks', '\n'],
    ['brackets', '['],
    ['half breaks', '<br '],
    ['addresses within addresses', '(www.a'],
    ['mentions in an address', '%5Buser=1%5D'],
  ];

  test.each(shapes)('%s', (_what, piece) => {
    const text = `a&${repeatTo(piece, length)}b`;
    expect(isSameText(text, `${text} x`)).toBe(false);
    expect(lengthForPortal(text)).toBeGreaterThanOrEqual(text.trim().length);
  });
});
