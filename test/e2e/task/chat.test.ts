/** The promise of the task card: what is written there stands in the portal, once, and what others write appears. */
import type { FrameLocator } from 'playwright';
import { expect, test } from 'vitest';
import type { PortalState, RestRequest } from '../support/portalState.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';

const stage = setUpStage();

async function written(text: string) {
  const { messages } = await stage.control<PortalState>('state');
  return messages.filter((message) => message.typed === text);
}

function sentSigns(app: FrameLocator) {
  return app.getByRole('article').getByRole('img', { name: 'Sent', exact: true }).count();
}

test('a message written with Ctrl+Enter stands in the portal once, by the signed-in person, through REST 3.0', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('Hello from Chat Desk');
  await field.press('Control+Enter');

  const log = app.getByRole('log', { name: 'Messages' });
  const row = log.getByText('Hello from Chat Desk');
  await expectToSee(row);
  await expectToSee(log.getByRole('article').last().getByRole('img', { name: 'Sent', exact: true }));
  expect(await field.inputValue()).toBe('');
  expect(await written('Hello from Chat Desk')).toMatchObject([{ chatId: 58, authorId: 1, uuid: null }]);
  const sends = (await stage.control<RestRequest[]>('requests')).filter(({ method }) =>
    method.endsWith('message.send'),
  );
  expect(sends).toMatchObject([
    { version: 'v3', method: 'tasks.task.chat.message.send', userId: 1, executed: true },
  ]);
  expect(await row.count()).toBe(1);
});

test('the task is named, its messages carry author, time and day, and a system message stands apart', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('heading', { name: 'Website redesign for Northwind' }));
  const log = app.getByRole('log', { name: 'Messages' });
  await expectToSee(log.getByText('Marta Olsen').first());
  expect(await log.locator('time').count()).toBeGreaterThan(5);
  await expectToSee(log.getByText('Today', { exact: true }));
  await expectToSee(log.getByText('Yesterday', { exact: true }));
  await expectToSee(log.getByText('Anna Keller invited'));
});

test('the button sends as well, and two equal messages are two messages', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article').first());
  const before = await sentSigns(app);
  const field = app.getByRole('textbox', { name: 'Message' });
  for (let count = 0; count < 2; count += 1) {
    await field.fill('ok');
    await app.getByRole('button', { name: 'Send', exact: true }).click();
  }
  await expect.poll(async () => (await written('ok')).length).toBe(2);
  await expect.poll(() => app.getByRole('log').getByText('ok', { exact: true }).count()).toBe(2);
  await expect.poll(async () => (await sentSigns(app)) - before).toBe(2);
});

test("a colleague's message appears without a reload", async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('log', { name: 'Messages' }));
  await stage.control('colleague-message', { chatId: 58, userId: 2, text: 'Look at the second draft' });
  const row = app
    .getByRole('article', { name: /^Marta Olsen/ })
    .filter({ hasText: 'Look at the second draft' });
  await expect.poll(() => row.count()).toBe(1);
});

test('a draft outlives closing the slider, and is gone once it was sent', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await app.getByRole('textbox', { name: 'Message' }).fill('half a thought');
  await page.getByRole('button', { name: 'Close' }).click();

  const again = await stage.openTask(page);
  const field = again.getByRole('textbox', { name: 'Message' });
  await expect.poll(() => field.inputValue()).toBe('half a thought');
  await field.press('Enter');
  await expect.poll(async () => (await written('half a thought')).length).toBe(1);

  const third = await stage.openTask(page);
  await expectToSee(third.getByRole('log').getByText('half a thought'));
  expect(await third.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('');
});

test('the first paint costs one POST and no preflight', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('log', { name: 'Messages' }).locator('time').first());
  const requests = await stage.control<RestRequest[]>('requests');
  expect(requests.slice(0, 1)).toMatchObject([
    {
      version: 'v2',
      method: 'batch',
      batch: ['profile', 'tasks.task.get', 'im.dialog.messages.get'],
      status: 200,
    },
  ]);
  // REST 3.0 insists on JSON, and so on a preflight; what it is asked for comes after the first paint.
  expect(requests.filter(({ method, version }) => method === 'OPTIONS' && version === 'v2')).toEqual([]);
});

test('older messages come as the reader asks for them, and the reader stays where they were', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page, 57);
  const log = app.getByRole('log', { name: 'Messages' });
  const rows = log.getByRole('article');
  await expect.poll(() => rows.count()).toBe(50);
  const first = (await rows.first().textContent()) ?? '';
  await app.getByRole('button', { name: 'Show earlier messages' }).press('Enter');
  await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(100);
  expect(await rows.filter({ hasText: first }).first().isVisible()).toBe(true);
});
