// What the parser makes of the portal's BB codes (RF 3.6, PB 4.5).
import { describe, expect, test } from 'vitest';
import { parseBb } from '../../../src/text/bbcode.ts';
import type { BbNode } from '../../../src/text/bbNode.ts';

const text = (words: string): BbNode => ({ type: 'text', text: words });
const quote = (children: BbNode[], author: string | null = null, date: string | null = null): BbNode => ({
  type: 'quote',
  author,
  date,
  children,
});
const fence = '-'.repeat(54);

describe('tags', () => {
  test.each<[string, BbNode[]]>([
    ['', []],
    ['plain & <b>text</b>', [text('plain & <b>text</b>')]],
    ['[b]x[/b]', [{ type: 'style', style: 'b', children: [text('x')] }]],
    ['[B]x[/b]', [{ type: 'style', style: 'b', children: [text('x')] }]],
    ['[size=99px]x[/size]', [{ type: 'size', pixels: 30, children: [text('x')] }]],
    ['[size=1]x[/size]', [{ type: 'size', pixels: 8, children: [text('x')] }]],
    ['[color=#F00]x[/color]', [{ type: 'color', color: '#F00', children: [text('x')] }]],
    [
      '[url]https://a.b/c[/url]',
      [{ type: 'link', address: 'https://a.b/c', children: [text('https://a.b/c')] }],
    ],
    [
      '[url=https://a.b/?x[1]=2]t[/url]',
      [{ type: 'link', address: 'https://a.b/?x[1]=2', children: [text('t')] }],
    ],
    ['[USER=5]Ann[/USER]', [{ type: 'user', userId: 5, children: [text('Ann')] }]],
    ['[USER=503 REPLACE]Ann[/USER]', [{ type: 'user', userId: 503, children: [text('Ann')] }]],
    ['[user=all][/user]', [{ type: 'user', userId: 'all', children: [] }]],
    ['[chat=imol|7]L[/chat]', [{ type: 'chat', dialogId: 'imol|7', children: [text('L')] }]],
    ['[chat=7]L[/chat]', [{ type: 'chat', dialogId: 'chat7', children: [text('L')] }]],
    [
      '[context=chat1/41]m[/context]',
      [{ type: 'context', dialogId: 'chat1', messageId: 41, children: [text('m')] }],
    ],
    [
      '[context=1:7/41]m[/context]',
      [{ type: 'context', dialogId: '1:7', messageId: 41, children: [text('m')] }],
    ],
    [
      '[img size=small]https://a.b/c.png [/img]',
      [{ type: 'image', address: 'https://a.b/c.png', size: 'small' }],
    ],
    [
      '[icon=https://a.b/i.png size=30 title=Hello world]',
      [{ type: 'icon', address: 'https://a.b/i.png', width: 30, height: 30, title: 'Hello world' }],
    ],
    ['[icon=/i.png height=900]', [{ type: 'icon', address: '/i.png', width: 100, height: 100, title: '' }]],
    [
      '[send=/help me]Help[/send]',
      [{ type: 'action', action: 'send', command: '/help me', children: [text('Help')] }],
    ],
    ['[put]/x[/put]', [{ type: 'action', action: 'put', command: '/x', children: [text('/x')] }]],
    ['[call]+49 170[/call]', [{ type: 'call', number: '+49 170', children: [text('+49 170')] }]],
    ['[call=+49170]Me[/call]', [{ type: 'call', number: '+49170', children: [text('Me')] }]],
    [
      '[TIMESTAMP=1645844720 FORMAT=SHORT_TIME_FORMAT]',
      [{ type: 'timestamp', seconds: 1_645_844_720, format: 'SHORT_TIME_FORMAT' }],
    ],
    ['[disk=12]', [{ type: 'disk', fileId: 12 }]],
    ['a[br]b[BR]c', [text('a\nb\nc')]],
    ['a\r\n    b\tc', [text('a\n    b\tc')]],
    ['[icode][b][/icode]', [{ type: 'code', text: '[b]', inline: true }]],
    [
      'a\n[code]\n[b]x\n>>[/b]\n[/code]\nb',
      [text('a'), { type: 'code', text: '[b]x\n>>[/b]', inline: false }, text('b')],
    ],
  ])('%j', (written, nodes) => {
    expect(parseBb(written)).toEqual(nodes);
  });
});

