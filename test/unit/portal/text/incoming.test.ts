/** What is typed and what is read back, row by row of PB 4.5. */
import { describe, expect, test } from 'vitest';
import { asReadBack } from '../../../portal/text/incoming.ts';

const names = new Map([
  [5, 'Ada Moreau'],
  [7, 'Ольга Ким'],
]);
const readBack = (typed: string) => asReadBack(typed, { nameOf: (id) => names.get(id) });

type Row = [fact: string, typed: string, read: string];

const links: Row[] = [
  ['an address is tagged', 'https://x.y/z', '[URL]https://x.y/z[/URL]'],
  ['a www address gets http', 'www.x.y', '[URL=http://www.x.y]www.x.y[/URL]'],
  ['a full stop stays outside', 'See https://x.y/z.', 'See [URL]https://x.y/z[/URL].'],
  ['a comma stays outside', 'https://x.y, yes', '[URL]https://x.y[/URL], yes'],
  ['a question mark stays outside', 'https://x.y/?', '[URL]https://x.y/[/URL]?'],
  ['only one sign stays outside', 'https://x.y...', '[URL]https://x.y..[/URL].'],
  ['a colon belongs to the address', 'https://x.y:', '[URL]https://x.y:[/URL]'],
  ['www with punctuation', 'www.x.y!', '[URL=http://www.x.y]www.x.y[/URL]!'],
  ['brackets around it stay outside', '(https://x.y/z)', '([URL]https://x.y/z[/URL])'],
  ['a bracket opened before is taken along', '(see https://x.y)', '(see [URL]https://x.y)[/URL]'],
  ['inside brackets it goes on over spaces', '(https://x.y is good)', '([URL]https://x.y is good[/URL])'],
  ['typographic quotes stay outside', '«https://x.y»', '«[URL]https://x.y[/URL]»'],
  ['entities for brackets stay outside', '&lt;https://x.y&gt;', '<[URL]https://x.y[/URL]>'],
  ['right behind a double quote is no start', '"https://x.y"', '"https://x.y"'],
  ['a double quote ends it', 'https://x.y"a', '[URL]https://x.y[/URL]"a'],
  ['&quot; ends it', 'https://x.y&quot;a', '[URL]https://x.y[/URL]"a'],
  ['braces end it', '{https://x.y}', '{[URL]https://x.y[/URL]}'],
  ['a line end ends it', 'https://x.y\nb', '[URL]https://x.y[/URL]\nb'],
  ['[BR] ends it', 'https://x.y[BR]b', '[URL]https://x.y[/URL]\nb'],
  ['several', 'https://a.b http://c.d', '[URL]https://a.b[/URL] [URL]http://c.d[/URL]'],
  [
    'the same one twice',
    'www.a.b www.a.b',
    '[URL=http://www.a.b]www.a.b[/URL] [URL=http://www.a.b]www.a.b[/URL]',
  ],
  ['with a comma between they are one', 'https://a.b,https://c.d', '[URL]https://a.b,https://c.d[/URL]'],
  ['other schemes', 'ftp://a.b', '[URL]ftp://a.b[/URL]'],
  ['an unknown scheme', 'gopher://a.b', 'gopher://a.b'],
  ['a scheme in capitals', 'HTTPS://A.B', '[URL]HTTPS://A.B[/URL]'],
  ['no Latin letter first: no address', 'https://пример.рф', 'https://пример.рф'],
  ['in the middle of a word', 'xhttps://a.b', 'xhttps://a.b'],
  ['www in the middle of a word', 'awww.x.y', 'awww.x.y'],
  ['www behind a dot', 'a.www.x.y', 'a.[URL=http://www.x.y]www.x.y[/URL]'],
  ['an e-mail address', 'ada@www.x.y, a@b.c', 'ada@www.x.y, a@b.c'],
  ['a bare host', 'x.y/z', 'x.y/z'],
  ['a tag that was typed', '[URL]https://x.y[/URL]', '[URL]https://x.y[/URL]'],
  ['a typed tag in small letters', '[url]https://x.y[/url]', '[URL]https://x.y[/URL]'],
  ['a typed tag with a label', '[URL=https://x.y]here[/URL]', '[URL=https://x.y]here[/URL]'],
  ['its label is no second link', '[URL=https://x.y]www.a.b[/URL]', '[URL=https://x.y]www.a.b[/URL]'],
  ['its label equal to its address', '[URL=https://x.y]https://x.y[/URL]', '[URL]https://x.y[/URL]'],
  ['a typed tag without a scheme', '[URL=x.y]here[/URL]', '[URL=http://x.y]here[/URL]'],
  ['a typed tag to the portal itself', '[URL=/crm/]CRM[/URL]', '[URL=/crm/]CRM[/URL]'],
  ['a typed tag without its end', '[URL=https://x.y]here', '[URL=https://x.y]here'],
  ['javascript is broken', '[URL=javascript:a()]b[/URL]', '[URL=http://java script&#58; a()]b[/URL]'],
  [
    'a tag right behind it is taken along',
    '[b]https://x.y[/b]',
    '[b][URL=https://x.y%5B/b%5D]https://x.y[/b][/URL]',
  ],
  ['an apostrophe in it', "https://x.y/o'n", "[URL=https://x.y/o%27n]https://x.y/o'n[/URL]"],
  ['&amp; in it', 'https://x.y?a=1&amp;b=2', '[URL]https://x.y?a=1&b=2[/URL]'],
  ['a query and a fragment', 'https://x.y/?a=1&b=2#c', '[URL]https://x.y/?a=1&b=2#c[/URL]'],
];

