// Quick replies in the composer: asked for by `/` or by the button, chosen by keyboard, held back while a place is empty.
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { QuickReplySource } from '../../../../src/conversation/composer/quickReply.ts';
import { fillVariables, unfilledIn } from '../../../../src/features/quickReplies/variables.ts';
import { violations } from '../../ui/axe.ts';
import { button, choose, field, keys, show } from './stage.tsx';

afterEach(cleanup);

const variables = new Map([['me.name', 'Anna Keller']]);
const reply = (id: string, title: string, text: string, isShared = false) => ({ id, title, text, isShared });
const replies = [
  reply('1', 'Greeting', 'Good day, {client.name}! {me.name} here.'),
  reply('2', 'Thanks', 'Thank you!\nWe will be in touch.'),
  reply('3', 'Прайс-лист', 'Высылаю прайс-лист.', true),
];

function sourceWith(changes: Partial<QuickReplySource> = {}) {
  const called = { opened: 0, managed: 0 };
  const source: QuickReplySource = {
    replies,
    state: 'ready',
    onOpen: () => called.opened++,
    fill: (text) => fillVariables(text, variables),
    unfilledIn: (text) => unfilledIn(text, variables),
    onManage: () => called.managed++,
    ...changes,
  };
  return { source, called };
}

async function type(text: string, changes: Partial<QuickReplySource> = {}, value = '') {
  const { source, called } = sourceWith(changes);
  const shown = show({ quickReplies: source, value });
  choose();
  if (text !== '') await keys(text);
  return { ...shown, called };
}

const list = () => screen.findByRole('listbox', { name: 'Quick replies' });
const noList = () => waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
const titles = () =>
  screen.queryAllByRole('option').map((one) => one.querySelector('bdi')?.textContent ?? '…');
const active = () =>
  document.querySelector(`#${CSS.escape(field().getAttribute('aria-activedescendant') ?? 'none')}`);
const chosen = () => field().value.slice(field().selectionStart, field().selectionEnd);

