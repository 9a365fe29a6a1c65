// Writing and sending: keys, limits, and that nothing typed is lost.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Composer, type ComposerProps } from '../../../src/conversation/Composer.tsx';
import { countCodePoints } from '../../../src/text/count.ts';

afterEach(cleanup);

const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Message' });
const sendButton = () => screen.getByRole('button', { name: 'Send' });
const described = () =>
  (field().getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join('|');

describe('sending', () => {
  test.each(['{Enter}', '{Control>}{Enter}{/Control}', '{Meta>}{Enter}{/Meta}'])(
    'by %s; the focus stays',
    async (keys) => {
      const onSend = show();
      await userEvent.fill(field(), 'Hello');
      await userEvent.keyboard(keys);
      expect(onSend).toHaveBeenCalledExactlyOnceWith('Hello');
      expect(field().value).toBe('');
      expect(document.activeElement).toBe(field());
    },
  );

  test('by the button; the focus goes to the field', async () => {
    const onSend = show();
    await userEvent.fill(field(), 'Hello');
    await userEvent.click(sendButton());
    expect(onSend).toHaveBeenCalledExactlyOnceWith('Hello');
    expect(document.activeElement).toBe(field());
  });

  test('Shift+Enter makes a line', async () => {
    const onSend = show();
    await userEvent.click(field());
    await userEvent.keyboard('a{Shift>}{Enter}{/Shift}b');
    expect(onSend).not.toHaveBeenCalled();
    expect(field().value).toBe('a\nb');
  });

  test('Enter that ends the work of an input method sends nothing', () => {
    const onSend = show({ value: '日本' });
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
      expect(fireEvent.keyDown(field(), { key: 'Enter', ...init })).toBe(true);
    }
    expect(onSend).not.toHaveBeenCalled();
  });

  test('Enter held down sends once', () => {
    const onSend = show({ value: 'Hello' });
    fireEvent.keyDown(field(), { key: 'Enter' });
    fireEvent.keyDown(field(), { key: 'Enter', repeat: true });
    expect(onSend).toHaveBeenCalledTimes(1);
    expect(described()).not.toContain('Write something first');
  });

  test('hands over what can survive the way: trimmed, without NUL and halves of characters', () => {
    const onSend = show({ value: '  a\0b\ud800\n ' });
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(onSend).toHaveBeenCalledExactlyOnceWith('ab');
  });
});

describe('what cannot be sent', () => {
  test('nothing: Send can be reached and says what is missing, until something is typed', async () => {
    const onSend = show({ value: ' \n ' });
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
    const onSend = show({ limit: 10, value: '12345678901' });
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
    const onSend = show({ limit: 10, value: '😀'.repeat(10) });
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
    show({}, 600);
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

/** A composer whose text is kept, in a conversation of the given height. */
function show(changes: Partial<ComposerProps> = {}, height = 800) {
  const onSend = vi.fn<(text: string) => void>();
  function Keeper() {
    const [value, setValue] = useState(changes.value ?? '');
    const send = (text: string) => {
      onSend(text);
      setValue('');
    };
    return (
      <div style={{ height, width: 500, containerType: 'size' }}>
        <Composer
          limit={100}
          countOf={countCodePoints}
          {...changes}
          value={value}
          onChange={setValue}
          onSend={send}
        />
      </div>
    );
  }
  render(<Keeper />);
  return onSend;
}
