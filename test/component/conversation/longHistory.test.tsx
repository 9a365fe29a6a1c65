// Thousands of messages read upwards: nothing jumps under the reader's eyes, and what is far away is not laid out.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import type { MessageListProps } from '../../../src/conversation/messageListProps.ts';
import { elena, listProps, message, timeline } from './sample.ts';

afterEach(cleanup);

test('3,000 rows: scrolling up moves the rows by what was scrolled, and by nothing else', async () => {
  show(all.slice(0, 3_000));
  await frames();
  const jumps: number[] = [];
  for (let step = 0; step < 60; step += 1) {
    const place = placeOf(firstVisible());
    log().scrollTop -= 150;
    await frames();
    jumps.push(Math.abs(placeOf(place.row).offset - place.offset - 150));
  }
  expect(Math.max(...jumps)).toBeLessThan(2);
});

test('3,000 rows: a page is put above without moving what is read', async () => {
  const { update } = show(all.slice(50));
  await frames();
  for (const top of [200, 40]) {
    log().scrollTop = top;
    await frames();
    const place = placeOf(firstVisible());
    update({ timeline: timeline(all.slice(top === 200 ? 25 : 0), { people, files, reachedStart: false }) });
    expect(placeOf(place.row).offset).toBeCloseTo(place.offset, 0);
    await frames();
    expect(placeOf(place.row).offset).toBeCloseTo(place.offset, 0);
  }
});

test('what is far away has no layout of its own, and is there for the reader all the same', async () => {
  show(all);
  await frames();
  const far = document.querySelector('[data-message="5"] p');
  expect(far?.checkVisibility({ contentVisibilityAuto: true })).toBe(false);
  expect(screen.getByText(/^Message 5\./u)).toBeTruthy();
});

/** Of very different heights. */
const { people, files } = timeline([]);
const all = history(1, 3_050);

function history(from: number, to: number): Message[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const id = from + index;
    const text = `Message ${id}. ${'More words than fit a line of this list. '.repeat((id * 7) % 13)}`;
    return message(id, { text, ...(id % 3 === 0 ? { authorId: elena } : {}) });
  });
}

function show(messages: Message[]) {
  let props = listProps({ timeline: timeline(messages, { people, files, reachedStart: false }) });
  const stage = () => (
    <div style={{ width: 600, height: 500 }}>
      <MessageList {...props} />
    </div>
  );
  const { rerender } = render(stage());
  return {
    update: (next: Partial<MessageListProps>) => {
      props = { ...props, ...next };
      rerender(stage());
    },
  };
}

const log = () => screen.getByRole('log');

async function frames(): Promise<void> {
  for (let count = 0; count < 2; count++)
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  await Promise.resolve();
}

function firstVisible(): HTMLElement {
  const top = log().getBoundingClientRect().top;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  const found = rows.find((one) => one.getBoundingClientRect().bottom > top);
  if (!found) throw new Error('no row is visible');
  return found;
}

function placeOf(row: HTMLElement): { row: HTMLElement; offset: number } {
  expect(row.isConnected).toBe(true);
  return { row, offset: row.getBoundingClientRect().top - log().getBoundingClientRect().top };
}
