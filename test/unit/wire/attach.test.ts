// Blocks and buttons of a message, in every shape a portal may send them.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAttaches } from '../../../src/portal/methods/attach.ts';
import { readKeyboard } from '../../../src/portal/methods/keyboard.ts';
import { wordsOfHtml } from '../../../src/portal/methods/wordsOfHtml.ts';

const blocksOf = (...blocks: unknown[]) => readAttaches([{ ID: '1', BLOCKS: blocks }])[0]?.blocks;

describe('a block as documented (RF 3.4)', () => {
  test.each<[string, unknown, object]>([
    ['MESSAGE', { MESSAGE: '[B]214[/B] passed' }, { type: 'message', text: '[B]214[/B] passed' }],
    [
      'LINK',
      {
        LINK: [
          {
            NAME: 'Coverage',
            DESC: 'Lines',
            HTML: '<b>not</b>',
            LINK: '/c',
            PREVIEW: '/c.png',
            WIDTH: '320',
            HEIGHT: 200,
          },
        ],
      },
      {
        type: 'link',
        address: '/c',
        name: 'Coverage',
        description: 'Lines',
        previewUrl: '/c.png',
        size: { width: 320, height: 200 },
      },
    ],
    [
      'LINK without a name',
      { LINK: [{ LINK: '/c' }] },
      { name: '/c', description: '', previewUrl: null, size: null },
    ],
    [
      'LINK with HTML',
      { LINK: [{ LINK: '/c', HTML: '<p>One &amp; <b>two</b></p>' }] },
      { description: 'One & two' },
    ],
    [
      'RICH_LINK',
      { RICH_LINK: [{ NAME: 'Notes', LINK: '/n' }] },
      { type: 'link', name: 'Notes', address: '/n' },
    ],
    [
      'IMAGE',
      { IMAGE: [{ NAME: 'Chart', LINK: '/chart.png' }] },
      {
        type: 'images',
        images: [{ name: 'Chart', address: '/chart.png', previewUrl: '/chart.png', size: null }],
      },
    ],
    [
      'FILE',
      { FILE: [{ NAME: 'a.log', LINK: '/a', SIZE: '48213' }] },
      { type: 'files', files: [{ name: 'a.log', address: '/a', size: 48_213 }] },
    ],
    [
      'USER',
      { USER: [{ NAME: 'Robot', AVATAR: '' }] },
      { type: 'user', name: 'Robot', avatarUrl: null, address: null },
    ],
    ['DELIMITER', { DELIMITER: { COLOR: '#C6C' } }, { type: 'delimiter', width: 200, color: '#CC66CC' }],
    [
      'GRID',
      {
        GRID: [
          { DISPLAY: 'LINE', NAME: 'Branch', VALUE: 'main', COLOR_TOKEN: 'alert', WIDTH: '250' },
          { DISPLAY: 'ROW', VALUE: 7 },
        ],
      },
      {
        type: 'grid',
        cells: [
          { display: 'line', name: 'Branch', value: 'main', address: null, color: 'alert', width: 250 },
          { display: 'row', name: '', value: '7', address: null, color: null, width: null },
        ],
      },
    ],
  ])('%s', (_kind, block, expected) => {
    expect(blocksOf(block)).toMatchObject([expected]);
  });

  test.each([
    ['BLOCK', 'block'],
    ['TABLE', 'row'],
    ['COLUMN', 'row'],
    ['CARD', 'line'],
    ['NEW', 'block'],
  ])('a cell shown as %s stands as %s (PB 4.2)', (DISPLAY, display) => {
    expect(blocksOf({ GRID: [{ DISPLAY, NAME: 'a', VALUE: 'b' }] })).toMatchObject([
      { cells: [{ display }] },
    ]);
  });

  test('what is written in HTML is read as words', () => {
    const html =
      '<style>p{}</style><p title="x">A&nbsp;&lt;b&gt;</p>\n<script>run()</script><img onerror=run()>B';
    expect(wordsOfHtml(html)).toBe('A <b> B');
  });
});

