/** What an earlier window left behind, and what two windows do to each other: nothing is lost, nothing sent twice. */
// @module-tag race
import type { FrameLocator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { goOffline } from '../support/offline.ts';
import type { PortalState, RestRequest } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';

const stage = setUpStage();
const method = 'tasks.task.chat.message.send';

async function countInPortal(text: string) {
  const { messages } = await stage.control<PortalState>('state');
  return messages.filter((message) => message.typed === text).length;
}

async function write(app: FrameLocator, text: string) {
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
}

/** Closed, the slider stays for a moment; left with something unsent in that moment, the page would ask. */
async function closeSlider(page: Page) {
  await page.getByRole('button', { name: 'Close' }).click();
  await page.locator('iframe').waitFor({ state: 'detached' });
}

async function reopen(page: Page) {
  await page.reload();
  return stage.openTask(page);
}

const sent = (app: FrameLocator, text: string) =>
  app.getByRole('article').filter({ hasText: text }).getByRole('img', { name: 'Sent', exact: true });

test('a message sent before a busy night is found however far back it stands', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await stage.control('faults', [{ method, fault: 'delay', ms: 8_000, connection: 'fresh' }]);
  await write(app, 'Good night');
  await expect.poll(() => countInPortal('Good night')).toBe(1);
  await closeSlider(page);
  for (let count = 1; count <= 60; count += 1) {
    await stage.control('colleague-message', { chatId: 58, userId: 2, text: `Night shift ${count}` });
  }
  const again = await reopen(page);
  await expectToSee(again.getByRole('article').filter({ hasText: 'Night shift 60' }));
  await expect.poll(() => again.getByText('closed before the portal answered').count()).toBe(0);
  expect(await again.getByRole('button', { name: 'Send again' }).count()).toBe(0);
  expect(await countInPortal('Good night')).toBe(1);
});

test('one that arrived after the window was closed is not called unclear beside itself', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const app = await stage.openTask(page);
  await stage.control('faults', [{ method, fault: 'drop-before', connection: 'fresh', times: 1 }]);
  await write(app, 'Late, but there');
  await expectToSee(app.getByText('Looking in the chat'));
  for (let step = 0; step < 12; step += 1) await page.clock.runFor(10_000);
  await expectToSee(app.getByRole('button', { name: 'Send again' }));
  await stage.control('colleague-message', { chatId: 58, userId: 1, text: 'Late, but there', uuid: null });
  const again = await reopen(page);
  await expectToSee(sent(again, 'Late, but there'));
  expect(await again.getByRole('article').filter({ hasText: 'Late, but there' }).count()).toBe(1);
  expect(await again.getByRole('button', { name: 'Send again' }).count()).toBe(0);
});

test('one that was only waiting is sent by the next window, once and without a question', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article'));
  await goOffline(page);
  await write(app, 'Written in the train');
  await expectToSee(app.getByRole('img', { name: /^Waits for the connection/ }));
  await closeSlider(page);
  await page.context().setOffline(false);
  const again = await reopen(page);
  await expectToSee(sent(again, 'Written in the train'));
  expect(await countInPortal('Written in the train')).toBe(1);
});

test('sent before that part of the page has come, and closed: the next window has its words', async () => {
  const page = await stage.newPage();
  await page.route(/\/openDelivery-[^/]*\.js$/, () => {});
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article'));
  await write(app, 'Gone in a moment');
  await page.unrouteAll();
  await page.goto('about:blank');
  await page.goBack();
  const next = await stage.openTask(page);
  await expect
    .poll(() => next.getByRole('textbox', { name: 'Message' }).inputValue())
    .toBe('Gone in a moment');
  expect(await countInPortal('Gone in a moment')).toBe(0);
});