describe('the list', () => {
  test('has own and shared ones, found by title and text as one types; the arrows go round', async () => {
    const { called } = await type('Hello /');
    await list();
    await expect.poll(titles).toEqual(['Greeting', 'Thanks', 'Прайс-лист', '…']);
    const groups = screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'));
    expect(groups).toEqual(['Mine', 'Shared', 'More']);
    expect(called.opened).toBe(1);
    expect(active()?.textContent).toContain('Greeting');
    await keys('{ArrowUp}{ArrowUp}');
    await expect.poll(() => active()?.textContent).toContain('Прайс-лист');
    expect(active()?.getAttribute('aria-selected')).toBe('true');
    await expect
      .poll(() => screen.getAllByRole('status').map((status) => status.textContent))
      .toContain('3 quick replies. Arrows choose, Enter inserts.');
    expect(await violations(document.body)).toEqual([]);
    await keys('touch');
    await expect.poll(titles).toEqual(['Thanks', '…']);
  });

  test.each(['{Enter}', '{Tab}'])('%s puts it in, and sends nothing; undo is one step', async (key) => {
    const { onSend, value } = await type('Hello /tha', {}, '');
    await list();
    await keys(key);
    await expect.poll(value).toBe('Hello Thank you!\nWe will be in touch.');
    await noList();
    expect(document.activeElement).toBe(field());
    expect(onSend).not.toHaveBeenCalled();
    await keys('{Control>}z{/Control}');
    await expect.poll(value).toBe('Hello /tha');
  });

  test('Escape closes it and leaves the slash; Enter then sends what stands there', async () => {
    const { onSend } = await type('/tha');
    await list();
    await keys('{Escape}');
    await noList();
    expect(field().value).toBe('/tha');
    await keys('{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('/tha', { asResult: false, files: [] });
  });

  test.each(['and/or', '1/2', 'https://a.example/b'])('stays away from %s', async (text) => {
    const { onSend } = await type(text);
    expect(screen.queryByRole('listbox')).toBeNull();
    await keys('{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith(text, { asResult: false, files: [] });
  });

  test('Enter sends nothing while the replies are still to come, and chooses nothing where none fits', async () => {
    const { onSend, change } = await type('/zzz', { replies: [], state: 'loading' });
    await screen.findByText('Loading quick replies…');
    await keys('{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    change({ quickReplies: sourceWith().source });
    await screen.findByText('Nothing found');
    expect(active()).toBeNull();
    await keys('{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('/zzz', { asResult: false, files: [] });
  });

  test('opens by its button, with a space where one is needed; a key of an input method is not its own', async () => {
    const { value } = await type('', {}, 'Hello');
    await userEvent.click(button('Quick replies'));
    await list();
    expect(field().value).toBe('Hello /');
    const composed = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
      cancelable: true,
    });
    field().dispatchEvent(composed);
    expect(composed.defaultPrevented).toBe(false);
    expect(value()).toBe('Hello /');
    await userEvent.click(screen.getByRole('option', { name: /Thanks/ }));
    await expect.poll(value).toBe('Hello Thank you!\nWe will be in touch.');
  });

  test('leads to what changes them; the slash is gone then', async () => {
    const { called, value } = await type('Hello /zzz');
    await screen.findByText('Nothing found');
    await keys('{ArrowDown}{Enter}');
    await expect.poll(() => called.managed).toBe(1);
    expect(value()).toBe('Hello ');
  });

  test('is not offered where there are none: a slash is a slash', async () => {
    const { onSend } = show();
    choose();
    expect(screen.queryByRole('button', { name: 'Quick replies' })).toBeNull();
    await keys('/{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('/', { asResult: false, files: [] });
  });
});

describe('a variable that is empty', () => {
  const told = '{client.name} is empty here. Fill it in or delete it.';

  test('is chosen, so that one types over it; then it is sent', async () => {
    const { onSend } = await type('/gree');
    await list();
    await keys('{Enter}');
    await expect.poll(chosen).toBe('{client.name}');
    await keys('Max{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Good day, Max! Anna Keller here.', {
      asResult: false,
      files: [],
    });
  });

  test('holds the message back, by the button and by Enter, until somebody is sure', async () => {
    const { onSend } = await type('', {}, 'Good day, {client.name}!');
    // It says that it is held back, and answers all the same.
    await userEvent.click(button('Send'), { force: true });
    expect((await screen.findByRole('alert')).textContent).toContain(told);
    await expect.poll(chosen).toBe('{client.name}');
    await keys('{Enter}');
    expect(onSend).not.toHaveBeenCalled();
    await userEvent.click(button('Send anyway'));
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Good day, {client.name}!', {
      asResult: false,
      files: [],
    });
  });

  test('typed by hand: what is known is filled in at a press, and what is left is named', async () => {
    const { onSend, value } = await type('', {}, '{me.name}, {no.such}');
    await keys('{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('{me.name} is not filled in yet.');
    expect(alert.textContent).toContain('{no.such} is a variable Chat Desk does not know.');
    await userEvent.click(button('Fill in'));
    await expect.poll(value).toBe('Anna Keller, {no.such}');
    await expect.poll(chosen).toBe('{no.such}');
    await keys('Max{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Anna Keller, Max', { asResult: false, files: [] });
  });

  test('a reason that has passed is forgotten: the next one is not shown unasked', async () => {
    const told = { words: 'A colleague has written.' };
    const { change } = show({ value: 'Hello', holdOf: () => told });
    choose();
    await keys('{Enter}');
    await screen.findByText('A colleague has written.');
    change({ holdOf: () => null });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    change({ holdOf: () => ({ words: 'Another reason.' }) });
    await expect.poll(() => button('Send').getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('holds back beside another reason, and hides none of both', async () => {
    const { source } = sourceWith();
    const holdOf = () => ({ words: 'A colleague has written.', anyway: 'Send all the same' });
    const { onSend } = show({ quickReplies: source, value: '{client.name}', holdOf });
    choose();
    await keys('{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(told);
    expect(alert.textContent).toContain('A colleague has written.');
    await userEvent.click(button('Send all the same'));
    expect(onSend).toHaveBeenCalledOnce();
  });
});
