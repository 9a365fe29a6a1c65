/** Files of every way into the composer: told before they leave, in order in the chat, there once whatever happens. */
import { mkdtemp, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState, RestRequest } from '../support/portalState.ts';
import { appFrame, setUpStage } from '../support/stage.ts';
import { chooseFiles, textFile, uploadMethod, writtenIn } from './attaching.ts';
import { sentSign } from './writing.ts';

const stage = setUpStage();
/** Empty, and Anna's. */
const [taskId, chatId] = [52, 60];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chat-desk-'));
  await writeFile(join(folder, 'dropped.txt'), 'dropped');
  await mkdir(join(folder, 'a folder'));
  await writeFile(join(folder, 'large.bin'), '');
  await truncate(join(folder, 'large.bin'), 100 * 1024 * 1024);
});
afterAll(() => rm(folder, { recursive: true }));

async function open() {
  const page = await stage.newPage();
  const app = await stage.openTask(page, taskId);
  const field = app.getByRole('textbox', { name: 'Message' });
  await expectToSee(field);
  return { page, app, field };
}

function trayOf(app: FrameLocator) {
  return app.getByRole('list', { name: 'Files to send' }).getByRole('listitem');
}

/** Files and folders of this machine, dropped on the messages by the browser itself. */
async function drop(page: Page, ...names: string[]) {
  const session = await page.context().newCDPSession(await appFrame(page));
  const data = { items: [], files: names.map((name) => join(folder, name)), dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 250, data });
  }
}

test('two files and a text are two messages in order, the text with the first', async () => {
  const { page, app, field } = await open();
  await field.fill('Both of them');
  await chooseFiles(page, app, [textFile('plan.txt'), textFile('budget.txt', 'a little more')]);
  await expect
    .poll(() => trayOf(app).allTextContents())
    .toMatchObject([expect.stringContaining('plan.txt'), expect.stringContaining('budget.txt')]);
  await field.press('Enter');
  await expectToSee(sentSign(app, 'plan.txt'));
  await expectToSee(sentSign(app, 'budget.txt'));
  expect(await trayOf(app).count()).toBe(0);
  expect(await writtenIn(stage, chatId)).toEqual(['Both of them|plan.txt', '|budget.txt']);
  expect(await app.getByRole('article').allTextContents()).toMatchObject([
    expect.stringMatching(/Both of them.*plan\.txt/),
    expect.stringContaining('budget.txt'),
  ]);
});

test('dropped and pasted ones go the same way; a dropped folder is refused in words of its own', async () => {
  const { page, app, field } = await open();
  await drop(page, 'dropped.txt', 'a folder');
  await expect
    .poll(() => trayOf(app).allTextContents())
    .toEqual([expect.stringMatching(/^dropped\.txt/), expect.stringMatching(/^a folderThis is a folder/)]);

  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.portalOrigin });
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(8, 8);
    canvas.getContext('2d')?.fillRect(0, 0, 8, 8);
    const picture = await canvas.convertToBlob({ type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
  });
  await field.press('Control+v');
  await expect.poll(() => trayOf(app).count()).toBe(3);
  await field.press('Enter');
  await expectToSee(app.getByText('Remove the files that cannot be sent'));
  await app.getByRole('button', { name: 'Remove a folder' }).click();
  await field.press('Enter');
  await expectToSee(sentSign(app, 'dropped.txt'));
  await expect
    .poll(() => writtenIn(stage, chatId))
    .toEqual(['|dropped.txt', expect.stringMatching(/^\|picture-[\d-]+\.png$/)]);
});

test('empty and too large ones are refused before anything leaves', async () => {
  const { page, app, field } = await open();
  await field.fill('Here they are');
  await chooseFiles(page, app, [join(folder, 'large.bin')]);
  await chooseFiles(page, app, [textFile('nothing.txt', '')]);
  await chooseFiles(page, app, [textFile('fine.txt')]);
  await expectToSee(trayOf(app).filter({ hasText: 'large.bin' }).getByText('which is the most'));
  await expectToSee(trayOf(app).filter({ hasText: 'nothing.txt' }).getByText('This file is empty'));
  await field.press('Enter');
  await expectToSee(app.getByText('Remove the files that cannot be sent'));
  expect(await field.inputValue()).toBe('Here they are');
  await app.getByRole('button', { name: 'Remove large.bin' }).click();
  await app.getByRole('button', { name: 'Remove nothing.txt' }).click();
  await field.press('Enter');
  await expectToSee(sentSign(app, 'fine.txt'));
  expect(await writtenIn(stage, chatId)).toEqual(['Here they are|fine.txt']);
});

test('a portal without the newer method takes them the older way, and a file can be a result', async () => {
  await stage.control('reset', {
    switches: { imV2Files: false },
    app: { scopes: ['task', 'tasks', 'im', 'user_brief', 'disk'] },
  });
  const { page, app, field } = await open();
  await field.fill('The older way');
  await chooseFiles(page, app, [textFile('older.txt')]);
  await app.getByRole('button', { name: 'Send as result' }).click();
  await expectToSee(sentSign(app, 'older.txt'));
  expect(await writtenIn(stage, chatId)).toEqual(['The older way|older.txt']);
  await expectToSee(app.getByRole('region', { name: 'Results' }).getByText('The older way'));
  await expect
    .poll(async () => {
      const { results } = await stage.control<PortalState>('state');
      return results.filter((result) => result.taskId === taskId).length;
    })
    .toBe(1);
  const requests = await stage.control<RestRequest[]>('requests');
  expect(requests.filter(({ method }) => method === uploadMethod)).toHaveLength(1);
});
