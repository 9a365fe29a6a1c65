// What can be done with a message: its bar, its menu, its keys, its likes, and choosing it.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ActionsOf, MessageAction } from '../../../src/conversation/messageAction.ts';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { MessageListProps } from '../../../src/conversation/messageListProps.ts';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { CopyIcon, ReplyIcon } from '../../../src/ui/Icon/icons.tsx';
import { violations } from '../ui/axe.ts';
import { elena, listProps, marta, me, message, timeline } from './sample.ts';

afterEach(cleanup);

describe('the bar', () => {
  test('has a button for what stands in the bar, named by the action alone, and a menu with everything', async () => {
    const run = vi.fn<(id: string, message: Message) => void>();
    show({ actionsOf: actionsWith(run) });
    const bar = within(row()).getByRole('group', { name: 'Actions' });
    expect(bar.getAttribute('aria-live')).toBe('off');
    const buttons = within(bar).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual([
      'Make result',
      'Reply',
      'More',
    ]);
    await userEvent.click(within(bar).getByRole('button', { name: 'Make result' }));
    expect(run).toHaveBeenLastCalledWith('makeResult', expect.objectContaining({ id: 1 }));

    await userEvent.click(more());
    const items = await screen.findAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual(['Make resultM', 'ReplyR', 'Copy textC']);
    await userEvent.click(items[2] ?? bar);
    expect(run).toHaveBeenLastCalledWith('copy', expect.objectContaining({ id: 1 }));
  });

  test('is in sight under the pointer, with the focus, and as long as its menu is open', async () => {
    show({ timeline: timeline([message(1), message(2)]), actionsOf: actionsWith() });
    const opacity = () => getComputedStyle(more().closest('fieldset > *') ?? row()).opacity;
    await userEvent.hover(row(1));
    await expect.poll(opacity).toBe('0');
    await userEvent.hover(row());
    await expect.poll(opacity).toBe('1');
    await userEvent.click(more());
    await screen.findByRole('menu');
    await userEvent.hover(screen.getByRole('menuitem', { name: /Reply/ }));
    expect(opacity()).toBe('1');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(more());
    expect(opacity()).toBe('1');
  });

  test.each([
    ['deleted', { isDeleted: true }],
    ['unreadable', { isUnreadable: true }],
    ['of the system', { authorId: 0 }],
  ])('is missing where a message is %s', (_what, changes) => {
    show({ timeline: timeline([message(1, changes)]), actionsOf: actionsWith() });
    expect(within(row()).queryAllByRole('button')).toEqual([]);
  });

  test('is reached by Tab in the current row only', async () => {
    show({ timeline: timeline([message(1), message(2)]), actionsOf: actionsWith() });
    row(1).focus();
    const names: Array<string | null> = [];
    for (let step = 0; step < 3; step += 1) {
      await userEvent.keyboard('{Tab}');
      names.push(document.activeElement?.textContent || (document.activeElement?.ariaLabel ?? null));
    }
    expect(names).toEqual(['Make result', 'Reply', 'More']);
    expect(row(1).contains(document.activeElement)).toBe(true);
    expect(
      within(row(0))
        .getAllByRole('button')
        .every(({ tabIndex }) => tabIndex === -1),
    ).toBe(true);
  });
});

describe('keys with the focus on a message', () => {
  test('a letter does it, once', async () => {
    const run = vi.fn<(id: string) => void>();
    show({ actionsOf: actionsWith(run) });
    row().focus();
    await userEvent.keyboard('m{r>3/}');
    expect(run.mock.calls.map(([id]) => id)).toEqual(['makeResult', 'reply']);
  });

  test('not with Ctrl, and not from a button of the message', async () => {
    const run = vi.fn<(id: string) => void>();
    show({ actionsOf: actionsWith(run) });
    row().focus();
    await userEvent.keyboard('{Control>}r{/Control}{Tab}r');
    expect(run).not.toHaveBeenCalled();
  });

  test.each(['{Enter}', '{Shift>}{F10}{/Shift}', '{ContextMenu}'])(
    '%s opens the menu; Escape goes back',
    async (keys) => {
      show({ actionsOf: actionsWith() });
      row().focus();
      await userEvent.keyboard(keys);
      await expect.poll(() => document.activeElement?.textContent).toContain('Make result');
      expect(document.activeElement?.role ?? document.activeElement?.getAttribute('role')).toBe('menuitem');
      await userEvent.keyboard('{Escape}');
      await expect.poll(() => document.activeElement).toBe(row());
    },
  );
});

