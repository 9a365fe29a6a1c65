/** Two dialogs of one page: what holds up the one holds up nothing in the other. */
// @module-tag race
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MessageList } from '../../../src/conversation/MessageList.tsx';
import { listProps } from '../conversation/sample.ts';
import { newDialog, openWindow } from './desk.ts';
import { openPortal } from './portal.ts';

const portal = await openPortal();
const method = 'tasks.task.chat.message.send';

afterEach(async () => {
  cleanup();
  await portal.noFaults();
});

test.each([
  ['429', { status: 429 }],
  ['503', { status: 503, body: JSON.stringify({ error: 'QUERY_LIMIT_EXCEEDED' }) }],
])('%s: the one says that it waits, the other sends on', async (_name, answer) => {
  const [busy, free] = [await newDialog(portal), await newDialog(portal)];
  const left = openWindow(portal, busy);
  const right = openWindow(portal, { ...free, memberId: busy.memberId });
  await Promise.all([left.whenLoaded(), right.whenLoaded()]);
  const { message } = await portal.say(free.task.chatId, 2, 'And you?');
  await portal.faults({ method, fault: 'status', ...answer, executed: false });

  left.send('Held up');
  await left.whenWaiting('Held up');
  for (const text of ['Sent on', 'And on']) right.send(text, { replyTo: message.id });
  await right.until(({ items }) => items.filter(({ state }) => state === 'sent').length === 2);

  // Without an end to the limit it waits, however long the other took.
  render(
    <>
      {[left, right].map(({ desk }, at) => (
        <MessageList key={at === 0 ? 'left' : 'right'} {...listProps(desk())} />
      ))}
    </>,
  );
  const [waiting, ...sent] = screen.getAllByRole('article').map((row) => within(row));
  expect(waiting?.getByText('Held up')).toBeTruthy();
  expect(waiting?.getByRole('status').textContent).toBe(
    'The portal is busy. This will be sent by itself within a minute.',
  );
  expect(sent.map((row) => row.getByRole('status').textContent)).toEqual(['', '']);
  for (const row of sent) expect(row.getByRole('img', { name: 'Sent' })).toBeTruthy();
  expect(await portal.heldIn(busy.task.chatId)).toEqual([]);
  expect((await portal.heldIn(free.task.chatId)).map(({ typed }) => typed)).toEqual([
    'And you?',
    'Sent on',
    'And on',
  ]);
});
