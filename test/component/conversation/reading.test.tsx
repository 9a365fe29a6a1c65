// The reader's place: kept when older messages come, when new ones come, and when sizes change.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { MessageListProps } from '../../../src/conversation/messageListProps.ts';
import { file, item, listProps, me, message, messages, timeline } from './sample.ts';

afterEach(cleanup);

test('opens at the newest message', () => {
  show({ timeline: timeline(messages(1, 50)) });
  expect(distanceToEnd()).toBeLessThanOrEqual(1);
});

test('at the end it follows new messages, and there is no button', async () => {
  const { update } = show({ timeline: timeline(messages(1, 50)) });
  update({ timeline: timeline(messages(1, 55)) });
  expect(distanceToEnd()).toBeLessThanOrEqual(1);
  await frames();
  expect(jump()).toBeNull();
});

test('elsewhere it stays, counts what others write, and the button leads down', async () => {
  const { update } = show({ timeline: timeline(messages(1, 50)) });
  await scrollTo(300);
  const place = placeOf(firstVisible());

  update({ timeline: timeline([...messages(1, 52), message(53, { authorId: me })]) });
  await frames();
  expect(placeOf(place.row)).toEqual(place);
  const button = screen.getByRole('button', { name: 'New messages 2' });

  await userEvent.click(button);
  expect(distanceToEnd()).toBeLessThanOrEqual(1);
  await waitFor(() => expect(jump()).toBeNull());
  expect(document.activeElement).toBe(log());
  // Where the new ones begin stays marked.
  const separator = screen.getByRole('separator', { name: 'New messages' });
  expect(isBefore(row(50), separator) && isBefore(separator, row(51))).toBe(true);
});

test('older messages are put above without moving what is being read', async () => {
  const { update } = show({ timeline: timeline(messages(51, 100), { reachedStart: false }) });
  for (const top of [0, 130]) {
    await scrollTo(top);
    const place = placeOf(firstVisible());
    update({ timeline: timeline(messages(top === 0 ? 21 : 1, 100), { reachedStart: false }) });
    expect(placeOf(place.row).offset).toBeCloseTo(place.offset, 0);
    await frames();
    expect(placeOf(place.row).offset).toBeCloseTo(place.offset, 0);
  }
});

test('scrolling up asks for older messages; not while they come, not after a failure, not at the start', async () => {
  const onLoadOlder = vi.fn<() => void>();
  const start = { timeline: timeline(messages(51, 100), { reachedStart: false }), onLoadOlder };
  const { update } = show(start);
  await frames();
  expect(onLoadOlder).not.toHaveBeenCalled();
  await scrollTo(40);
  expect(onLoadOlder).toHaveBeenCalledTimes(1);
  for (const state of [
    { isLoadingOlder: true },
    { olderFailed: true },
    { timeline: timeline(messages(51, 100)) },
  ]) {
    update({ ...start, ...state });
    await scrollTo(600);
    await scrollTo(10);
  }
  expect(onLoadOlder).toHaveBeenCalledTimes(1);
  expect(screen.getByText('This is where the conversation begins')).toBeTruthy();
});

test('by keyboard: the button loads, keeps the focus while at work, then the arrows work in the list', async () => {
  const onLoadOlder = vi.fn<() => void>();
  const { update } = show({ timeline: timeline(messages(51, 100), { reachedStart: false }), onLoadOlder });
  const button = screen.getByRole('button', { name: 'Show earlier messages' });
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(onLoadOlder).toHaveBeenCalled();
  update({ isLoadingOlder: true });
  expect(document.activeElement).toBe(button);
  update({ isLoadingOlder: false, timeline: timeline(messages(1, 100)) });
  expect(document.activeElement).toBe(log());
  const before = log().scrollTop;
  await userEvent.keyboard('{ArrowUp}');
  await waitFor(() => expect(log().scrollTop).toBeLessThan(before));
});

test('when loading them has failed it says so and the button tries again', async () => {
  const onLoadOlder = vi.fn<() => void>();
  const half = timeline(messages(51, 100), { reachedStart: false });
  show({ timeline: half, olderFailed: true, onLoadOlder });
  expect(screen.getByRole('status').textContent).toBe('The earlier messages could not be loaded.');
  await userEvent.click(screen.getByRole('button', { name: 'Show earlier messages' }));
  expect(onLoadOlder).toHaveBeenCalled();
});

