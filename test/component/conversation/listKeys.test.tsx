// The keyboard in the list: one stop for Tab, arrows from message to message, and a focus that is never lost.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { MessageListProps } from '../../../src/conversation/messageListProps.ts';
import { item, listProps, me, message, messages, timeline } from './sample.ts';

afterEach(cleanup);

test('Tab leads to the newest message and on out of the list', async () => {
  show({ timeline: timeline(messages(1, 30)) });
  before().focus();
  await userEvent.keyboard('{Tab}');
  expect(focused()).toBe('Message 30');
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).toBe(after());
});

test('arrows, Home and End lead from message to message, and each is brought into sight', async () => {
  show({ timeline: timeline(messages(1, 30)) });
  await userEvent.click(before());
  await userEvent.keyboard('{Tab}{ArrowUp}{ArrowUp}');
  expect(focused()).toBe('Message 28');
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toBe('Message 29');
  expect(getComputedStyle(document.activeElement?.lastElementChild ?? log()).outlineStyle).toBe('solid');
  await userEvent.keyboard('{Home}');
  expect(focused()).toBe('Message 1');
  expectInSight();
  await userEvent.keyboard('{End}');
  expect(focused()).toBe('Message 30');
  expectInSight();
});

test('a page is as many messages as fit', async () => {
  show({ timeline: timeline(messages(1, 40)) });
  row(40).focus();
  await userEvent.keyboard('{PageUp}');
  const height = row(40).getBoundingClientRect().bottom - currentRow().getBoundingClientRect().top;
  expect(height).toBeLessThanOrEqual(log().clientHeight);
  expect(height).toBeGreaterThan(log().clientHeight - 2 * row(40).offsetHeight);
  await userEvent.keyboard('{PageDown}');
  expect(focused()).toBe('Message 40');
});

test('at the first message ArrowUp asks for earlier ones, once they have come it goes on', async () => {
  const onLoadOlder = vi.fn<() => void>();
  const update = show({ timeline: timeline(messages(11, 12), { reachedStart: false }), onLoadOlder });
  row(12).focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(focused()).toBe('Message 11');
  expect(onLoadOlder).toHaveBeenCalled();
  update({ timeline: timeline(messages(1, 12), { reachedStart: false }) });
  expect(focused()).toBe('Message 11');
  await userEvent.keyboard('{ArrowUp}');
  expect(focused()).toBe('Message 10');
});

test('Escape leads out of the list; from inside of a message to the message first', async () => {
  const onLeave = vi.fn<() => void>();
  const link = '[url=https://x.example]the site[/url]';
  show({ timeline: timeline([message(1, { text: link })]), onLeave });
  screen.getByRole('link').focus();
  await userEvent.keyboard('{Escape}');
  expect(currentRow()).toBe(row(1));
  expect(onLeave).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onLeave).toHaveBeenCalledTimes(1);
});

test('keys with Ctrl, Shift or Alt are left to the browser', async () => {
  show({ timeline: timeline(messages(1, 30)) });
  row(30).focus();
  await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}{Control>}{Home}{/Control}{Alt>}{ArrowUp}{/Alt}');
  expect(focused()).toBe('Message 30');
});

describe('when rows change', () => {
  test('the focus stays with its message when others come and go', () => {
    const update = show({ timeline: timeline(messages(5, 10)) });
    row(7).focus();
    update({ timeline: timeline(messages(1, 15)) });
    expect(focused()).toBe('Message 7');
  });

  test('an echo that becomes a message keeps it', () => {
    const update = show({ items: [item('a')] });
    screen.getByRole('article').focus();
    const own = message(1, { authorId: me, text: 'Text of a' });
    update({ timeline: timeline([own]), items: [], claims: new Map([[1, 'a']]) });
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });

  test('a message that goes hands it to the next one, the last to the one before', () => {
    const update = show({ timeline: timeline(messages(1, 3)) });
    row(2).focus();
    update({ timeline: timeline([message(1), message(3)]) });
    expect(focused()).toBe('Message 3');
    update({ timeline: timeline([message(1)]) });
    expect(focused()).toBe('Message 1');
    update({ timeline: timeline([]) });
    expect(document.activeElement).toBe(log());
  });

  test('nobody who is elsewhere loses the focus to the list', () => {
    const update = show({ timeline: timeline(messages(1, 3)) });
    row(2).focus();
    after().focus();
    update({ timeline: timeline([message(1), message(3)]) });
    expect(document.activeElement).toBe(after());
  });

  test('who left the newest message comes back to the newest one; who left an older one, to that', async () => {
    const update = show({ timeline: timeline(messages(1, 5)) });
    row(5).focus();
    before().focus();
    update({ timeline: timeline(messages(1, 6)) });
    await userEvent.keyboard('{Tab}{ArrowUp}');
    expect(focused()).toBe('Message 5');
    before().focus();
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe('Message 5');
    update({ timeline: timeline(messages(1, 6)), sends: 1 });
    before().focus();
    await userEvent.keyboard('{Tab}');
    expect(focused()).toBe('Message 6');
  });
});

test('a step draws the two rows it is about and no other', async () => {
  show({ timeline: timeline(messages(1, 500)), actionsOf: () => [] });
  row(500).focus();
  const drawn = () => screen.getAllByRole('article').map(propsOf);
  await userEvent.keyboard('{ArrowUp}');
  const first = drawn();
  await userEvent.keyboard('{ArrowUp}');
  const changed = drawn().flatMap((props, index) => (props === first[index] ? [] : [index + 1]));
  expect(changed).toEqual([498, 499]);
});

test('choosing a message, and another one being answered, draws no other row', () => {
  const props = { timeline: timeline(messages(1, 5)), onChoose: () => undefined };
  const quote = { messageId: 1, authorId: me, text: 'x', isDeleted: false };
  const update = show({ ...props, chosen: new Set<number>() });
  const rows = screen.getAllByRole('article');
  const first = rows.map(propsOf);
  update({ ...props, chosen: new Set([2]), quotes: new Map([[4, quote]]) });
  expect(rows.flatMap((one, index) => (propsOf(one) === first[index] ? [] : [index + 1]))).toEqual([2, 4]);
});

/** React hangs the props of the last rendering on the element: the same object means that it was not rendered again. */
function propsOf(element: Element): unknown {
  const name = Object.keys(element).find((key) => key.startsWith('__reactProps$'));
  return Reflect.get(element, name ?? '');
}

const log = () => screen.getByRole('log');
const before = () => screen.getByRole('button', { name: 'before' });
const after = () => screen.getByRole('button', { name: 'after' });

function row(id: number): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-message="${id}"]`);
  if (!found) throw new Error(`No row ${id}`);
  return found;
}

function currentRow(): HTMLElement {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('article')) return activeElement;
  throw new Error('No row has the focus');
}

const focused = () => `Message ${currentRow().dataset['message']}`;

function expectInSight(): void {
  const [inner, outer] = [currentRow().getBoundingClientRect(), log().getBoundingClientRect()];
  expect(inner.top).toBeGreaterThanOrEqual(outer.top);
  expect(inner.bottom).toBeLessThanOrEqual(outer.bottom);
}

function show(changes: Partial<MessageListProps>) {
  let props = listProps(changes);
  const stage = () => (
    <>
      <button type="button">before</button>
      <div style={{ height: 400, containerType: 'inline-size', containerName: 'conversation' }}>
        <MessageList {...props} />
      </div>
      <button type="button">after</button>
    </>
  );
  const { rerender } = render(stage());
  return (next: Partial<MessageListProps>) => {
    props = { ...props, ...next };
    rerender(stage());
  };
}