describe('likes', () => {
  const like =
    (isPressed: boolean, run = () => undefined): ActionsOf =>
    () => [{ id: 'like', label: 'Like', icon: null, place: 'bar', isPressed, run }];
  const liked = (...likedBy: number[]) => ({ timeline: timeline([message(1, { likedBy })]) });

  test('say who, one first, and those without a name as a number', () => {
    show({ ...liked(elena, 77, me, marta, 78) });
    expect(row().textContent).toContain('5 likes: You, Елена Соколова, Marta Olsen and 2 others');
    expect(within(row()).queryByRole('button')).toBeNull();
  });

  test('are a button for the own one where a like can be given', async () => {
    const run = vi.fn<() => undefined>();
    show({ ...liked(marta), actionsOf: like(false, run) });
    const chip = screen.getByRole('button', { name: '1 like: Marta Olsen', pressed: false });
    expect(chip.title).toBe('1 like: Marta Olsen');
    await userEvent.click(chip);
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('show the own one before the portal has it, and not after it was taken back', () => {
    const update = show({ ...liked(), actionsOf: like(true) });
    expect(screen.getByRole('button', { name: '1 like: You', pressed: true })).toBeTruthy();
    update({ ...liked(me), actionsOf: like(false) });
    expect(row().textContent).not.toContain('like:');
  });
});

test('what came of an action is said at the message, politely', async () => {
  const action: MessageAction = { id: 'like', label: 'Like', icon: null, place: 'bar', run: () => undefined };
  show({ actionsOf: () => [{ ...action, note: { text: 'Your like was not taken.', tone: 'failed' } }] });
  const region = within(row()).getByRole('status');
  await expect.poll(() => region.textContent).toBe('Your like was not taken.');
});

test('a mark and a quote stand at their message', () => {
  const quote = { messageId: 5, authorId: elena, text: 'The new header', isDeleted: false };
  show({
    timeline: timeline([message(1), message(2)]),
    quotes: new Map([[2, quote]]),
    marksOf: ({ id }) => (id === 1 ? <span>Result</span> : null),
  });
  expect(within(row(0)).getByText('Result')).toBeTruthy();
  expect(within(row(1)).queryByText('Result')).toBeNull();
  expect(row(1).textContent).toContain('The new header');
});

describe('choosing', () => {
  const two = timeline([
    message(1),
    message(2),
    message(3, { isDeleted: true }),
    message(4, { authorId: 0 }),
  ]);

  test('each message has a named box; the rest of the row will do as well, and Space', async () => {
    const onChoose = vi.fn<(id: number, isChosen: boolean) => void>();
    show({ timeline: two, chosen: new Set([2]), onChoose, actionsOf: actionsWith() });
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    const first = screen.getByRole('checkbox', { name: /^Choose: Marta Olsen, 12:01/, checked: false });
    expect(screen.getByRole('checkbox', { name: /^Choose: Marta Olsen, 12:02/, checked: true })).toBeTruthy();

    await userEvent.click(first);
    await userEvent.click(screen.getByText('Message 2'));
    row(0).focus();
    await userEvent.keyboard(' ');
    expect(onChoose.mock.calls).toEqual([
      [1, true],
      [2, false],
      [1, true],
    ]);
  });

  test('meanwhile nothing else can be done with a message, and its links work', async () => {
    const onChoose = vi.fn<() => void>();
    const link = '[url=https://x.example]the site[/url]';
    show({
      timeline: timeline([message(1, { text: link })]),
      chosen: new Set(),
      onChoose,
      actionsOf: actionsWith(),
    });
    expect(within(row()).queryAllByRole('button')).toEqual([]);
    screen.getByRole('link').addEventListener('click', (event) => event.preventDefault());
    await userEvent.click(screen.getByRole('link'));
    expect(onChoose).not.toHaveBeenCalled();
  });
});

test.each(['light', 'dark'])('%s: nothing of it is in the way of anybody', async (theme) => {
  document.documentElement.dataset['theme'] = theme;
  const all = timeline([message(1, { likedBy: [me, elena] }), message(2, { authorId: me, isEdited: true })]);
  const action: MessageAction = { id: 'like', label: 'Like', icon: null, place: 'bar', run: () => undefined };
  const update = show({
    timeline: all,
    actionsOf: () => [{ ...action, isPressed: true, note: { text: 'Copied', tone: 'done' } }],
  });
  row(0).focus();
  expect(await violations(document.body)).toEqual([]);
  update({ timeline: all, chosen: new Set([1]) });
  expect(await violations(document.body)).toEqual([]);
  delete document.documentElement.dataset['theme'];
});

function actionsWith(run: (id: string, message: Message) => void = () => undefined): ActionsOf {
  return (message) => {
    const action = (id: string, label: string, shortcut: string, place: 'bar' | 'menu'): MessageAction => ({
      id,
      label,
      shortcut,
      place,
      icon: place === 'bar' ? <ReplyIcon /> : <CopyIcon />,
      run: () => run(id, message),
    });
    return [
      action('makeResult', 'Make result', 'm', 'bar'),
      action('reply', 'Reply', 'r', 'bar'),
      action('copy', 'Copy text', 'c', 'menu'),
    ];
  };
}

function row(index = 0): HTMLElement {
  const found = screen.getAllByRole('article')[index];
  if (!found) throw new Error(`No row ${index}`);
  return found;
}

const more = () => within(row()).getByRole('button', { name: 'More' });

function show(changes: Partial<MessageListProps>) {
  const props = listProps({ timeline: timeline([message(1)]), ...changes });
  const { rerender } = render(<MessageList {...props} />);
  return (next: Partial<MessageListProps>) => rerender(<MessageList {...props} {...next} />);
}