const characters: Row[] = [
  ['a no-break space', 'a\u00A0b', 'a b'],
  ['entities', '&lt;b&gt; &quot;c&quot; &amp; &#39;d&#39; &#91;e&#93;', `<b> "c" & 'd' [e]`],
  ['are decoded once', '&amp;lt; &amp;amp; &amp;#39;', '&lt; &amp; &#39;'],
  ['decoded brackets are no tag', '&#91;BR&#93;', '[BR]'],
  ['other entities stay', '&copy; &euro; &#58; &LT;', '&copy; &euro; &#58; &LT;'],
  ['HTML stays', '<b onclick="x()">a</b>', '<b onclick="x()">a</b>'],
  ['CRLF', 'a\r\nb', 'a\nb'],
  ['[BR]', 'a[BR]b[br]c', 'a\nb\nc'],
  ['#BR#', 'a#BR#b', 'a\nb'],
  ['a line break in HTML (PB 4.3)', 'a<br>b<br />c', 'a\nb\nc'],
  ['[Br] is none', 'a[Br]b', 'a[Br]b'],
  ['white space around is trimmed', ' \r\n\t a b \u00A0\n', 'a b'],
  ['breaks around are trimmed', '[BR]a#BR#', 'a'],
  ['an ideographic space is not', 'a\u3000', 'a\u3000'],
  ['nothing is left', ' \n ', ''],
];

const people: Row[] = [
  ['a mention gets the name', '[USER=5][/USER]', '[USER=5]Ada Moreau[/USER]'],
  ['in small letters', '[user=7][/user]', '[USER=7]Ольга Ким[/USER]'],
  ['another name gives way', '[USER=5]Other name[/USER]', '[USER=5]Ada Moreau[/USER]'],
  ['with REPLACE', '[USER=5 REPLACE]x[/USER]', '[USER=5]Ada Moreau[/USER]'],
  [
    'two in a line',
    '[USER=5][/USER], [USER=7][/USER]',
    '[USER=5]Ada Moreau[/USER], [USER=7]Ольга Ким[/USER]',
  ],
  ['an unknown person is a mere name', '[USER=99]Nobody[/USER]!', 'Nobody!'],
  ['an unknown person without a name', 'a [USER=99][/USER] b', 'a  b'],
  ['all', '[USER=all]everybody[/USER]', '[USER=all]everybody[/USER]'],
  ['a file of the drive is taken out', 'a [DISK=12] b[disk=n3]', 'a  b[disk=n3]'],
];

const kept: Row[] = [
  [
    'CODE',
    '[CODE]https://x.y &lt;[BR][USER=5][/USER][/CODE]',
    '[CODE]https://x.y &lt;[BR][USER=5][/USER][/CODE]',
  ],
  ['CODE over lines', '[code]\r\n\u00A0[DISK=1][/code]', '[code]\r\n\u00A0[DISK=1][/code]'],
  ['PUT', '[PUT=www.a.b]&amp;[/PUT]', '[PUT=www.a.b]&amp;[/PUT]'],
  ['SEND', '[SEND=/help]www.a.b[/SEND]', '[SEND=/help]www.a.b[/SEND]'],
  ['PUT over lines is none', '[PUT]a&lt;\nb[/PUT]', '[PUT]a<\nb[/PUT]'],
  ['what stands around is touched', '&lt;[CODE]&lt;[/CODE]&lt;', '<[CODE]&lt;[/CODE]<'],
  ['an open CODE keeps nothing', '[CODE]&lt;', '[CODE]<'],
];

describe.each([
  ['addresses', links],
  ['characters', characters],
  ['people and files', people],
  ['kept as typed', kept],
])('PB 4.5, %s', (_part, rows) => {
  test.each(rows)('%s', (_fact, typed, read) => {
    expect(readBack(typed)).toBe(read);
  });
});

describe('PB 4.5, length', () => {
  test('20,006 code points stay', () => {
    expect(readBack('a'.repeat(20_006))).toBe('a'.repeat(20_006));
  });

  test('one more: 20,000 and the mark', () => {
    expect(readBack('a'.repeat(20_007))).toBe(`${'a'.repeat(20_000)} (...)`);
  });

  test('code points are counted, not code units', () => {
    expect(readBack('😀'.repeat(20_006))).toBe('😀'.repeat(20_006));
    expect(readBack('😀'.repeat(20_007))).toBe(`${'😀'.repeat(20_000)} (...)`);
  });

  test('after the rest: entities and spaces around do not count', () => {
    expect(readBack(` ${'&amp;'.repeat(20_006)} `)).toBe('&'.repeat(20_006));
  });
});
