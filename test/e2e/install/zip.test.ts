/** The life of the very ZIP that is shipped: upload, installation, work, update, removal. */
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { buildCopy } from '../../tools/buildCopy.ts';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import { boundRows, everyPlace, itemOf } from './installer.ts';

const stage = setUpStage();
let zip: Buffer;

beforeAll(async () => {
  const copy = await buildCopy();
  const [, content] = [...copy.files].find(([path]) => path.endsWith('.zip')) ?? [];
  await copy.remove();
  if (!content) throw new Error('The build made no ZIP');
  zip = Buffer.from(content);
});

/** Leads to the application's page, where the installer opens. */
async function upload(page: Page) {
  await page.goto(`${stage.portalOrigin}/devops/install/1/`);
  const file = { name: 'chat-desk.zip', mimeType: 'application/zip', buffer: zip };
  await page.getByLabel('Archive').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.waitForURL('**/marketplace/app/1/');
  return page.frameLocator('iframe.app-frame');
}

async function install(page: Page): Promise<void> {
  const app = await upload(page);
  await app.getByRole('button', { name: 'Install' }).click();
  await app.getByRole('button', { name: 'Finish' }).click();
  await page.waitForURL(/install_finished=Y/);
}

const outdated = 'Remove the row of an earlier version from the card of a task';
const rowsOf = (version: number) => {
  const origin = `http://127.0.0.1:${new URL(stage.portalOrigin).port}`;
  return everyPlace.map((place) => `${place} ${origin}/static/local.chatdesk/${version}/index.html`);
};

async function send(page: Page, text: string): Promise<void> {
  const card = await stage.openTask(page);
  const field = card.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
  await expectToSee(card.getByRole('article').last().getByRole('img', { name: 'Sent', exact: true }));
  const { messages } = await stage.control<PortalState>('state');
  expect(messages.filter(({ typed }) => typed === text)).toHaveLength(1);
}

test('uploaded, installed, used, updated, removed', async () => {
  const page = await stage.newPage();
  await install(page);
  expect(await boundRows(stage)).toEqual(rowsOf(2));
  await send(page, 'From the first upload');

  const app = await upload(page);
  await expectToSee(itemOf(app, outdated).getByText('/local.chatdesk/2/'));
  await app.getByRole('button', { name: 'Install' }).click();
  await app.getByRole('button', { name: 'Finish' }).click();
  await page.waitForURL(/install_finished=Y/);
  expect(await boundRows(stage)).toEqual(rowsOf(3));
  await send(page, 'From the second upload');

  await page.goto(`${stage.portalOrigin}/devops/`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => boundRows(stage)).toEqual([]);
  await page.goto(`${stage.portalOrigin}/company/personal/user/1/tasks/task/view/51/`);
  await expectToSee(page.getByRole('heading', { level: 1 }));
  expect(await page.getByRole('button', { name: 'Chat Desk' }).count()).toBe(0);
});

test('a portal that leaves it installed after an update: its own page leads to the check', async () => {
  await stage.control('reset', { switches: { zipUpdateKeepsInstalled: true } });
  const page = await stage.newPage();
  await install(page);
  expect(await boundRows(stage)).toEqual(rowsOf(2));

  const app = await upload(page);
  await expectToSee(app.getByText('The installation needs a look'));
  expect(await boundRows(stage)).toEqual(rowsOf(2));
  await app.getByRole('button', { name: 'Check the installation' }).click();
  await expectToSee(itemOf(app, outdated).getByText('/local.chatdesk/2/'));
  await app.getByRole('button', { name: 'Repair' }).click();
  await expectToSee(app.getByText('Everything is in place'));
  expect(await boundRows(stage)).toEqual(rowsOf(3));
  await send(page, 'From the second upload');
});
