// The same text twice, and the first is accepted and not to be seen: what stands behind it says why it waits, then goes.
// @module-tag race
import { expect, test } from 'vitest';
import { newDialog, openWindow } from './desk.ts';
import { anna, openPortal } from './portal.ts';

const portal = await openPortal();

test('accepted and not seen: the same behind it is held, others keep the order, and all go once it is there', async () => {
  const dialog = await newDialog(portal);
  const { desk, send, until } = openWindow(portal, dialog);
  await portal.faults({
    method: 'tasks.task.chat.message.send',
    fault: 'malformed',
    executed: false,
    body: '{"result":{"result":true}}',
    times: 1,
  });
  for (const text of ['ok', 'ok', 'fine']) send(text);
  const reasons = () => desk().items.map(({ key }) => desk().held.get(key)?.why);
  await until(({ items }) => items[0]?.state === 'confirming');
  expect(desk().items.map(({ state }) => state)).toEqual(['confirming', 'queued', 'queued']);
  expect(reasons()).toEqual([undefined, 'unseen', 'order']);
  expect(desk().unsent.map(({ held }) => held?.why)).toEqual(reasons());

  // What took so long.
  await portal.say(dialog.task.chatId, anna, 'ok');
  await until(({ items }) => items.length === 3 && items.every(({ state }) => state === 'sent'));
  expect(desk().held.size).toBe(0);
  const texts = (await portal.heldIn(dialog.task.chatId)).map(({ text }) => text);
  expect(texts).toEqual(['ok', 'ok', 'fine']);
});
