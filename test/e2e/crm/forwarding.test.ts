/** "To task": what a client wrote gets into a task once, with its quote, link, file and result; each step tells how it went. */
import type { FrameLocator } from 'playwright';
import { beforeEach, expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { openCard, resetWithCards } from './card.ts';

const stage = setUpStage();
const taskChat = 69;
const lastWords = 'Can the shop look like this shelf?';

beforeEach(() => resetWithCards(stage));

interface TaskState {
  messages: Array<{
    id: number;
    chatId: number;
    authorId: number;
    text: string;
    params: { FILE_ID?: number[] };
  }>;
  results: Array<{ taskId: number; messageId: number | null }>;
  tasks: Array<{
    id: number;
    title: string;
    chatId: number | null;
    crmItemIds: string[];
    responsibleId: number;
  }>;
  files: Array<{ id: number; name: string }>;
}

const stateOf = () => stage.control<TaskState>('state');

/** What Anna has written in the chat of a task. */
async function writtenIn(chatId: number | null | undefined): Promise<TaskState['messages']> {
  const { messages } = await stateOf();
  return messages.filter((message) => message.chatId === chatId && message.authorId === 1);
}

const dialogOf = (app: FrameLocator) => app.getByRole('dialog', { name: 'To task' });
const stepOf = (app: FrameLocator, title: string) =>
  app.getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: title });

async function open() {
  const page = await stage.newPage();
  const app = await openCard(stage, page, 'deal', 10);
  await expectToSee(app.getByRole('log').getByText(lastWords));
  return { page, app };
}

async function forward(app: FrameLocator): Promise<void> {
  await dialogOf(app).getByRole('button', { name: 'Forward' }).click();
}

test('from the header: the newest words of the client, as a result of the task tied to the deal', async () => {
  const { app } = await open();
  const before = await writtenIn(taskChat);
  await app.getByRole('button', { name: 'To task', exact: true }).first().click();
  // The task of the deal stands first, and is chosen.
  const tied = dialogOf(app).getByRole('radio').first();
  await expect.poll(() => tied.isChecked()).toBe(true);
  await expectToSee(dialogOf(app).getByText('Haddad: first release of the shop'));
  await dialogOf(app).getByRole('checkbox', { name: 'As a result of the task' }).check();
  await forward(app);
  await expectToSee(app.getByText('Everything is in “Haddad: first release of the shop”.'));

  const written = (await writtenIn(taskChat)).slice(before.length);
  expect(written).toHaveLength(1);
  expect(written[0]?.text).toMatch(
    /^-{54}\nAmira Haddad, WhatsApp by Twilio \[.+\]\nCan the shop look like this shelf\?/,
  );
  expect(written[0]?.text).toMatch(/\[URL=http:.+\/crm\/deal\/details\/10\/\].+\[\/URL\]$/);
  const { results } = await stateOf();
  expect(results.filter(({ taskId }) => taskId === 61)).toMatchObject([{ messageId: written[0]?.id }]);
});

test('from a message with a file: into a new task, which is tied to the deal', async () => {
  const { app } = await open();
  const row = app.getByRole('article').filter({ has: app.getByRole('img', { name: 'shelf.png' }) });
  await row.hover();
  await row.getByRole('button', { name: 'To task' }).click();
  await dialogOf(app)
    .getByRole('radio', { name: /^New task/ })
    .check();
  await dialogOf(app).getByRole('textbox', { name: 'Title of the new task' }).fill('Shelves for Haddad');
  expect(await dialogOf(app).getByRole('checkbox', { name: 'With the client’s files' }).isChecked()).toBe(
    true,
  );
  await forward(app);
  await expectToSee(app.getByText('Everything is in “Shelves for Haddad”.'));

  const { tasks, files } = await stateOf();
  const made = tasks.filter(({ title }) => title === 'Shelves for Haddad');
  expect(made).toMatchObject([{ crmItemIds: ['D_10'], responsibleId: 1 }]);
  const written = await writtenIn(made[0]?.chatId);
  expect(written.filter(({ text }) => text.includes('📎 shelf.png'))).toHaveLength(1);
  const sent = new Set(written.flatMap(({ params }) => params.FILE_ID ?? []));
  expect(files.filter(({ id }) => sent.has(id)).map(({ name }) => name)).toEqual(['shelf.png']);
});

test('each step that fails says so and can be tried again; what is done stays done', async () => {
  const { app } = await open();
  const before = await writtenIn(taskChat);
  const refused = (method: string) => ({
    method,
    fault: 'status',
    status: 403,
    executed: false,
    times: 1,
    body: JSON.stringify({
      error: { code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION', message: 'Access denied' },
    }),
  });
  await stage.control('faults', [
    {
      ...refused('tasks.task.add'),
      body: JSON.stringify({ error: 'ACCESS_DENIED', error_description: 'Access denied' }),
    },
    refused('tasks.task.chat.message.send'),
    refused('tasks.task.result.addfromchatmessage'),
  ]);
  await app.getByRole('button', { name: 'To task', exact: true }).first().click();
  await dialogOf(app)
    .getByRole('radio', { name: /^New task/ })
    .check();
  await dialogOf(app).getByRole('checkbox', { name: 'As a result of the task' }).check();
  await forward(app);
  await expectToSee(app.getByText('Nothing was forwarded so far.'));
  await expectToSee(stepOf(app, 'New task').getByText('Failed'));
  expect((await stateOf()).tasks.some(({ crmItemIds, id }) => id > 61 && crmItemIds?.includes('D_10'))).toBe(
    false,
  );

  await dialogOf(app).getByRole('button', { name: 'Choose another task' }).click();
  await dialogOf(app)
    .getByRole('radio', { name: /first release of the shop/ })
    .check();
  expect(await dialogOf(app).getByRole('checkbox', { name: 'As a result of the task' }).isChecked()).toBe(
    true,
  );
  await forward(app);
  for (const step of ['Message', 'Result of the task']) {
    await expectToSee(stepOf(app, step).getByText('Failed'));
    await expectToSee(app.getByText(/^Not everything is in “Haddad: first release of the shop” yet/));
    await stepOf(app, step).getByRole('button', { name: 'Try again' }).click();
    await expectToSee(stepOf(app, step).getByText('Done'));
  }
  await expectToSee(app.getByText('Everything is in “Haddad: first release of the shop”.'));
  expect((await writtenIn(taskChat)).length - before.length).toBe(1);
  expect((await stateOf()).results.filter(({ taskId }) => taskId === 61)).toHaveLength(1);
});
