// What a message carries below its text: every kind of block, buttons, and what is not known here.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { readAttaches } from '../../../src/portal/methods/attach.ts';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { readKeyboard } from '../../../src/portal/methods/keyboard.ts';
import { anna, openPortal } from '../sending/portal.ts';
import { hostileTexts, whatRan } from '../text/hostile.ts';
import { violations } from '../ui/axe.ts';
import { RowStage } from './rowStage.tsx';
import { me, message, portalOrigin } from './sample.ts';

const portal = await openPortal();

afterEach(() => {
  cleanup();
  document.documentElement.removeAttribute('data-theme');
});

describe('the attachments of task 51, as the portal sends them', () => {
  async function showReport(): Promise<HTMLElement> {
    const { rest } = portal.portalOf(anna);
    const { id = 0 } = (await portal.heldIn(58)).find(({ text }) => text.startsWith('Shall I deploy')) ?? {};
    const { messages } = await getMessages(rest, 'chat58', id + 1);
    render(<RowStage messages={messages.slice(-2)} />);
    return screen.getByRole('figure', { name: 'Test run' });
  }

  test('every kind can be read', async () => {
    const report = within(await showReport());
    const href = (name: string | RegExp) => report.getByRole<HTMLAnchorElement>('link', { name }).href;
    expect(href('Build robot')).toBe('https://ci.northwind.example.com/');
    expect(report.getByText('214').tagName).toBe('STRONG');
    expect(href('run 42')).toBe('https://ci.northwind.example.com/42');
    expect(report.getByRole('separator')).toBeTruthy();
    expect(href('Coverage')).toBe('https://ci.northwind.example.com/42/coverage');
    expect(report.getByText('Lines and branches')).toBeTruthy();
    expect(href('Release notes')).toBe('https://northwind.example.com/notes');
    expect(href(/run-42\.log.*LOG · 48\.2 kB/)).toBe('https://ci.northwind.example.com/42/log');
    expect(href(/Chart/)).toBe(`${portalOrigin}/bitrix/images/chart.png`);
    const values = report.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(report.getAllByRole('term').map(({ textContent }, at) => `${textContent}: ${values[at]}`)).toEqual(
      [
        'Slowest test: search in the whole shop',
        'Branch: redesign',
        'Commit: 4f1c2ab',
        'Duration: 4 min 12 s',
        'Started by: Tomás Rivera',
        'Browser: Failed',
        'Firefox: 2',
        'Safari: 0',
      ],
    );
  });

  test('the buttons are words, and a link is a link', async () => {
    await showReport();
    const list = screen.getByRole('list', { name: 'Buttons in Bitrix24:' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Open the build', 'Deploy', 'Answer “yes”', 'Copy the number', 'Not on Fridays']);
    const link = within(list).getByRole<HTMLAnchorElement>('link', { name: 'Open the build' });
    expect([link.href, link.target]).toEqual(['https://ci.northwind.example.com/42', '_blank']);
    expect(screen.queryByRole('button', { name: 'Deploy' })).toBeNull();
  });

  test.each(['light', 'dark'])('axe finds nothing in %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await showReport();
    expect(await violations(document.body)).toEqual([]);
  });

  test.each(['light', 'dark'])('colours of others stay readable in %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const colours = ['#ffffff', '#000000', '#ff0', '#0000ff', '#808080', '#ff0000'];
    const cells = colours.map((COLOR) => ({ NAME: COLOR, VALUE: 'Value', COLOR }));
    const roles = ['primary', 'secondary', 'alert', 'base'].map((COLOR_TOKEN) => ({
      VALUE: 'Value',
      COLOR_TOKEN,
    }));
    showBlocks({ GRID: cells }, { GRID: roles });
    expect(await violations(document.body)).toEqual([]);
  });
});

