/** Sending over everything a line and a portal can do: each message once, in order, and the screen tells the truth. */
// @module-tag race
import type { FrameLocator } from 'playwright';
import { expect, test } from 'vitest';
import { chosen, isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { goOffline } from '../support/offline.ts';
import type { PortalState, RestRequest } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import {
  countInPortal,
  countSends,
  expectSentOnce,
  expectSilence,
  letPass,
  rowsOf,
  runUntil,
  sendMethod,
  sentSign,
  watchTrouble,
  write,
} from './writing.ts';

const stage = setUpStage();

async function open(options: { withClock?: boolean; taskId?: number } = {}) {
  const page = await stage.newPage();
  if (options.withClock) await page.clock.install();
  const app = await stage.openTask(page, options.taskId);
  await expectToSee(app.getByRole('log', { name: 'Messages' }));
  return { page, app };
}

const under = (rule: Record<string, unknown>) =>
  stage.control('faults', [{ method: sendMethod, connection: 'fresh', ...rule }]);

test('the token expires between two messages, and during a third: all arrive once, without a word of it', async () => {
  const { app, page } = await open();
  await write(app, 'Before it expires');
  await expectSentOnce(stage, app, 'Before it expires');
  const troubles = await watchTrouble(page);
  await stage.control('expire-tokens', {});
  await write(app, 'After it has expired');
  await expectSentOnce(stage, app, 'After it has expired');
  const statuses = async () => (await sends()).map(({ status }) => status);
  const before = await statuses();
  await page.route(
    `**/${sendMethod}*`,
    async (route) => {
      await stage.control('expire-tokens', {});
      await route.continue();
    },
    { times: 1 },
  );
  await write(app, 'While it expires');
  await expectSentOnce(stage, app, 'While it expires');
  expect((await statuses()).slice(before.length)).toEqual([401, 200]);
  expect((await sends()).filter(({ executed }) => executed)).toHaveLength(3);
  expect(await troubles()).toEqual([]);
});

async function sends(): Promise<RestRequest[]> {
  return (await stage.control<RestRequest[]>('requests')).filter(({ method }) => method === sendMethod);
}

const limits: Array<[name: string, rule: Record<string, unknown>]> = [
  ['429', { fault: 'status', status: 429 }],
  [
    'QUERY_LIMIT_EXCEEDED',
    { fault: 'status', status: 503, body: JSON.stringify({ error: 'QUERY_LIMIT_EXCEEDED' }) },
  ],
];

test.each(chosen(limits, ([name]) => name === '429'))(
  '%s: it says that it waits, goes on by itself, and what comes after keeps its place',
  async (_name, rule) => {
    const { app, page } = await open({ withClock: true });
    await under({ ...rule, executed: false, times: 2 });
    await write(app, 'First in the queue');
    await write(app, 'Second in the queue');
    const waits = rowsOf(app, 'First in the queue').getByText('will be sent by itself within a minute');
    await expectToSee(waits);
    expect(await countInPortal(stage, 'First in the queue')).toBe(0);
    await runUntil(page, () => sentSign(app, 'Second in the queue').isVisible());
    for (const text of ['First in the queue', 'Second in the queue']) await expectSentOnce(stage, app, text);
    const { messages } = await stage.control<PortalState>('state');
    expect(messages.slice(-2).map(({ typed }) => typed)).toEqual([
      'First in the queue',
      'Second in the queue',
    ]);
    expect(await countSends(stage)).toBe(4);
  },
);

test('the portal cannot be reached: it is said, what is written waits, and all of it goes on by itself', async () => {
  const { app, page } = await open({ withClock: true });
  await under({ fault: 'drop-before', times: 1 });
  await write(app, 'Into the silence');
  await expectToSee(app.getByText('Looking in the chat whether it arrived'));
  await stage.control('faults', [{ method: '*', fault: 'drop-before', connection: 'fresh' }]);
  await runUntil(page, () => app.getByText('The portal cannot be reached').isVisible());
  await expectToSee(app.getByText('goes out by itself as soon as the portal answers'));
  await write(app, 'Waits behind it');
  const [first, second] = [rowsOf(app, 'Into the silence'), rowsOf(app, 'Waits behind it')];
  await expectToSee(first.getByText('Once it can be reached, the chat is searched for this message'));
  await expectToSee(second.getByRole('img', { name: /^Waits for the connection/ }));
  await expectSilence(stage, page);
  await stage.control('faults', []);
  await runUntil(page, () => first.getByRole('button', { name: 'Send again' }).isVisible());
  await runUntil(page, () => sentSign(app, 'Waits behind it').isVisible());
  expect(await app.getByText('The portal cannot be reached').count()).toBe(0);
  await first.getByRole('button', { name: 'Send again' }).click();
  await runUntil(page, () => sentSign(app, 'Into the silence').isVisible());
  for (const text of ['Into the silence', 'Waits behind it']) await expectSentOnce(stage, app, text);
});

/** One attempt that the browser makes twice, because the line it reuses dies under the first (BF 1A). */
async function sendTwiceByTheBrowser(app: FrameLocator, text: string, ...more: unknown[]) {
  await write(app, 'This makes a line to be reused');
  await expectSentOnce(stage, app, 'This makes a line to be reused');
  const dying = { method: sendMethod, fault: 'drop-after', connection: 'reused', times: 1 };
  await stage.control('faults', [dying, ...more]);
  await write(app, text);
  await expect.poll(() => countSends(stage)).toBe(3);
}

test('an extra copy that the browser made goes, from the portal and from the screen', async () => {
  const { app, page } = await open({ withClock: true });
  const text = 'Sent twice by the browser';
  await sendTwiceByTheBrowser(app, text);
  await expectToSee(sentSign(app, text));
  await runUntil(page, async () => {
    const { messages } = await stage.control<PortalState>('state');
    return messages.filter((message) => message.text === text).length === 1;
  });
  await runUntil(page, async () => (await rowsOf(app, text).count()) === 1);
  await page.clock.runFor(10_000);
  expect(await rowsOf(app, text).count()).toBe(1);
  expect(await app.getByText('could not be removed').count()).toBe(0);
});

test.runIf(isAll)('a copy that cannot be removed is told, calmly, beside the message', async () => {
  const { app, page } = await open({ withClock: true });
  const text = 'Twice, and it stays so';
  const body = JSON.stringify({ error: 'CANT_EDIT_MESSAGE', error_description: 'Time has expired' });
  const refusing = { method: 'im.message.delete', fault: 'status', status: 400, executed: false, body };
  await sendTwiceByTheBrowser(app, text, refusing);
  const note = rowsOf(app, text).getByText('an extra copy could not be removed');
  await runUntil(page, () => note.isVisible());
  expect(await rowsOf(app, text).count()).toBe(2);
});

test('no request leaves after a verdict was shown: refused', async () => {
  const { app, page } = await open({ withClock: true });
  const body = JSON.stringify({
    error: { code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION', message: 'No' },
  });
  await under({ fault: 'status', status: 403, executed: false, body });
  await write(app, 'Not allowed');
  await runUntil(page, () => rowsOf(app, 'Not allowed').getByRole('button', { name: 'Edit' }).isVisible());
  await expectSilence(stage, page);
});

test('given up, and committed by the portal long after: it becomes sent by itself, and nothing is sent again', async () => {
  const { app, page } = await open({ withClock: true });
  await under({ fault: 'drop-before', times: 1 });
  await write(app, 'Slow portal');
  await expectToSee(app.getByText('Looking in the chat whether it arrived'));
  await letPass(page, 70);
  await runUntil(page, () => app.getByRole('button', { name: 'Check again' }).isVisible());
  const row = await rowsOf(app, 'Slow portal').elementHandle();
  await expectSilence(stage, page);
  // What the portal commits late, without waiting for it in the time of people.
  await stage.control('colleague-message', { chatId: 58, userId: 1, text: 'Slow portal', uuid: null });
  await runUntil(page, () => sentSign(app, 'Slow portal').isVisible());
  await expectSentOnce(stage, app, 'Slow portal');
  expect(await row?.isVisible()).toBe(true);
  expect(await countSends(stage)).toBe(1);
});

test.runIf(isAll)('several that were not sent: one key sends all of them again, in order', async () => {
  const { app } = await open();
  const body = JSON.stringify({
    error: { code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION', message: 'No' },
  });
  await under({ fault: 'status', status: 403, executed: false, body });
  for (const text of ['One of several', 'Two of several']) await write(app, text);
  await expectToSee(app.getByText('2 messages not sent'));
  await stage.control('faults', []);
  await app.getByRole('button', { name: 'Retry all' }).press('Enter');
  for (const text of ['One of several', 'Two of several']) await expectSentOnce(stage, app, text);
  const { messages } = await stage.control<PortalState>('state');
  expect(messages.slice(-2).map(({ typed }) => typed)).toEqual(['One of several', 'Two of several']);
  expect(await app.getByText('messages not sent').count()).toBe(0);
  const field = app.getByRole('textbox', { name: 'Message' });
  expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);
});

test('what was refused in one chat can be sent again or deleted from another', async () => {
  const { app, page } = await open();
  const body = JSON.stringify({
    error: { code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION', message: 'No' },
  });
  await under({ fault: 'status', status: 403, executed: false, body });
  for (const text of ['Left behind in task 51', 'Not wanted any more']) await write(app, text);
  await expectToSee(rowsOf(app, 'Not wanted any more').getByRole('button', { name: 'Edit' }));
  const other = await stage.openTask(page, 52);
  await expectToSee(other.getByText('2 messages in other chats were not sent'));
  await other.getByRole('button', { name: 'Show' }).press('Enter');
  const list = other.getByRole('dialog', { name: 'In other chats' });
  const rows = list.getByRole('listitem');
  const place = rows.first().getByRole('link', { name: 'Task 51' });
  expect(await place.getAttribute('href')).toBe(
    `${stage.portalOrigin}/company/personal/user/1/tasks/task/view/51/`,
  );
  await stage.control('faults', []);
  const again = rows.filter({ hasText: 'Left behind in task 51' });
  await again.getByRole('button', { name: 'Send again' }).press('Enter');
  await expectToSee(again.getByText('Sent', { exact: true }));
  const unwanted = rows.filter({ hasText: 'Not wanted any more' });
  await unwanted.getByRole('button', { name: 'Delete' }).press('Enter');
  await unwanted.getByRole('button', { name: 'Delete' }).press('Enter');
  await expect.poll(() => rows.count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => list.count()).toBe(0);
  expect(await other.getByText(/in other chats|in another chat/).count()).toBe(0);
  const field = other.getByRole('textbox', { name: 'Message' });
  await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await countInPortal(stage, 'Left behind in task 51')).toBe(1);
  expect(await countInPortal(stage, 'Not wanted any more')).toBe(0);
});

test('closing asks while something waits to be sent, and not otherwise', async () => {
  const { app, page } = await open();
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += dialog.type() === 'beforeunload' ? 1 : 0;
    void dialog.dismiss();
  });
  await goOffline(page);
  await write(app, 'Waits for the line');
  await expectToSee(
    rowsOf(app, 'Waits for the line').getByRole('img', { name: /^Waits for the connection/ }),
  );
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(1);
  await page.context().setOffline(false);
  await expectSentOnce(stage, app, 'Waits for the line');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
  expect(asked).toBe(1);
});
