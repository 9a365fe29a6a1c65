// The tools: formats, links, emoji, preview, and the toolbar itself.
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { violations } from '../../ui/axe.ts';
import { button, choose, chooseWords, field, keys, show } from './stage.tsx';

afterEach(cleanup);

describe('a format', () => {
  test.each([
    ['Bold', '{Control>}b{/Control}', '[b]word[/b] two'],
    ['Italic', '{Control>}i{/Control}', '[i]word[/i] two'],
    ['Underline', '{Control>}u{/Control}', '[u]word[/u] two'],
    ['Strikethrough', '{Control>}{Shift>}x{/Shift}{/Control}', '[s]word[/s] two'],
    ['Code', '{Control>}e{/Control}', '[code]word[/code] two'],
    ['Quote', '{Control>}{Shift>}[Digit9]{/Shift}{/Control}', '>>word two'],
  ])('%s: by button and by key, on and off; one step for undo', async (name, shortcut, formatted) => {
    const { value } = show({ value: 'word two' });
    chooseWords('word');
    await userEvent.click(button(name));
    await expect.poll(value).toBe(formatted);
    expect(document.activeElement).toBe(field());
    await keys(shortcut);
    await expect.poll(value).toBe('word two');
    chooseWords('word');
    await keys(shortcut);
    await expect.poll(value).toBe(formatted);
    await keys('{Control>}z{/Control}');
    await expect.poll(value).toBe('word two');
  });

  test('with nothing chosen one goes on writing between the codes', async () => {
    const { value } = show({ value: 'a ' });
    choose();
    await userEvent.click(button('Bold'));
    await expect.poll(value).toBe('a [b][/b]');
    await keys('x');
    expect(value()).toBe('a [b]x[/b]');
  });

  test('around a person, who stays one', async () => {
    const { value } = show({ value: 'Hi [USER=5]Marta[/USER]' });
    chooseWords('@Marta');
    await userEvent.click(button('Bold'));
    await expect.poll(value).toBe('Hi [b][USER=5]Marta[/USER][/b]');
  });
});

describe('a link', () => {
  test('asks for the address, says what is wrong with one, and goes around what was chosen', async () => {
    const { value, onSend } = show({ value: 'see here' });
    chooseWords('here');
    await keys('{Control>}k{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Link' });
    const address = within(dialog).getByRole('textbox', { name: 'Address' });
    await expect.poll(() => document.activeElement).toBe(address);
    await keys('javascript:alert(1){Enter}');
    expect((await within(dialog).findByRole('alert')).textContent).toContain('https://');
    expect(await violations(document.body)).toEqual([]);
    await userEvent.fill(address, 'https://example.com/');
    await keys('{Enter}');
    await expect.poll(value).toBe('see [url=https://example.com/]here[/url]');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(field());
    await userEvent.click(button('Link'));
    await expect.poll(value).toBe('see here');
    expect(onSend).not.toHaveBeenCalled();
  });

  test('Escape leaves the text and goes back to where one was', async () => {
    const { value } = show({ value: 'see' });
    button('Link').focus();
    await keys('{Enter}');
    await screen.findByRole('dialog', { name: 'Link' });
    await expect.poll(() => document.activeElement?.tagName).toBe('INPUT');
    await keys('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(button('Link'));
    expect(value()).toBe('see');
  });
});

describe('emoji', () => {
  test('are chosen by arrows and put in as text', async () => {
    const { value } = show({ value: 'Well done' });
    choose();
    await userEvent.click(button('Emoji'));
    const dialog = await screen.findByRole('dialog', { name: 'Emoji' });
    expect(within(dialog).getByRole('group', { name: 'Faces' })).toBeTruthy();
    await expect.poll(() => document.activeElement?.textContent).toBe('😀');
    expect(await violations(document.body)).toEqual([]);
    await keys('{ArrowRight}{ArrowDown}');
    const chosen = document.activeElement?.textContent ?? '';
    expect(chosen).not.toBe('😄');
    await keys('{Enter}');
    await expect.poll(value).toBe(`Well done${chosen}`);
    expect(document.activeElement).toBe(field());
  });

  test('a press elsewhere closes them', async () => {
    show();
    await userEvent.click(button('Emoji'));
    await screen.findByRole('dialog', { name: 'Emoji' });
    await userEvent.click(button('Send'), { force: true });
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

describe('the preview', () => {
  test('shows the text as the chat will, while there is any', async () => {
    const preview = (text: string) => <p>{`shown: ${text}`}</p>;
    show({ preview, value: '[b]x[/b]' });
    await userEvent.click(button('Preview'));
    const region = await screen.findByRole('region', { name: 'Preview' });
    expect(region.textContent).toBe('shown: [b]x[/b]');
    expect(button('Preview').getAttribute('aria-pressed')).toBe('true');
    expect(await violations(document.body)).toEqual([]);
    await userEvent.clear(field());
    expect(screen.queryByRole('region', { name: 'Preview' })).toBeNull();
    await userEvent.click(button('Preview'));
    expect(button('Preview').getAttribute('aria-pressed')).toBe('false');
  });
});

describe('the toolbar', () => {
  test('is one stop for Tab; arrows, Home and End move in it', async () => {
    show();
    const bar = screen.getByRole('toolbar', { name: 'Formatting' });
    const stops = () =>
      within(bar)
        .getAllByRole<HTMLButtonElement>('button')
        .filter((tool) => tool.tabIndex === 0);
    choose();
    await keys('{Tab}{ArrowRight}{ArrowRight}');
    expect(document.activeElement).toBe(button('Underline'));
    expect(stops()).toEqual([button('Underline')]);
    await keys('{End}');
    expect(document.activeElement).toBe(button('More tools'));
    await keys('{ArrowRight}');
    expect(document.activeElement).toBe(button('Bold'));
    await keys('{ArrowLeft}{Tab}');
    expect(document.activeElement).toBe(button('Send'));
    await keys('{Shift>}{Tab}{/Shift}');
    expect(document.activeElement).toBe(button('More tools'));
  });

  test('what has no room stands in the menu', async () => {
    const onShowShortcuts = vi.fn<() => void>();
    const { value } = show({ value: 'word', onShowShortcuts }, { width: 320 });
    expect(screen.queryByRole('button', { name: 'Strikethrough' })).toBeNull();
    chooseWords('word');
    await userEvent.click(button('More tools'));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Strikethrough' }));
    await expect.poll(value).toBe('[s]word[/s]');
    await userEvent.click(button('More tools'));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Keyboard shortcuts' }));
    expect(onShowShortcuts).toHaveBeenCalledTimes(1);
  });

  test('the list of shortcuts has a button where there is room; `?` is a letter', async () => {
    const onShowShortcuts = vi.fn<() => void>();
    const { value } = show({ onShowShortcuts });
    choose();
    await keys('?');
    expect(value()).toBe('?');
    await userEvent.click(button('Keyboard shortcuts'));
    expect(onShowShortcuts).toHaveBeenCalledTimes(1);
  });
});
