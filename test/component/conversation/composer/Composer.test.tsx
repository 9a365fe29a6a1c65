// Writing and sending: keys, limits, and that nothing typed is lost.
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { violations } from '../../ui/axe.ts';
import { button, choose, field, keys, show } from './stage.tsx';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const plainly = { asResult: false, files: [] };
const sendButton = () => button('Send');
const described = () =>
  (field().getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join('|');

describe('sending', () => {
  test.each(['{Enter}', '{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}'])(
    'by %s; the focus stays',
    async (keys) => {
      const { onSend } = show();
      await userEvent.fill(field(), 'Hello');
      await userEvent.keyboard(keys);
      expect(onSend).toHaveBeenCalledExactlyOnceWith('Hello', plainly);
      expect(field().value).toBe('');
      expect(document.activeElement).toBe(field());
    },
  );

  test('by the button; the focus goes to the field', async () => {
    const { onSend } = show();
    await userEvent.fill(field(), 'Hello');
    await userEvent.click(sendButton());
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Hello', plainly);
    expect(document.activeElement).toBe(field());
  });

  test('Shift+Enter makes a line', async () => {
    const { onSend } = show();
    await userEvent.click(field());
    await userEvent.keyboard('a{Shift>}{Enter}{/Shift}b');
    expect(onSend).not.toHaveBeenCalled();
    expect(field().value).toBe('a\nb');
  });

  test('Enter that ends the work of an input method sends nothing', () => {
    const { onSend } = show({ value: '日本' });
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
      expect(fireEvent.keyDown(field(), { key: 'Enter', ...init })).toBe(true);
    }
    expect(onSend).not.toHaveBeenCalled();
  });

  test('Enter held down sends once', () => {
    const { onSend } = show({ value: 'Hello' });
    fireEvent.keyDown(field(), { key: 'Enter' });
    fireEvent.keyDown(field(), { key: 'Enter', repeat: true });
    expect(onSend).toHaveBeenCalledTimes(1);
    expect(described()).not.toContain('Write something first');
  });

  test('hands over what can survive the way: trimmed, without NUL and halves of characters', () => {
    const { onSend } = show({ value: '  a\0b\ud800\n ' });
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(onSend).toHaveBeenCalledExactlyOnceWith('ab', plainly);
  });
});

describe('what cannot be sent', () => {
  test('nothing: Send can be reached and says what is missing, until something is typed', async () => {
    const { onSend } = show({ value: ' \n ' });
    expect(sendButton().getAttribute('aria-disabled')).toBe('true');
    expect(described()).not.toContain('Write something first');
    sendButton().focus();
    expect(document.activeElement).toBe(sendButton());
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('status').textContent).toBe('Write something first');
    expect(described()).toContain('Write something first');
    await userEvent.keyboard('x');
    expect(screen.getByRole('status').textContent).toBe('');
    expect(onSend).not.toHaveBeenCalled();
  });

  test('more than the limit: an error beside the field, and the text stays', async () => {
    const { onSend } = show({ limit: 10, value: '12345678901' });
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(described()).toContain('11 / 10');
    expect(described()).toContain('1 character too many');
    const spoken = screen.getByRole('status').textContent;
    await userEvent.click(field());
    await userEvent.keyboard('23');
    expect(described()).toContain('3 characters too many');
    // Said once, not at every key.
    expect(screen.getByRole('status').textContent).toBe(spoken);
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('status').textContent).toContain('Not sent');
    expect(field().value).toBe('1234567890123');
    expect(onSend).not.toHaveBeenCalled();
  });

  test('the limit itself, counted as the portal counts', async () => {
    const { onSend } = show({ limit: 10, value: '😀'.repeat(10) });
    expect(field().getAttribute('aria-invalid')).toBeNull();
    expect(described()).toContain('10 / 10');
    await userEvent.click(sendButton());
    expect(onSend).toHaveBeenCalledTimes(1);
  });
});

