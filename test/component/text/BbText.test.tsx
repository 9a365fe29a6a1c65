// What people see of a message text, in a real browser.
import '../../../src/ui/tokens.css';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { BbText } from '../../../src/text/BbText.tsx';
import { contrast } from '../../../src/ui/contrast.ts';

const portal = 'https://acme.bitrix24.com';

function show(text: string, more: Partial<Parameters<typeof BbText>[0]> = {}) {
  const { container } = render(<BbText text={text} portalOrigin={portal} language="en-GB" {...more} />);
  const message = container.firstElementChild;
  if (!(message instanceof HTMLElement)) throw new Error('nothing rendered');
  return message;
}

afterEach(() => {
  cleanup();
  delete document.documentElement.dataset['theme'];
});

describe('text', () => {
  test('lines, tabs and runs of spaces are kept', () => {
    const message = show('a\n    b\tc');
    expect(message.innerText).toBe('a\n    b\tc');
    expect(getComputedStyle(message).whiteSpace).toBe('pre-wrap');
  });

  test('a quote leaves no empty lines around it', () => {
    const height = (text: string) => show(text).getBoundingClientRect().height;
    const margins = 8;
    expect(height('a\n>>b\nc')).toBeCloseTo(height('a\nb\nc') + margins, 0);
  });

  test('the head of a quoted message', () => {
    const quote = show('------\nMarta Olsen [today, 12:34]\nHi\n------\nYes').querySelector('blockquote');
    expect(quote?.innerText.replace(/\s+/g, ' ')).toBe('Marta Olsen today, 12:34 Hi');
  });

  test('dates in the language of the reader', () => {
    const written = '[timestamp=1785578400 format=LONG_DATE_FORMAT]';
    expect(show(written).innerText).toBe('1 August 2026');
    expect(show(written, { language: 'ru' }).innerText).toBe('1 августа 2026 г.');
  });
});

describe('links', () => {
  test('open elsewhere and say where they lead', () => {
    show('[url=https://a.b/c]look[/url]');
    const link = screen.getByRole('link', { name: 'look' });
    expect(link).toMatchObject({ href: 'https://a.b/c', title: 'https://a.b/c', target: '_blank' });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  });

  test('paths are those of the portal', () => {
    show('[url=/workgroups/group/1/][timestamp=1785578400 format=LONG_DATE_FORMAT][/url]');
    const link = screen.getByRole('link', { name: '1 August 2026' });
    expect(link).toMatchObject({ href: `${portal}/workgroups/group/1/` });
  });

  test('telephone numbers', () => {
    show('[call=+49 (170) 5]Call me[/call] [call]12-34[/call]');
    expect(screen.getByRole('link', { name: 'Call me' }).getAttribute('href')).toBe('tel:+491705');
    expect(screen.getByRole('link', { name: '12-34' }).getAttribute('href')).toBe('tel:1234');
  });

  test('what is no link keeps its words', () => {
    const message = show('[url=javascript:void]look[/url]');
    expect(screen.queryByRole('link')).toBeNull();
    expect(message.innerText).toBe('look');
  });
});

describe('mentions', () => {
  const nameOf = (id: number) => (id === 5 ? 'Anna Keller' : undefined);

  test('by the name that is known, else by the one in the tag', () => {
    expect(show('[user=5]Old name[/user], [user=6]Bob[/user], [user=7][/user]', { nameOf }).innerText).toBe(
      'Anna Keller, Bob, User 7',
    );
  });

  test('one’s own stands out, as does everyone', () => {
    show('[user=5]Anna[/user] [user=6]Bob[/user] [user=all]All[/user]', { currentUserId: 5 });
    const own = (name: string) => screen.getByText(name).hasAttribute('data-own');
    expect([own('Anna'), own('Bob'), own('All')]).toEqual([true, false, true]);
  });
});

describe('pictures', () => {
  test('are loaded late, tell nobody where from, and open elsewhere', () => {
    show('[img size=large]/upload/a.png [/img]', {
      labels: { file: 'F', image: 'Bild', everyone: 'E', user: 'U' },
    });
    expect(screen.getByRole('img', { name: 'Bild' })).toMatchObject({
      loading: 'lazy',
      referrerPolicy: 'no-referrer',
      src: `${portal}/upload/a.png`,
    });
    expect(screen.getByRole('link', { name: 'Bild' })).toMatchObject({ href: `${portal}/upload/a.png` });
  });

  test('one that does not load becomes a link with its address', () => {
    show('[img size=small]https://a.invalid/b.png [/img]');
    fireEvent.error(screen.getByRole('img'));
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByRole('link', { name: 'https://a.invalid/b.png' })).toBeDefined();
  });
});

describe('characters that turn the order of text', () => {
  test.each(['\u202Eabc', '[user=5]\u202Eabc[/user]', '[url=https://a.b]\u2067abc[/url]'])(
    '%j stays inside',
    (part) => {
      const left = (text: string) => {
        const message = show(text);
        const range = document.createRange();
        const last = message.lastChild;
        if (!last) throw new Error('nothing rendered');
        range.selectNodeContents(last);
        return range.getBoundingClientRect().left - message.getBoundingClientRect().left;
      };
      // What follows the part still stands to the right of it.
      expect(left(`[b]x[/b]${part}[i]end[/i]`)).toBeGreaterThan(left('[b]x[/b][i]end[/i]'));
    },
  );
});

describe.each(['light', 'dark'])('colours that somebody chose, %s', (theme) => {
  const grounds = ['page', 'surface', 'surface-2', 'tint', 'warning-soft', 'danger-soft'];

  test.each([
    '#ffffff',
    '#000',
    '#ffff00',
    '#ff0000',
    '#00ff00',
    '#0000ff',
    '#00ffff',
    '#ff00ff',
    '#808080',
    '#fa0',
  ])('%s can be read on every ground', (color) => {
    document.documentElement.dataset['theme'] = theme;
    const words = show(`[color=${color}]words[/color]`).querySelector('span');
    if (!words) throw new Error('nothing rendered');
    const ink = asHex(getComputedStyle(words).color);
    for (const name of grounds) {
      words.style.backgroundColor = `var(--${name})`;
      const ground = asHex(getComputedStyle(words).backgroundColor);
      expect(contrast(ink, ground), `${ink} on --${name} ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

/** Any CSS colour as the screen shows it. */
function asHex(color: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
