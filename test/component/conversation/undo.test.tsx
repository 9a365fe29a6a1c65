// "Deleted. Undo" above the composer: how long it is offered, who hears of it, and where the keyboard is.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { act, cleanup, render, screen } from '@testing-library/react';
import { useRef, useSyncExternalStore } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { UndoNote } from '../../../src/conversation/UndoNote.tsx';
import { useUndo } from '../../../src/conversation/useUndo.ts';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { createClock } from '../../../src/delivery/clock.ts';
import { createDelivery, type Delivery } from '../../../src/delivery/delivery.ts';
import type { Item } from '../../../src/delivery/item.ts';
import type { Policy } from '../../../src/delivery/policy.ts';
import { lane, newOwner } from '../delivery/pages.ts';
import { violations } from '../ui/axe.ts';
import { item, me, people, problem } from './sample.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const refused = (key: string, more: Partial<Item> = {}) =>
  item(key, { state: 'refused', problem: problem({ kind: 'denied' }), ...more });
const attached = refused('c', { kind: 'file', text: '', target: { fileId: 'f', name: 'plan.pdf', size: 3 } });

/** A page of which nothing leaves, with these on its screen. */
async function show(...items: Item[]) {
  const discard = vi.fn<NonNullable<Policy['discard']>>();
  const policy: Policy = {
    type: 'keyed',
    attempt: () => Promise.reject(new Error('Nothing is sent here')),
    read: () => Promise.resolve([]),
    compare: () => 'other',
    areCopies: () => false,
    areAlike: () => false,
    discard,
  };
  const store = openBrowserStore(newOwner());
  await store.change(lane, (record) => ({ record: { ...record, items }, result: undefined }));
  const delivery = createDelivery({
    store,
    policies: { taskText: policy, file: policy },
    turns: { take: () => new Promise(() => undefined) },
    news: { tell: () => undefined, listen: () => () => undefined },
    clock: createClock(),
    isOnline: () => true,
  });
  await delivery.start();
  const { unmount } = render(<Stage delivery={delivery} />);
  return { discard, unmount };
}

function Stage({ delivery }: { delivery: Delivery }) {
  const { items } = useSyncExternalStore(delivery.subscribe, () => delivery.getLane(lane));
  const { offer, end, ...undo } = useUndo();
  const field = useRef<HTMLTextAreaElement>(null);
  const goOn = () => field.current?.focus();
  return (
    <main>
      {items.map(({ key }) => (
        <button
          key={key}
          type="button"
          onClick={() => {
            offer(delivery.takeOut(lane, key));
            goOn();
          }}
        >
          Delete {key}
        </button>
      ))}
      <UndoNote {...undo} nameOf={(id) => people.find((person) => person.id === id)?.name} onGone={goOn} />
      <textarea ref={field} aria-label="Message" />
      <button type="button" onClick={end}>
        Something else
      </button>
    </main>
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const offered = () => screen.queryByRole('button', { name: 'Undo' });
const region = () => screen.getByRole('status');
const field = () => screen.getByRole('textbox');
const left = () => screen.getAllByRole('button', { name: /^Delete/ }).map(({ textContent }) => textContent);

/** What follows on the press has been stored, and shown. */
async function deleteIt(key: string): Promise<void> {
  await press(`Delete ${key}`);
  await screen.findByRole('button', { name: 'Undo' });
}

test('told by a region that was there, without the focus; Undo is a step back from the field', async () => {
  const { discard } = await show(refused('a'), refused('b', { text: `Over to [USER=${me}]x[/USER]` }));
  const before = region();
  expect(before.textContent).toBe('');
  await deleteIt('b');
  expect(region()).toBe(before);
  expect(before.textContent).toBe('Deleted: “Over to @Anna Keller”');
  expect(document.activeElement).toBe(field());
  await userEvent.tab({ shift: true });
  expect(document.activeElement).toBe(offered());
  await userEvent.keyboard('{Enter}');
  expect(document.activeElement).toBe(field());
  expect(before.textContent).toBe('The message is back.');
  await expect.poll(left).toEqual(['Delete a', 'Delete b']);
  expect(discard).not.toHaveBeenCalled();
});

describe('is over', () => {
  test('after ten seconds', async () => {
    const { discard } = await show(refused('a'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await press('Delete a');
    await vi.waitFor(() => expect(offered()).toBeTruthy());
    act(() => void vi.advanceTimersByTime(9_900));
    expect(offered()).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(offered()).toBeNull();
    expect(region().textContent).toBe('');
    expect(discard).toHaveBeenCalledExactlyOnceWith(refused('a'));
  });

  test('not while somebody stands on the button', async () => {
    await show(refused('a'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await press('Delete a');
    await vi.waitFor(() => expect(offered()).toBeTruthy());
    act(() => offered()?.focus());
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(document.activeElement).toBe(offered());
    act(() => field().focus());
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(offered()).toBeNull();
    expect(document.activeElement).toBe(field());
  });

  test('with the next one that is deleted: that one can come back', async () => {
    const { discard } = await show(refused('a', { text: 'Same' }), refused('b', { text: 'Same' }), attached);
    await deleteIt('a');
    const line = region().firstChild;
    await press('Delete b');
    await expect.poll(() => discard.mock.calls.map(([{ key }]) => key)).toEqual(['a']);
    await expect.poll(() => region().textContent).toBe('Deleted: “Same”');
    // Another line, so that it is told again.
    expect(region().firstChild).not.toBe(line);
    await deleteIt('c');
    await expect.poll(() => region().textContent).toBe('Deleted: “plan.pdf”');
    await press('Undo');
    await expect.poll(left).toEqual(['Delete c']);
    expect(discard.mock.calls.map(([{ key }]) => key)).toEqual(['a', 'b']);
  });

  test('with the next thing that is done', async () => {
    const { discard } = await show(refused('a'));
    await deleteIt('a');
    await press('Something else');
    expect(offered()).toBeNull();
    await expect.poll(() => discard.mock.calls.length).toBe(1);
  });

  test('with the screen, also where that goes before it was taken out', async () => {
    const { discard, unmount } = await show(refused('a'), refused('b'));
    await deleteIt('a');
    act(() => screen.getByRole('button', { name: 'Delete b' }).click());
    unmount();
    await expect.poll(() => discard.mock.calls.map(([{ key }]) => key)).toEqual(['a', 'b']);
  });
});

test.each(['light', 'dark'])(
  '%s: fits at 340 px, however long the text, without violations',
  async (theme) => {
    await page.viewport(340, 600);
    document.documentElement.dataset['theme'] = theme;
    await show(refused('a', { text: 'long '.repeat(100) + 'x'.repeat(400) }));
    await deleteIt('a');
    expect(await violations(document.body)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(340);
    expect(offered()?.getBoundingClientRect().right).toBeLessThanOrEqual(340);
    delete document.documentElement.dataset['theme'];
  },
);
