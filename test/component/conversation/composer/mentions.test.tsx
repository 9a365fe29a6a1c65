// Mentions: finding somebody while writing, and what the field does with a person's name.
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { MentionSource } from '../../../../src/conversation/composer/composerProps.ts';
import { violations } from '../../ui/axe.ts';
import { choose, field, keys, show } from './stage.tsx';

afterEach(cleanup);

const person = (id: number, name: string) => ({ id, name, color: null, avatarUrl: null });
const near = [person(5, 'Marta Olsen'), person(6, 'Oscar Martin')];
const company = [person(5, 'Marta Olsen'), person(9, 'Amar Singh')];
const source: MentionSource = { near, search: () => Promise.resolve(company) };
const marta = '[USER=5]Marta Olsen[/USER]';

const list = () => screen.findByRole('listbox', { name: 'People to mention' });
const options = () =>
  screen.queryAllByRole('option').map((option) => option.textContent?.replace(/^[A-Z]{2}/, ''));
const active = () =>
  document.querySelector(`#${CSS.escape(field().getAttribute('aria-activedescendant') ?? 'none')}`);

async function type(text: string, changes: Parameters<typeof show>[0] = {}) {
  const shown = show({ mentions: source, ...changes });
  choose();
  await keys(text);
  return shown;
}

describe('the list', () => {
  test('has people of the chat, then those of the company, each once; the arrows choose', async () => {
    await type('Hi @mar');
    await list();
    await expect.poll(options).toEqual(['Marta Olsen', 'Oscar Martin', 'Amar Singh']);
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual([
      'In this chat',
      'In the company',
    ]);
    expect(active()?.textContent).toContain('Marta Olsen');
    await keys('{ArrowUp}');
    expect(active()?.textContent).toContain('Amar Singh');
    expect(active()?.getAttribute('aria-selected')).toBe('true');
    await expect
      .poll(() => screen.getAllByRole('status').map((status) => status.textContent))
      .toContain('3 people. Arrows choose, Enter inserts.');
    expect(await violations(document.body)).toEqual([]);
  });

  test.each(['{Enter}', '{Tab}'])('%s inserts, and sends nothing', async (key) => {
    const { onSend, value } = await type('Hi @ols');
    await list();
    await keys(key);
    await expect.poll(value).toBe(`Hi ${marta} `);
    expect(field().value).toBe('Hi @Marta Olsen ');
    expect(screen.queryByRole('listbox')).toBeNull();
    await keys('!');
    expect(value()).toBe(`Hi ${marta} !`);
    expect(onSend).not.toHaveBeenCalled();
  });

  test('a click inserts; the focus stays in the field', async () => {
    const { value } = await type('@');
    await list();
    await userEvent.click(screen.getByRole('option', { name: /Oscar/ }));
    await expect.poll(value).toBe('[USER=6]Oscar Martin[/USER] ');
    expect(document.activeElement).toBe(field());
  });

  test('Escape closes it and nothing else; Enter then sends what stands there', async () => {
    let cancelled = 0;
    const context = { kind: 'reply', title: 'Marta', text: 'Hi', onCancel: () => cancelled++ } as const;
    const { onSend } = await type('@mar', { context });
    await list();
    await keys('{Escape}');
    await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    expect(cancelled).toBe(0);
    await keys('t{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('@mart', { asResult: false, files: [] });
  });

  test('an answer that comes late does not replace a newer one', async () => {
    const answers = new Map<string, (people: typeof company) => void>();
    const search = (query: string) =>
      new Promise<typeof company>((resolve) => void answers.set(query, resolve));
    await type('@zo', { mentions: { near: [], search } });
    await expect.poll(() => answers.has('zo')).toBe(true);
    await keys('e');
    await expect.poll(() => answers.has('zoe')).toBe(true);
    answers.get('zoe')?.([person(7, 'Zoe New')]);
    await expect.poll(options).toEqual(['Zoe New']);
    answers.get('zo')?.([person(8, 'Zoe Old')]);
    await expect.poll(options).toEqual(['Zoe New']);
  });

  test('a search that fails is told quietly; people of the chat are still there', async () => {
    const search = () => Promise.reject(new Error('no'));
    const { value } = await type('@marta', { mentions: { near, search } });
    expect(await screen.findByText('The company could not be searched')).toBeTruthy();
    await keys('{Enter}');
    await expect.poll(value).toBe(`${marta} `);
  });

  test('opens by its button, with a space where one is needed', async () => {
    show({ mentions: source, value: 'Hi' });
    choose();
    await userEvent.click(screen.getByRole('button', { name: 'Mention somebody' }));
    await list();
    expect(field().value).toBe('Hi @');
  });

  test('nobody is offered where nobody can be mentioned', async () => {
    await type('@mar', { mentions: undefined });
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Mention somebody' })).toBeNull();
  });
});

describe('in the field', () => {
  test('a name is shown for the code, counted and sent as the code', async () => {
    const { onSend } = show({ value: `Hi ${marta}!` });
    expect(field().value).toBe('Hi @Marta Olsen!');
    expect(document.querySelector('[data-mention]')?.getAttribute('data-text')).toBe('@Marta Olsen');
    choose();
    await keys('{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith(`Hi ${marta}!`, { asResult: false, files: [] });
  });

  test.each([
    ['{Backspace}', 15],
    ['{Delete}', 3],
  ])('%s at its edge takes all of it; undo brings it back, the person included', async (key, place) => {
    const { value } = show({ value: `Hi ${marta}!` });
    choose(place);
    await keys(key);
    await expect.poll(value).toBe('Hi !');
    await keys('{Control>}z{/Control}');
    await expect.poll(value).toBe(`Hi ${marta}!`);
  });

  test('a letter inside makes it plain text', async () => {
    const { value } = show({ value: `Hi ${marta}!` });
    choose(9);
    await keys('x');
    await expect.poll(value).toBe('Hi @Martax Olsen!');
  });

  test('undo and redo of an inserted person', async () => {
    const { value } = await type('@ols');
    await list();
    await keys('{Enter}');
    await expect.poll(value).toBe(`${marta} `);
    await keys('{Control>}z{/Control}');
    await expect.poll(value).toBe('@ols');
    await keys('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.poll(value).toBe(`${marta} `);
  });
});
