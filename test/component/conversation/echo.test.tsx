// From echo to message: one row that stays where it is, however the reading and the store follow one another.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { MessageListProps } from '../../../src/conversation/messageListProps.ts';
import type { Item } from '../../../src/delivery/item.ts';
import { item, listProps, me, message, timeline } from './sample.ts';

afterEach(cleanup);

const before = timeline([message(1)]);
const createdAt = new Date(2026, 10, 20, 12, 30).getTime();
const confirmed = message(2, { authorId: me, text: 'Hello', date: new Date(createdAt).toISOString() });
const after = { ...before, messages: [...before.messages, confirmed] };
const claims = new Map([[2, 'a']]);

function echo(changes: Partial<Item> = {}): Item {
  return item('a', { text: 'Hello', createdAt, baseline: 1, ...changes });
}

/** What may follow one another, in the orders in which it does. */
test.each<[string, Array<Partial<MessageListProps>>]>([
  [
    'the store says it before the paint',
    [{ timeline: after, items: [echo({ state: 'sent', traceId: 2 })], claims }],
  ],
  [
    'the message is there first',
    [{ timeline: after }, { timeline: after, items: [echo({ state: 'sent', traceId: 2 })], claims }],
  ],
  [
    'another window says it first',
    [
      { items: [echo({ state: 'sent', traceId: 2 })], claims },
      { timeline: after, items: [echo({ state: 'sent', traceId: 2 })], claims },
    ],
  ],
  ['the item is gone with the reading', [{ timeline: after, items: [], claims }]],
  [
    'in doubt in between',
    [{ items: [echo({ state: 'unclear' })] }, { timeline: after, items: [echo({ state: 'unclear' })] }],
  ],
])('%s: the same element, in the same place, of the same size, and never a second one', (_name, steps) => {
  const props = listProps({ timeline: before, items: [echo()] });
  const { rerender } = render(<MessageList {...props} />);
  const row = screen.getByRole('article', { name: /^You/ });
  const [text, place] = [within(row).getByText('Hello'), bubbleOf(row)];
  for (const step of steps) {
    rerender(<MessageList {...props} {...step} />);
    expect(screen.getAllByRole('article', { name: /^You/ })).toEqual([row]);
    expect(within(row).getByText('Hello')).toBe(text);
  }
  expect(within(row).getByRole('img', { name: 'Sent' })).toBeTruthy();
  expect(bubbleOf(row)).toEqual(place);
});

test('the message keeps its row after the item is forgotten', () => {
  const props = listProps({ timeline: after, items: [echo({ state: 'sent', traceId: 2 })], claims });
  const { rerender } = render(<MessageList {...props} />);
  const row = screen.getByRole('article', { name: /^You/ });
  rerender(<MessageList {...props} items={[]} />);
  expect(screen.getByRole('article', { name: /^You/ })).toBe(row);
});

function bubbleOf(row: HTMLElement): { top: number; left: number; width: number; height: number } {
  const { top, left, width, height } = (row.lastElementChild ?? row).getBoundingClientRect();
  return { top, left, width, height };
}
