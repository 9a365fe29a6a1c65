/** Files through the hook a screen writes through: in order, with their text, cancelled, and after a reload. */
// @module-tag race
import { afterEach, expect, test, vi } from 'vitest';
import { openBrowserStore } from '../../../src/delivery/browserStore.ts';
import { cancelledCode, fileOf } from '../../../src/sending/fileItem.ts';
import { pageFileStore } from '../../../src/sending/fileStore.ts';
import { cancelUpload, uploadOf } from '../../../src/sending/uploads.ts';
import { newDialog, openWindow, stored } from './desk.ts';
import { anna, item, openPortal } from './portal.ts';

const portal = await openPortal();
const method = 'im.v2.File.upload';
/** More than the system takes over at once from one who sends to somebody who does not read. */
const large = new File(['A'.repeat(30_000_000)], 'large.bin');
const small = (name: string, content = name) => new File([content], name, { type: 'text/plain' });
const patience = { timeout: 15_000 };

afterEach(async () => {
  vi.restoreAllMocks();
  await portal.noFaults();
});

/** What the chat holds: the texts, each with the name of its file. */
async function held(chatId: number): Promise<string[]> {
  const { files } = await portal.state();
  const nameOf = (id: unknown) => files.find((one) => one.id === Number(id))?.name ?? '';
  return (await portal.heldIn(chatId)).map(
    ({ typed, params }) => `${typed}|${[params['FILE_ID'] ?? []].flat().map(nameOf).join()}`,
  );
}

test('the text goes with the first file; what follows keeps the order, and nothing stays in the browser', async () => {
  const dialog = await newDialog(portal);
  const window = openWindow(portal, dialog);
  await window.whenLoaded();
  window.type('Both of them');
  window.send('Both of them', { files: [small('../a.txt'), small('b.txt')] });
  window.send('And a word');
  await expect
    .poll(() => held(dialog.task.chatId), patience)
    .toEqual(['Both of them|a.txt', '|b.txt', 'And a word|']);
  expect(window.desk().draft).toBe('');
  expect((await stored(dialog)).drafts).toEqual([]);
});

test('an upload carries no quote: the reply is a message of its own before it', async () => {
  const dialog = await newDialog(portal);
  const { message } = await portal.say(dialog.task.chatId, 2, 'Which one?');
  const window = openWindow(portal, dialog);
  await window.whenLoaded();
  window.send('This one', { files: [small('a.txt')], replyTo: message.id });
  await expect.poll(() => held(dialog.task.chatId), patience).toEqual(['Which one?|', 'This one|', '|a.txt']);
});

test('cancelled on its way: not in the chat, not in the browser, and the text is back in the composer', async () => {
  const dialog = await newDialog(portal);
  const window = openWindow(portal, dialog);
  await window.whenLoaded();
  // From here on the page knows that the portal has the method.
  window.send('', { files: [small('first.txt')] });
  await expect.poll(() => held(dialog.task.chatId), patience).toEqual(['|first.txt']);
  await portal.faults({ method, fault: 'stall', ms: 1_500, connection: 'fresh', times: 1 });
  window.send('Have a look', { files: [large, small('second.txt')] });
  const item = await vi.waitUntil(
    () => window.desk().items.find(({ key }) => (uploadOf(key)?.sent ?? 0) > 0),
    patience,
  );
  const seen: string[] = [];
  const watching = setInterval(() => {
    seen.push(...window.desk().items.map(({ state }) => state));
  }, 1);
  cancelUpload(item.key);
  await window.until(({ draft }) => draft === 'Have a look');
  await expect.poll(() => held(dialog.task.chatId), patience).toEqual(['|first.txt', '|second.txt']);
  clearInterval(watching);
  expect(seen).not.toContain('refused');
  const fileId = fileOf(item)?.fileId ?? '';
  await expect.poll(() => pageFileStore().get(fileId)).toBeNull();
});

test('cancelled in another page: its text is for that page, unless it is gone', async () => {
  const dialog = await newDialog(portal);
  const target = { dialogId: dialog.lane, fileId: 'f', name: 'a.txt', size: 1, type: '' };
  const cancelled = (text: string, attemptEndedAt: number) =>
    item(text, target, {
      kind: 'file',
      state: 'refused',
      attemptEndedAt,
      problem: { kind: 'refused', code: cancelledCode, portalText: '' },
    });
  const store = openBrowserStore({ memberId: dialog.memberId, userId: anna });
  await store.change(dialog.lane, (record) => ({
    record: { ...record, items: [cancelled('Just now', Date.now()), cancelled('Long ago', 1)] },
    result: undefined,
  }));
  const window = openWindow(portal, dialog);
  await window.until(({ draft }) => draft === 'Long ago');
  await expect.poll(() => stored(dialog)).toEqual({ drafts: ['Long ago'], items: ['Just now'] });
  expect(window.desk()).toMatchObject({ draft: 'Long ago', items: [] });
});

test('after a reload a file that waited goes out once', async () => {
  const dialog = await newDialog(portal);
  const before = openWindow(portal, dialog);
  await before.whenLoaded();
  await portal.faults({ method, fault: 'status', status: 429, executed: false });
  before.send('Later', { files: [small('late.txt')] });
  await before.whenWaiting('Later');
  before.close();
  await portal.noFaults();
  openWindow(portal, dialog);
  await expect.poll(() => held(dialog.task.chatId), patience).toEqual(['Later|late.txt']);
});

test('too long as the portal counts, which was not known when it was sent: the text is back in the composer', async () => {
  const dialog = await newDialog(portal);
  const window = openWindow(portal, dialog);
  const long = 'www.x.y '.repeat(2_400);
  expect(await window.trySend(long, { files: [small('a.txt')] })).toBe(false);
  await window.until(({ draft }) => draft === long);
  expect(await held(dialog.task.chatId)).toEqual([]);
});