describe('the same in other forms', () => {
  const expected = [
    {
      color: '#29619b',
      blocks: [
        { type: 'link', name: 'Docs', address: '/d' },
        { type: 'grid', cells: [{ name: 'a', color: 'alert' }] },
      ],
    },
  ];
  test.each<[string, unknown]>([
    [
      'capitals',
      [
        {
          BLOCKS: [{ LINK: [{ NAME: 'Docs', LINK: '/d' }] }, { GRID: [{ NAME: 'a', COLOR_TOKEN: 'alert' }] }],
          COLOR: '#29619b',
        },
      ],
    ],
    [
      'history of an open line',
      [
        {
          blocks: [{ link: [{ name: 'Docs', link: '/d' }] }, { grid: [{ name: 'a', colorToken: 'alert' }] }],
          color: '#29619b',
        },
      ],
    ],
    [
      'single objects for lists',
      {
        BLOCKS: [{ LINK: { NAME: 'Docs', LINK: '/d' } }, { GRID: { NAME: 'a', COLOR_TOKEN: 'alert' } }],
        COLOR: '#29619b',
      },
    ],
    [
      'numbered maps for lists',
      {
        0: {
          BLOCKS: {
            0: { LINK: { 1: { NAME: 'Docs', LINK: '/d' } } },
            1: { GRID: [{ NAME: 'a', COLOR_TOKEN: 'alert' }] },
          },
          COLOR: '#29619b',
        },
      },
    ],
  ])('%s', (_form, value) => {
    expect(readAttaches(value)).toMatchObject(expected);
  });

  test('the short form is the list of blocks', () => {
    expect(readAttaches([{ MESSAGE: 'a' }, { MESSAGE: 'b' }])).toMatchObject([
      { color: null, blocks: [{ text: 'a' }, { text: 'b' }] },
    ]);
  });

  test.each([undefined, null, '', [], {}, [{ BLOCKS: [] }], [{ BLOCKS: [{ MESSAGE: ' ' }] }]])(
    '%j says nothing',
    (value) => {
      expect(readAttaches(value)).toEqual([]);
    },
  );
});

describe('a block of another kind', () => {
  test('gives the words found in it', () => {
    const poem = { POEM: { TITLE: 'Autumn', LINES: ['Leaves', ['fall'], 3, null] } };
    expect(blocksOf(poem)).toEqual([{ type: 'unknown', text: 'Autumn\nLeaves\nfall' }]);
  });

  test('a known one in a form that is not, too', () => {
    expect(blocksOf({ LINK: 'just words' })).toEqual([{ type: 'unknown', text: 'just words' }]);
  });

  test('stays short, however much it holds and however deep', () => {
    let deep: unknown = 'x'.repeat(9000);
    for (let depth = 0; depth < 1500; depth++) deep = [deep];
    const [deepest] = blocksOf({ POEM: deep }) ?? [];
    expect(deepest).toMatchObject({ text: expect.stringMatching(/^x{1,2000}$/) as unknown });
    const [block] = blocksOf({ POEM: Array.from({ length: 150 }, () => 'y'.repeat(200)) }) ?? [];
    expect(block?.type === 'unknown' && block.text.length).toBeLessThan(2200);
  });

  test('more blocks than can be shown end with one that says so', () => {
    const many = Array.from({ length: 5000 }, () => ({ MESSAGE: 'a' }));
    const blocks = readAttaches([{ BLOCKS: many }])[0]?.blocks ?? [];
    expect(blocks).toHaveLength(201);
    expect(blocks.at(-1)).toEqual({ type: 'unknown', text: '' });
  });
});

describe('buttons (RF 3.5)', () => {
  const buttons = [
    { TEXT: 'Open', LINK: '/run', BG_COLOR: '#fff' },
    { TYPE: 'NEWLINE' },
    { TEXT: 'Deploy', COMMAND: 'deploy', DISABLED: 'Y' },
  ];
  const expected = [
    { text: 'Open', address: '/run' },
    { text: 'Deploy', address: null },
  ];
  test.each<[string, unknown]>([
    ['a list', buttons],
    ['in BUTTONS', { BUTTONS: buttons }],
    [
      'in small letters',
      { buttons: [{ text: 'Open', link: '/run' }, { type: 'NEWLINE' }, { text: 'Deploy' }] },
    ],
    ['a numbered map', Object.fromEntries(buttons.entries())],
  ])('%s', (_form, value) => {
    expect(readKeyboard(value)).toEqual(expected);
  });
});

describe('anything at all', () => {
  const names =
    'ID BLOCKS COLOR MESSAGE LINK RICH_LINK IMAGE FILE USER GRID DELIMITER NAME VALUE DISPLAY SIZE BUTTONS TEXT __proto__'.split(
      ' ',
    );
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.double(),
          fc.constantFrom(null, undefined, true, '1e999', '#fff', '-1'),
        ),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('node'), { maxKeys: 4 }),
      ),
    })).node,
  );

  test('is read into blocks and buttons whose texts are texts and whose numbers are finite', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const read = { attaches: readAttaches(value), buttons: readKeyboard(value) };
        // What is no plain data, and what is not finite, would not come back the same.
        expect(JSON.parse(JSON.stringify(read))).toEqual(read);
        for (const { color } of read.attaches)
          expect(color ?? '#000000').toMatch(/^(#[\da-f]{6}|primary|secondary|alert|base)$/i);
      }),
      { numRuns: 2000 },
    );
  });
});