test('a message of one’s own is shown wherever one was reading', async () => {
  const { update } = show({ timeline: timeline(messages(1, 50)) });
  await scrollTo(300);
  update({ items: [item('a')], sends: 1 });
  expect(distanceToEnd()).toBeLessThanOrEqual(1);
});

test('what another window of theirs sends leaves the reader where they are', async () => {
  const { update } = show({ timeline: timeline(messages(1, 50)) });
  await scrollTo(300);
  const place = placeOf(firstVisible());
  update({ items: [item('a')] });
  await frames();
  expect(placeOf(place.row)).toEqual(place);
});

test('a smaller or narrower frame keeps the end in view', async () => {
  const { resize } = show({ timeline: timeline(messages(1, 50)) });
  for (const [width, height] of [
    [500, 200],
    [340, 200],
    [700, 500],
  ] as const) {
    resize(width, height);
    await waitFor(() => expect(distanceToEnd()).toBeLessThanOrEqual(1));
  }
});

test('a narrower frame keeps the place of a reader in the middle', async () => {
  const text = 'Some more words than fit a line. '.repeat(5);
  const long = Array.from({ length: 50 }, (_, index) => message(index + 1, { text }));
  const { resize } = show({ timeline: timeline(long) });
  await scrollTo(900);
  const place = placeOf(firstVisible());
  resize(360, 300);
  await waitFor(() => expect(log().clientWidth).toBe(360));
  await frames();
  expect(placeOf(place.row).offset).toBeCloseTo(place.offset, 0);
});

test('a picture above that turns into a chip does not push what is being read', async () => {
  const picture = file(7, {
    kind: 'image',
    previewUrl: `${location.origin}/__vitest__/favicon.svg`,
    image: { width: 300, height: 240 },
  });
  const withPicture = [message(1, { fileIds: [7] }), ...messages(2, 50)];
  show({ timeline: timeline(withPicture, { files: new Map([[7, picture]]) }) });
  await scrollTo(600);
  const place = placeOf(firstVisible());
  const height = log().scrollHeight;
  fireEvent.error(screen.getByRole('img', { name: picture.name }));
  await frames();
  expect(log().scrollHeight).toBeLessThan(height - 100);
  expect(placeOf(place.row).offset).toBeCloseTo(place.offset, 0);
});

test('a message that is deleted above does not push what is being read', async () => {
  const { update } = show({ timeline: timeline(messages(1, 50)) });
  await scrollTo(500);
  const place = placeOf(firstVisible());
  update({ timeline: timeline(messages(3, 50)) });
  expect(placeOf(place.row).offset).toBeCloseTo(place.offset, 0);
});

function show(changes: Partial<MessageListProps>) {
  let props = listProps(changes);
  let size = { width: 500, height: 400 };
  const stage = () => (
    <div style={size}>
      <MessageList {...props} />
    </div>
  );
  const { rerender } = render(stage());
  return {
    update: (next: Partial<MessageListProps>) => {
      props = { ...props, ...next };
      rerender(stage());
    },
    resize: (width: number, height: number) => {
      size = { width, height };
      rerender(stage());
    },
  };
}

const log = () => screen.getByRole('log');
const jump = () => screen.queryByRole('button', { name: /New messages/ });
const row = (id: number) => screen.getByText(`Message ${id}`);
const distanceToEnd = () => log().scrollHeight - log().scrollTop - log().clientHeight;

async function scrollTo(top: number): Promise<void> {
  log().scrollTop = top;
  await frames();
}

/** Scroll events and observers come with the next frame. */
async function frames(): Promise<void> {
  for (let count = 0; count < 2; count++)
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  await Promise.resolve();
}

function firstVisible(): HTMLElement {
  const top = log().getBoundingClientRect().top;
  const found = screen.getAllByRole('article').find((one) => one.getBoundingClientRect().bottom > top);
  if (!found) throw new Error('no row is visible');
  return found;
}

function placeOf(row: HTMLElement): { row: HTMLElement; offset: number } {
  expect(row.isConnected).toBe(true);
  return { row, offset: row.getBoundingClientRect().top - log().getBoundingClientRect().top };
}

function isBefore(first: Node, second: Node): boolean {
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
