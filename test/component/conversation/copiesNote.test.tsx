// The note of extra copies: before the reader's eyes for a while, it need not be told again by a page that comes later.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CopiesNotice } from '../../../src/conversation/CopiesNotice.tsx';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { Place } from '../../../src/conversation/place.ts';
import { listProps, me, message, messages, timeline } from './sample.ts';

afterEach(cleanup);

const words = /sent this message more than once/;

/** A list that is not as high as its messages; the one with copies is among them, and its item is long gone. */
function show(withCopies: number) {
  const onCopiesShown = vi.fn<(messageId: number) => void>();
  const all = [...messages(1, 60), message(61, { authorId: me }), ...messages(62, 63)];
  render(
    <div style={{ height: 300, display: 'flex', flexDirection: 'column' }}>
      <MessageList
        {...listProps({ timeline: timeline(all), copied: new Map([[withCopies, 'untold']]), onCopiesShown })}
      />
    </div>,
  );
  return onCopiesShown;
}

test('on the screen: told, and after some seconds seen', async () => {
  const onCopiesShown = show(61);
  await userEvent.click(screen.getByRole('log'));
  expect(await screen.findByText(words)).toBeTruthy();
  await expect.poll(() => onCopiesShown.mock.calls, { timeout: 10_000 }).toEqual([[61]]);
  // It stays for as long as the page does.
  expect(screen.getByText(words)).toBeTruthy();
}, 15_000);

test('too far up: not seen before one has gone there', async () => {
  const onCopiesShown = show(3);
  await userEvent.click(screen.getByRole('log'));
  const pause = new Promise((resolve) => setTimeout(resolve, 5_000));
  await pause;
  expect(onCopiesShown).not.toHaveBeenCalled();
  screen.getByRole('log').scrollTop = 0;
  await expect.poll(() => onCopiesShown.mock.calls, { timeout: 10_000 }).toEqual([[3]]);
}, 20_000);

test('where nobody has seen it so far a notice leads there, and can be closed', async () => {
  const [goTo, onShown] = [vi.fn<Place['goTo']>(), vi.fn<(messageId: number) => void>()];
  const props = { reachesClient: true, goTo, onShown };
  const { rerender } = render(<CopiesNotice copied={new Map([[3, 'untold']])} {...props} />);
  await userEvent.click(document.body);
  const notice = await screen.findByRole('status', {}, { timeout: 10_000 });
  expect(notice.textContent).toContain('The client may have received it twice');
  await userEvent.click(screen.getByRole('button', { name: 'Show the message' }));
  expect(goTo).toHaveBeenCalledExactlyOnceWith(3);
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onShown).toHaveBeenCalledExactlyOnceWith(3);
  rerender(<CopiesNotice copied={new Map([[3, 'told']])} {...props} />);
  expect(screen.queryByRole('status')).toBeNull();
}, 15_000);