describe('what is no tag stays as it was written', () => {
  test.each([
    '[b]x',
    'x[/b]',
    '[/b]x[b]',
    '[zzz]x[/zzz]',
    '[__proto__]x[/__proto__]',
    '[constructor]x[/constructor]',
    '[b ]x[/b]',
    '[b=1]x[/b]',
    '[size=big]x[/size]',
    '[color=red]x[/color]',
    '[color=#12345]x[/color]',
    '[color=url(x)]x[/color]',
    '[user=0]x[/user]',
    '[user=5 onclick]x[/user]',
    '[context=chat1]x[/context]',
    '[img]https://a.b/c.png[/img]',
    '[img size=huge]https://a.b/c.png[/img]',
    '[img size=small]two words[/img]',
    '[timestamp=1 format=NO_SUCH_FORMAT]',
    '[timestamp=1]',
    '[disk=x]',
    '[code]never closed',
    '[',
    ']',
    '[]',
    '[ b]x[/b]',
    '[/b=1]',
    '------\nno second line of dashes',
    'a >>b',
  ])('%j', (written) => {
    expect(parseBb(written)).toEqual([text(written)]);
  });

  test('a tag that closes nothing and one that is not closed do not disturb others', () => {
    expect(parseBb('[b][i]x[/b][/i]')).toEqual([
      { type: 'style', style: 'b', children: [text('[i]x')] },
      text('[/i]'),
    ]);
  });

  test('tags nested too deeply are shown, the innermost text is kept', () => {
    const nodes = parseBb(`${'[b]'.repeat(100)}x${'[/b]'.repeat(100)}`);
    let depth = 0;
    let node = nodes[0];
    while (node && 'children' in node) {
      depth++;
      node = node.children[0];
    }
    expect(depth).toBe(24);
    expect(node).toEqual(text(`${'[b]'.repeat(76)}x${'[/b]'.repeat(76)}`));
  });
});

describe('quotes', () => {
  test('lines with >>, the marks make the level', () => {
    expect(parseBb('a\n>>b\n>>>>c\n>>d\ne')).toEqual([
      text('a'),
      quote([text('b'), quote([text('c')]), text('d')]),
      text('e'),
    ]);
  });

  test('a message quoted by the portal, with and without its head', () => {
    expect(parseBb(`${fence}\nMarta Olsen [today, 12:34] #chat5/41\nHi [b]you[/b]\n${fence}\nYes`)).toEqual([
      quote(
        [text('Hi '), { type: 'style', style: 'b', children: [text('you')] }],
        'Marta Olsen',
        'today, 12:34',
      ),
      text('Yes'),
    ]);
    expect(parseBb('------\nHi [b]you[/b]\n------')).toEqual([
      quote([text('Hi '), { type: 'style', style: 'b', children: [text('you')] }]),
    ]);
  });

  test('somebody’s own brackets are no head', () => {
    expect(parseBb(`${fence}\nsee [above]\n${fence}`)).toEqual([quote([text('see [above]')])]);
  });

  test('no tag reaches over the edge of a quote, but one may hold it whole', () => {
    expect(parseBb('>>[b]x\ny[/b]')).toEqual([quote([text('[b]x')]), text('y[/b]')]);
    expect(parseBb('[b]x\n>>y\nz[/b]')).toEqual([
      { type: 'style', style: 'b', children: [text('x'), quote([text('y')]), text('z')] },
    ]);
  });

  test('dashes inside code are code', () => {
    expect(parseBb(`[code]a\n${fence}\nb\n${fence}[/code]`)).toEqual([
      { type: 'code', text: `a\n${fence}\nb\n${fence}`, inline: false },
    ]);
  });

  test('a fence whose end lies inside code is shown as written', () => {
    const written = `${fence}\na\n[code]\n${fence}\n[/code]`;
    expect(parseBb(written)).toEqual([text(`${fence}\na`), { type: 'code', text: fence, inline: false }]);
  });
});
