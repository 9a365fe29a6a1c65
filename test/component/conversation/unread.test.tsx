// What is unread: where the list opens, what it counts, and what the portal is told of it.
import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { dialogOfChat, getMessages, markRead } from '../../../src/portal/methods/dialogs.ts';
import { anna, liam, openPortal } from '../sending/portal.ts';
import { showDialog } from './dialog.tsx';

const marta = 2;
const portal = await openPortal();
const { rest } = portal.portalOf(anna);

afterEach(async () => {
  cleanup();
  await portal.noFaults();
});

test('more than fits: it opens where they begin, and the button leads to the end', async () => {
  const { chatId } = await chat({ read: 30, unread: 20 });
  showDialog({ rest, chatId });
  const separator = await screen.findByRole('separator', { name: 'New messages' });
  const offset = () => separator.getBoundingClientRect().top - log().getBoundingClientRect().top;
  expect(offset()).toBeGreaterThanOrEqual(0);
  expect(offset()).toBeLessThan(60);
  expect(distanceToEnd()).toBeGreaterThan(100);

  await userEvent.click(screen.getByRole('button', { name: 'New messages 20' }));
  await expect.poll(distanceToEnd).toBeLessThanOrEqual(1);
  await expect.poll(() => screen.queryByRole('button', { name: /New messages/ })).toBeNull();
  expect(screen.getByRole('separator', { name: 'New messages' })).toBe(separator);
});

test('few: it opens at the end with the separator in view, and nothing to lead to', async () => {
  const { chatId } = await chat({ read: 30, unread: 2 });
  showDialog({ rest, chatId });
  expect(await screen.findByRole('separator', { name: 'New messages' })).toBeTruthy();
  expect(distanceToEnd()).toBeLessThanOrEqual(1);
  expect(screen.queryByRole('button', { name: /New messages/ })).toBeNull();
});

test('more than a page: the separator goes up with the older ones that are unread too', async () => {
  const { chatId, ids } = await chat({ read: 30, unread: 70 });
  showDialog({ rest, chatId });
  await screen.findByRole('separator', { name: 'New messages' });
  log().scrollTop = 0;
  const next = () =>
    screen.getByRole('separator', { name: 'New messages' }).closest('[data-unread]')?.nextElementSibling;
  await expect.poll(() => next()?.getAttribute('data-message')).toBe(String(ids[30]));
});

test('read at the end: the portal is told once, up to the newest; nothing is asked when nothing is unread', async () => {
  const { chatId, ids } = await chat({ read: 5, unread: 3 });
  const before = await calls();
  showDialog({ rest, chatId });
  await expect.poll(() => isUnread(chatId), { timeout: 8_000 }).toBe(false);
  expect(await calls()).toBe(before + 1);

  // What comes next is told too, and what is one's own is not.
  await portal.say(chatId, marta, 'One more');
  await expect.poll(() => isUnread(chatId), { timeout: 12_000 }).toBe(false);
  await portal.write({ chatId, authorId: anna, typed: 'Own' });
  await screen.findByText('Own', {}, { timeout: 8_000 });
  await pause(1_800);
  expect(await calls()).toBe(before + 2);
  expect(ids.length).toBe(8);
}, 40_000);

test('not told: while the unread are not on the screen, and for who is no member', async () => {
  const [above, stranger] = [await chat({ read: 30, unread: 20 }), await chat({ read: 5, unread: 3 })];
  const before = await calls();
  showDialog({ rest, chatId: above.chatId });
  showDialog({ rest, chatId: stranger.chatId, isMember: false });
  await expect.poll(() => screen.queryAllByRole('separator', { name: 'New messages' }).length).toBe(2);
  await pause(2_500);
  expect(await calls()).toBe(before);
});

test('a portal that says no is not asked again, and nobody is bothered', async () => {
  const { chatId } = await chat({ read: 5, unread: 3 });
  const before = await calls();
  const body = JSON.stringify({ error: 'ACCESS_ERROR', error_description: 'No' });
  await portal.faults({ method: 'im.dialog.read', fault: 'status', status: 403, executed: false, body });
  showDialog({ rest, chatId });
  await expect.poll(calls, { timeout: 8_000 }).toBe(before + 1);
  await pause(4_500);
  expect(await calls()).toBe(before + 1);
  expect(screen.queryByRole('alert')).toBeNull();
}, 30_000);

test('what fails in passing is told once more, when the portal answers again', async () => {
  const { chatId } = await chat({ read: 5, unread: 3 });
  const before = await calls();
  await portal.faults({
    method: 'im.dialog.read',
    fault: 'status',
    status: 502,
    executed: false,
    times: 1,
  });
  showDialog({ rest, chatId });
  await expect.poll(() => isUnread(chatId), { timeout: 15_000 }).toBe(false);
  expect(await calls()).toBe(before + 2);
}, 30_000);

test('what fails again is left at that', async () => {
  const { chatId } = await chat({ read: 5, unread: 3 });
  const before = await calls();
  await portal.faults({ method: 'im.dialog.read', fault: 'status', status: 502, executed: false });
  showDialog({ rest, chatId });
  await expect.poll(calls, { timeout: 15_000 }).toBe(before + 2);
  await pause(8_000);
  expect(await calls()).toBe(before + 2);
}, 40_000);

test('PB 4.4: markRead says false where it is not possible', async () => {
  const { chatId, ids } = await chat({ read: 2, unread: 0 });
  expect(await markRead(rest, dialogOfChat(chatId), ids[1] ?? 0)).toBe(true);
  expect(await markRead(rest, dialogOfChat(chatId), 999_999_999)).toBe(false);
  expect(await markRead(portal.portalOf(liam).rest, dialogOfChat(chatId), ids[1] ?? 0)).toBe(false);
});

async function chat({ read, unread }: { read: number; unread: number }) {
  const { chatId } = await portal.newTask();
  const message = (index: number) => ({ chatId, authorId: marta, typed: `Word ${index + 1}.` });
  const ids = (await portal.write(...Array.from({ length: read }, (_, index) => message(index)))).map(
    ({ id }) => id,
  );
  await markRead(rest, dialogOfChat(chatId), ids.at(-1) ?? 0);
  const more = Array.from({ length: unread }, (_, index) => message(read + index));
  if (unread > 0) ids.push(...(await portal.write(...more)).map(({ id }) => id));
  return { chatId, ids };
}

async function isUnread(chatId: number): Promise<boolean> {
  const { messages } = await getMessages(rest, dialogOfChat(chatId));
  return messages.some((one) => one.isUnread);
}

const calls = async () => (await portal.requestsTo('im.dialog.read')).length;
const log = () => screen.getByRole('log');
const distanceToEnd = () => log().scrollHeight - log().scrollTop - log().clientHeight;
const pause = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
