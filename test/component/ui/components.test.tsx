// Roles, names and keyboard of the components.
import '../../../src/ui/tokens.css';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { SyntheticEvent } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Avatar } from '../../../src/ui/Avatar/Avatar.tsx';
import { Button } from '../../../src/ui/Button/Button.tsx';
import { cx } from '../../../src/ui/cx.ts';
import { EmptyState } from '../../../src/ui/EmptyState/EmptyState.tsx';
import { Notice } from '../../../src/ui/Notice/Notice.tsx';
import { Badge } from '../../../src/ui/Badge/Badge.tsx';
import { Separator } from '../../../src/ui/Separator/Separator.tsx';

afterEach(cleanup);

describe('Button', () => {
  test('is pressed by mouse and keyboard and submits nothing by itself', async () => {
    const pressed = vi.fn<() => void>();
    render(<Button onClick={pressed}>Send</Button>);
    const button = screen.getByRole('button', { name: 'Send' });
    expect(button.getAttribute('type')).toBe('button');
    await userEvent.click(button);
    await userEvent.keyboard('{Enter} ');
    expect(pressed).toHaveBeenCalledTimes(3);
  });

  test('busy: keeps width, name and focus, and does nothing', async () => {
    const pressed = vi.fn<() => void>();
    const submitted = vi.fn<(event: SyntheticEvent) => void>((event) => event.preventDefault());
    const form = (busy: boolean) => (
      <form onSubmit={submitted}>
        <Button type="submit" busy={busy} onClick={pressed}>
          Send
        </Button>
      </form>
    );
    const { rerender } = render(form(false));
    const button = screen.getByRole('button', { name: 'Send' });
    const { width } = button.getBoundingClientRect();
    button.focus();
    rerender(form(true));
    expect(screen.getByRole('button', { name: 'Send', busy: true })).toBe(button);
    expect(document.activeElement).toBe(button);
    expect(button.getBoundingClientRect().width).toBe(width);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await userEvent.keyboard('{Enter} ');
    expect([pressed.mock.calls.length, submitted.mock.calls.length]).toEqual([0, 0]);
    rerender(form(false));
    await userEvent.keyboard('{Enter}');
    expect([pressed.mock.calls.length, submitted.mock.calls.length]).toEqual([1, 1]);
    expect(button.hasAttribute('aria-disabled')).toBe(false);
  });

  test('the focus ring: 2 pixels, 2 pixels away', async () => {
    render(<Button>Send</Button>);
    await userEvent.keyboard('{Tab}');
    const button = screen.getByRole('button');
    expect(document.activeElement).toBe(button);
    expect(getComputedStyle(button)).toMatchObject({
      outlineStyle: 'solid',
      outlineWidth: '2px',
      outlineOffset: '2px',
    });
  });
});

describe('Notice and EmptyState', () => {
  test.each([
    ['off', null],
    ['polite', 'status'],
    ['assertive', 'alert'],
  ] as const)('live %s', (live, role) => {
    const { container } = render(
      <>
        <Notice live={live}>words</Notice>
        <EmptyState live={live} title="title" />
      </>,
    );
    expect([...container.children].map((element) => element.getAttribute('role'))).toEqual([role, role]);
  });

  test('EmptyState has a heading of the wanted level', () => {
    render(<EmptyState title="No messages yet" headingLevel={1} actions={<Button>Try again</Button>} />);
    expect(screen.getByRole('heading', { level: 1, name: 'No messages yet' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });
});

describe('Avatar', () => {
  test.each([
    ['Marta Olsen', 'MO'],
    ['елена соколова', 'ЕС'],
    ['Anna (HR) Maria Keller', 'AM'],
    ['5th floor', '5F'],
    ['👍 Bob', 'B'],
    ['\u202Eann', 'A'],
    ['', ''],
  ])('%j is %s', (name, letters) => {
    const { container } = render(<Avatar name={name} />);
    expect(container.textContent).toBe(letters);
  });

  test('is decoration unless it has a label', () => {
    const { container, rerender } = render(<Avatar name="Ann Lee" />);
    expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
    rerender(<Avatar name="Ann Lee" label="Ann Lee" />);
    expect(screen.getByRole('img', { name: 'Ann Lee' }).textContent).toBe('AL');
  });

  test('a picture that does not load gives way to initials, a new one is tried', () => {
    const { container, rerender } = render(<Avatar name="Ann Lee" src="https://a.invalid/1.png" />);
    const picture = () => container.querySelector('img');
    if (picture()) fireEvent.error(picture() ?? document.body);
    expect([picture(), container.textContent]).toEqual([null, 'AL']);
    rerender(<Avatar name="Ann Lee" src="https://a.invalid/2.png" />);
    expect(picture()?.src).toBe('https://a.invalid/2.png');
  });

  test('one colour a person, ours when the portal gave none', () => {
    const ground = (color?: string, name = 'Ann') => {
      const { container } = render(<Avatar name={name} color={color} />);
      const avatar = container.firstElementChild;
      return avatar ? getComputedStyle(avatar).backgroundColor : '';
    };
    expect(ground('#1eb4aa')).toBe('rgb(30, 180, 170)');
    expect(ground('url(x)')).toBe(ground());
    expect(ground()).toBe(ground());
    expect(ground(undefined, 'Bob')).not.toBe(ground());
  });
});

test('Separator is one thing with a name', () => {
  render(<Separator kind="unread" label="New messages" />);
  expect(screen.getByRole('separator', { name: 'New messages' })).toBeDefined();
  expect(screen.getByText('New messages')).toBeDefined();
});

test('Badge shows the number and speaks the sentence', () => {
  render(<Badge label="3 new messages">3</Badge>);
  expect(screen.getByText('3').getAttribute('aria-hidden')).toBe('true');
  expect(screen.getByText('3 new messages').getBoundingClientRect().width).toBe(1);
});

test('cx', () => {
  const absent: Record<string, string> = {};
  expect(cx('a', false, absent['none'], null, '', 'b')).toBe('a b');
});