test('one that waited for longer than a quarter of an hour says that it was not sent, and asks', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article'));
  await goOffline(page);
  await write(app, 'Written before the meeting');
  await expectToSee(app.getByRole('img', { name: /^Waits for the connection/ }));
  await closeSlider(page);
  await page.clock.fastForward(16 * 60_000);
  await page.context().setOffline(false);
  const again = await reopen(page);
  const row = again.getByRole('article').filter({ hasText: 'Written before the meeting' });
  await expectToSee(row.getByText('The page was closed before it was this message’s turn'));
  expect(await countInPortal('Written before the meeting')).toBe(0);
  await row.getByRole('button', { name: 'Delete' }).waitFor();
  await row.getByRole('button', { name: 'Edit' }).click();
  const field = again.getByRole('textbox', { name: 'Message' });
  // The text comes once the store has given the message up.
  await expect.poll(() => field.inputValue()).toBe('Written before the meeting');
  expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);
});

test('a message seen in the chat lets the next one go, though its own answer is still awaited', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article'));
  await stage.control('faults', [{ method, fault: 'delay', ms: 9_000, connection: 'fresh', times: 1 }]);
  await write(app, 'Slow to be answered');
  await write(app, 'Right behind it');
  await expectToSee(sent(app, 'Right behind it'));
  const { length } = (await stage.control<RestRequest[]>('requests')).filter(
    (request) => request.method === method,
  );
  expect(length).toBe(2);
});

test('opened without a line, it opens by itself when the line is back', async () => {
  const page = await stage.newPage();
  await stage.control('faults', [{ method: 'batch', fault: 'drop-before', connection: 'fresh' }]);
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('heading', { name: 'The portal cannot be reached' }));
  await page.context().setOffline(true);
  await stage.control('faults', []);
  await page.context().setOffline(false);
  await expectToSee(app.getByRole('heading', { name: 'Website redesign for Northwind' }));
});

test('a firewall page while looking for a message is no verdict on who may read', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article'));
  await stage.control('faults', [
    { method, fault: 'drop-before', connection: 'fresh', times: 1 },
    {
      method: 'im.dialog.messages.get',
      fault: 'status',
      status: 403,
      body: '<html>Blocked</html>',
      executed: false,
      times: 2,
    },
  ]);
  await write(app, 'Behind a firewall');
  await expectToSee(app.getByText('Looking in the chat'));
  await expect
    .poll(
      async () =>
        (await stage.control<RestRequest[]>('requests')).filter(({ status }) => status === 403).length,
    )
    .toBe(2);
  await expect.poll(async () => (await stage.control<RestRequest[]>('requests')).at(-1)?.status).toBe(200);
  expect(await app.getByRole('img', { name: 'Accepted by the portal' }).count()).toBe(0);
  await expectToSee(app.getByRole('article').filter({ hasText: 'Behind a firewall' }));
});

test("two windows on one task keep out of each other's drafts and messages", async () => {
  const page = await stage.newPage();
  const other = await page.context().newPage();
  const [left, right] = [await stage.openTask(page), await stage.openTask(other)];
  await expectToSee(right.getByRole('article'));
  await left.getByRole('textbox', { name: 'Message' }).fill('a long thought');
  await write(right, 'ok');
  await expectToSee(sent(right, 'ok').last());
  const again = await reopen(page);
  await expect
    .poll(() => again.getByRole('textbox', { name: 'Message' }).inputValue())
    .toBe('a long thought');
  expect(await countInPortal('ok')).toBe(1);
});

test('a card that cannot be read again says why', async () => {
  await stage.control('reset', { switches: { signedInUserId: 8 } });
  const page = await stage.newPage();
  const app = await stage.openTask(page, 55);
  await expectToSee(app.getByRole('heading', { name: 'You have no access to this task' }));
  await stage.control('faults', [{ method: 'batch', fault: 'status', status: 502, connection: 'fresh' }]);
  await app.getByRole('button', { name: 'Try again' }).click();
  await expectToSee(app.getByText('The portal gave no clear answer'));
});