describe('the field', () => {
  test('says how to send and how long the text is', () => {
    show({ value: 'Hello', limit: 20_000 });
    expect(described()).toContain('Enter to send · Shift+Enter for a new line');
    expect(described()).toContain('5 / 20,000');
  });

  test('grows with the text, to a part of the height, then scrolls', async () => {
    show({}, { height: 600 });
    const heights = [field().clientHeight];
    for (const lines of [6, 60]) {
      await userEvent.fill(field(), 'line\n'.repeat(lines));
      heights.push(field().clientHeight);
    }
    expect(heights[1]).toBeGreaterThan(heights[0] ?? Infinity);
    expect(heights[2]).toBeGreaterThan(heights[1] ?? Infinity);
    expect(heights[2]).toBeLessThanOrEqual(240);
    expect(field().scrollHeight).toBeGreaterThan(field().clientHeight);
    await userEvent.fill(field(), '');
    expect(field().clientHeight).toBe(heights[0]);
  });

  test('is focused only where the screen wants it', () => {
    show();
    expect(document.activeElement).not.toBe(field());
    cleanup();
    show({ autoFocus: true });
    expect(document.activeElement).toBe(field());
  });
});

describe('where Enter makes a line', () => {
  const choice = 'Enter makes a new line, Ctrl+Enter sends';

  test('Ctrl+Enter sends; the hint says so, and the next page remembers', async () => {
    show();
    await userEvent.click(button('More tools'));
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: choice }));
    await expect.poll(described).toContain('Ctrl+Enter to send · Enter for a new line');
    cleanup();

    const { onSend } = show();
    choose();
    await keys('a{Enter}b');
    expect(field().value).toBe('a\nb');
    await keys('{Control>}{Enter}{/Control}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('a\nb', plainly);
  });
});

describe('as a result', () => {
  test.each([
    ['the button', () => userEvent.click(button('Send as result'))],
    ['Ctrl+Shift+Enter', () => keys('{Control>}{Shift>}{Enter}{/Shift}{/Control}')],
  ])('by %s', async (_name, act) => {
    const { onSend } = show({ value: 'Done', canSendAsResult: true });
    choose();
    await act();
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Done', { asResult: true, files: [] });
    expect(document.activeElement).toBe(field());
  });

  test('an empty one is refused in words', async () => {
    const { onSend } = show({ canSendAsResult: true });
    button('Send as result').click();
    await expect.poll(() => screen.getByRole('status').textContent).toBe('Write something first');
    expect(onSend).not.toHaveBeenCalled();
  });

  test('that was to become one does so by Enter and the one button; it is said, and can be given up', async () => {
    const onCancel = vi.fn<() => void>();
    const wish = { value: 'Done', canSendAsResult: true, resultWish: { onCancel } };
    const { onSend, change } = show(wish);
    await screen.findByText('Will become a result of the task');
    expect(screen.queryByRole('button', { name: 'Send' })).toBeNull();
    choose();
    await keys('{Enter}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Done', { asResult: true, files: [] });
    await keys('Done');
    await userEvent.click(button('Send as result'));
    expect(onSend.mock.calls[1]?.[1].asResult).toBe(true);
    expect(await violations(document.body)).toEqual([]);
    await userEvent.click(button('Send it as a message only'));
    expect(onCancel).toHaveBeenCalledTimes(1);
    change({ resultWish: undefined });
    expect(document.activeElement).toBe(field());
    await keys('Done{Enter}');
    expect(onSend).toHaveBeenLastCalledWith('Done', plainly);
  });

  test('that was to become one where none can be made: it says that it goes as a message', async () => {
    const { onSend } = show({ value: 'Done', resultWish: { onCancel: () => undefined } });
    await screen.findByText(/^This was to become a result of the task/);
    await userEvent.click(button('Send'));
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Done', plainly);
  });

  test('is not offered where it cannot be', async () => {
    const { onSend } = show({ value: 'Done' });
    expect(screen.queryByRole('button', { name: 'Send as result' })).toBeNull();
    choose();
    await keys('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Done', plainly);
  });
});