describe('what is not there or not known', () => {
  test('blocks without a text are a message all the same', () => {
    render(
      <RowStage messages={[message(1, { text: '', attaches: readAttaches([{ MESSAGE: 'Only this' }]) })]} />,
    );
    expect(screen.getByRole('figure', { name: 'Attachment' }).textContent).toBe('Only this');
    expect(screen.queryByText('This message has no text')).toBeNull();
  });

  test('buttons without a text are, too', () => {
    render(<RowStage messages={[message(1, { text: '', keyboard: [{ text: 'Yes', address: null }] })]} />);
    expect(screen.getByRole('list', { name: 'Buttons in Bitrix24:' }).textContent).toBe('Yes');
    expect(screen.queryByText('This message has no text')).toBeNull();
  });

  test('a deleted message shows none of them', () => {
    const attaches = readAttaches([{ MESSAGE: 'secret' }]);
    render(
      <RowStage
        messages={[message(1, { attaches, keyboard: [{ text: 'secret', address: null }], isDeleted: true })]}
      />,
    );
    expect(screen.getByRole('article').textContent).not.toContain('secret');
  });

  test('a block of another kind gives its words and says where it is whole', () => {
    const figure = showBlocks({ POEM: { TITLE: 'Autumn', LINES: ['Leaves fall'] } });
    expect(figure.textContent).toBe('Autumn\nLeaves fallShown in full in Bitrix24');
  });

  test('a picture that does not load becomes a chip, a preview goes away', async () => {
    const missing = `${location.origin}/__no_such_picture__.png`;
    const figure = showBlocks(
      { IMAGE: { LINK: missing, NAME: 'chart.png' } },
      { LINK: { LINK: '/a', NAME: 'A', PREVIEW: missing } },
    );
    expect(await within(figure).findByText('PNG')).toBeTruthy();
    await expect.poll(() => figure.querySelector('img')).toBeNull();
  });

  test('a value that leads somewhere has no link inside its link', () => {
    const figure = showBlocks({ GRID: { NAME: 'Run', VALUE: '[URL=/b]number 42[/URL]', LINK: '/a' } });
    const link = within(figure).getByRole<HTMLAnchorElement>('link', { name: 'number 42' });
    expect([link.href, figure.querySelectorAll('a')]).toEqual([
      `${portalOrigin}/a`,
      expect.objectContaining({ length: 1 }),
    ]);
  });
});

test.each([340, 360, 700])('nothing is wider than a frame of %i pixels', (width) => {
  const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(6);
  const url = `https://example.com/${'path'.repeat(80)}`;
  const cells = (DISPLAY: string) =>
    Array.from({ length: 8 }, (_, at) => ({ DISPLAY, NAME: `${long}${at}`, VALUE: long, WIDTH: 900 }));
  const attaches = readAttaches([
    {
      DESCRIPTION: long,
      BLOCKS: [
        { MESSAGE: long },
        { LINK: [{ LINK: url, DESC: long, PREVIEW: '/p.png', WIDTH: 4000, HEIGHT: 20 }] },
        { IMAGE: [{ LINK: '/i.png', NAME: long, WIDTH: 5000, HEIGHT: 100 }] },
        { FILE: [{ LINK: url, NAME: long }] },
        { USER: { NAME: long } },
        ...['BLOCK', 'LINE', 'ROW', 'TABLE'].map((display) => ({ GRID: cells(display) })),
        { DELIMITER: { SIZE: 3000 } },
        { POEM: long },
      ],
    },
  ]);
  const keyboard = readKeyboard([{ TEXT: long, LINK: url }, { TEXT: long }]);
  render(
    <div data-testid="frame" style={{ width, height: 500, container: 'conversation / size' }}>
      <RowStage
        messages={[message(1, { attaches, keyboard }), message(2, { attaches, keyboard, authorId: me })]}
      />
    </div>,
  );
  const right = screen.getByTestId('frame').getBoundingClientRect().right;
  const elements = [...document.querySelectorAll('article *')];
  const tooWide = elements.filter((element) => element.getBoundingClientRect().right > right);
  expect(tooWide.map(({ outerHTML }) => outerHTML.slice(0, 80))).toEqual([]);
});

test.each(hostileTexts.map((text) => [JSON.stringify(text).slice(0, 60), text] as const))(
  '%s in every field of every block runs nowhere',
  async (_, text) => {
    const fields = {
      NAME: text,
      VALUE: text,
      LINK: text,
      PREVIEW: text,
      AVATAR: text,
      DESC: text,
      COLOR: text,
    };
    const html = { LINK: '/a', HTML: text };
    showBlocks(
      { MESSAGE: text },
      ...['LINK', 'RICH_LINK', 'IMAGE', 'FILE', 'USER', 'GRID', 'DELIMITER'].map((kind) => ({
        [kind]: fields,
      })),
      { LINK: html },
      { [text]: { [text]: text } },
    );
    for (const link of document.querySelectorAll('a')) {
      expect(link.getAttribute('href')).toMatch(/^(https?:\/\/|mailto:|tel:)/);
      expect([link.rel, link.target]).toEqual(['noopener noreferrer', '_blank']);
    }
    for (const picture of document.querySelectorAll('img')) expect(picture.src).toMatch(/^https?:\/\//);
    expect(document.querySelector('article :is(.hostile, script, iframe)')).toBeNull();
    expect(await whatRan()).toBeUndefined();
  },
);

function showBlocks(...blocks: unknown[]): HTMLElement {
  render(<RowStage messages={[message(1, { attaches: readAttaches([{ BLOCKS: blocks }]) })]} />);
  return screen.getByRole('figure', { name: 'Attachment' });
}
