/** Who has no part in the task is told what writing does, joins by one click, and may write even where reading is refused. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import { expectOneResult, openChat, rowOf } from './resulting.ts';
import { expectSentOnce, write } from './writing.ts';

const stage = setUpStage();
/** Anna reads it as an admin, and has no part in it. */
const foreignTask = 54;
const notice = 'Writing makes you an observer of this task';

async function observers() {
  const { tasks } = await stage.control<PortalState>('state');
  return tasks.find(({ id }) => id === foreignTask)?.auditorIds;
}

test('a reader is told before the first message what writing does; the message makes an observer of them', async () => {
  const app = await openChat(stage, await stage.newPage(), foreignTask);
  await expectToSee(app.getByText(notice));
  await write(app, 'Shall I help?');
  await expectSentOnce(stage, app, 'Shall I help?');
  expect(await observers()).toContain(1);
  await expect.poll(() => app.getByText(notice).count()).toBe(0);
});

test('a failed joining is told where it was asked for; done again, the notice goes', async () => {
  const app = await openChat(stage, await stage.newPage(), foreignTask);
  const body = JSON.stringify({ error: '1048584', error_description: 'a:0:{}' });
  const method = 'tasks.task.startwatch';
  await stage.control('faults', [{ method, fault: 'status', status: 400, executed: false, body, times: 1 }]);
  const join = app.getByRole('button', { name: 'Become an observer' });
  await join.click();
  await expectToSee(app.getByText('That did not work'));
  expect(await observers()).not.toContain(1);
  await join.click();
  await expect.poll(() => app.getByText(notice).count()).toBe(0);
  expect(await observers()).toContain(1);
  const field = app.getByRole('textbox', { name: 'Message' });
  await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
});

test('where reading is refused it says so; joining opens the messages and the results', async () => {
  await stage.control('reset', { switches: { taskReadersMayReadChat: false } });
  const app = await stage.openTask(await stage.newPage(), foreignTask);
  await expectToSee(app.getByText('You cannot read this chat, but you can write to it'));
  await expectToSee(app.getByText(notice));
  expect(await app.getByRole('button', { name: 'Send as result' }).count()).toBe(0);
  await app.getByRole('button', { name: 'Become an observer' }).click();
  await expectToSee(rowOf(app, 'Most of them ask for the same invoice'));
  expect(await app.getByText('You cannot read this chat').count()).toBe(0);
  expect(await app.getByText(notice).count()).toBe(0);
  await app.getByRole('textbox', { name: 'Message' }).fill('All of October is answered');
  await app.getByRole('button', { name: 'Send as result' }).click();
  await expectOneResult(stage, 'All of October is answered');
});

test('where reading is refused writing opens the messages as well', async () => {
  await stage.control('reset', { switches: { taskReadersMayReadChat: false } });
  const app = await stage.openTask(await stage.newPage(), foreignTask);
  await expectToSee(app.getByText('You cannot read this chat'));
  await write(app, 'Written blindly');
  await expectToSee(rowOf(app, 'Most of them ask for the same invoice'));
  await expectSentOnce(stage, app, 'Written blindly');
  expect(await app.getByText(notice).count()).toBe(0);
});
