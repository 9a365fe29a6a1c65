/** Each state in which the task card can be: it says what is the matter and what to do, and nothing typed is lost. */
import { expect, test } from 'vitest';
import { goOffline } from '../support/offline.ts';
import type { PortalState } from '../support/portalState.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';

const stage = setUpStage();
const allScopes = ['task', 'tasks', 'im', 'placement', 'user_brief'];

test('an empty chat invites to write', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page, 52);
  await expectToSee(app.getByRole('heading', { name: 'No messages yet' }));
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('First!');
  await field.press('Enter');
  await expectToSee(app.getByRole('log', { name: 'Messages' }).getByText('First!'));
});

test('a task without a chat gets one when the person starts it', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page, 53);
  await app.getByRole('button', { name: 'Start the chat' }).click();
  await expectToSee(app.getByRole('textbox', { name: 'Message' }));
  const { tasks } = await stage.control<PortalState>('state');
  expect(tasks.find(({ id }) => id === 53)?.chatId).toEqual(expect.any(Number));
});

test('a task of others says that it cannot be opened', async () => {
  await stage.control('reset', { switches: { signedInUserId: 8 } });
  const page = await stage.newPage();
  const app = await stage.openTask(page, 55);
  await expectToSee(app.getByRole('heading', { name: 'You have no access to this task' }));
});

test('where reading is refused, writing still works, and "accepted" is all that is claimed', async () => {
  await stage.control('reset', { switches: { signedInUserId: 8, taskReadersMayReadChat: false } });
  const page = await stage.newPage();
  const app = await stage.openTask(page, 51);
  await expectToSee(app.getByText('You cannot read this chat, but you can write to it'));
  // Writing makes a member who may read: here reading stays refused.
  await stage.control('faults', [
    {
      method: 'im.dialog.messages.get',
      fault: 'status',
      status: 403,
      executed: false,
      body: JSON.stringify({ error: 'ACCESS_ERROR', error_description: 'You do not have access' }),
    },
  ]);
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('Can you hear me?');
  await field.press('Enter');
  await expectToSee(app.getByRole('img', { name: 'Accepted by the portal' }));
  const { messages } = await stage.control<PortalState>('state');
  expect(messages.filter(({ typed }) => typed === 'Can you hear me?')).toMatchObject([{ authorId: 8 }]);
});

test.each([
  ['task', 'The app lacks a permission'],
  ['im', 'The app lacks a permission'],
])('without the scope "%s" it says which one an administrator must add', async (scope, title) => {
  await stage.control('reset', { app: { scopes: allScopes.filter((name) => name !== scope) } });
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('heading', { name: title }));
  await expectToSee(app.getByText(`“${scope}”`));
});

test('without the scope "tasks" the message stays, with the scope to add next to it', async () => {
  await stage.control('reset', { app: { scopes: allScopes.filter((name) => name !== 'tasks') } });
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('Blocked');
  await field.press('Enter');
  await expectToSee(app.getByText('“tasks”'));
  await app.getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => field.inputValue()).toBe('Blocked');
});

test('a silent portal page is named, with a way to try again', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  await stage.control('faults', [{ method: 'getInitData', fault: 'mute-parent' }]);
  const app = await stage.openTask(page);
  await expectToSee(app.getByText('Connecting to Bitrix24…'));
  await page.clock.runFor(11_000);
  await expectToSee(app.getByRole('heading', { name: 'Bitrix24 does not answer' }));
  await expectToSee(app.getByRole('button', { name: 'Reload' }));
});

test('the portal does not answer at first: the screen says so and tries again on demand', async () => {
  await stage.control('faults', [
    { method: 'batch', connection: 'fresh', fault: 'status', status: 502, times: 3 },
  ]);
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  const retry = app.getByRole('button', { name: 'Try again' });
  await expectToSee(retry);
  await retry.click();
  await expectToSee(app.getByRole('heading', { name: 'Website redesign for Northwind' }));
});

test('offline is said, what is written waits, and goes out when the line is back', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('log', { name: 'Messages' }));
  const header = app.locator('header');
  await expectToSee(header.getByText('Live', { exact: true }));
  await goOffline(page);
  await expectToSee(app.getByText('You are offline'));
  await expectToSee(app.getByText('goes out by itself as soon as the portal answers'));
  await expectToSee(header.getByText('Offline', { exact: true }));
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('Later');
  await field.press('Enter');
  await expectToSee(app.getByRole('img', { name: /^Waits for the connection/ }));
  await page.context().setOffline(false);
  await expect
    .poll(
      async () =>
        (await stage.control<PortalState>('state')).messages.filter(({ typed }) => typed === 'Later').length,
    )
    .toBe(1);
  await expect.poll(() => app.getByText('You are offline').count()).toBe(0);
  await expectToSee(header.getByText('Live', { exact: true }));
  await expect.poll(() => header.getByRole('status').innerText()).toBe('Messages are up to date again');
});

test('opened outside Bitrix24 it says where it lives', async () => {
  const page = await stage.newPage();
  const { apps } = await stage.control<{ apps: Array<{ url: string }> }>('state');
  await page.goto(apps[0]?.url ?? '');
  await expectToSee(page.getByRole('heading', { name: 'Chat Desk lives inside Bitrix24' }));
});
