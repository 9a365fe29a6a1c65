/** A file on its way: how far it is can be seen, it can be called back, and trouble never makes two of it, or none. */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { goOffline } from '../support/offline.ts';
import { setUpStage } from '../support/stage.ts';
import { chooseFiles, largeSize, textFile, uploadMethod, writtenIn } from './attaching.ts';
import { passTimeUntil, rowsOf, sentSign } from './writing.ts';

const stage = setUpStage();
/** Empty, and Anna's. */
const [taskId, chatId] = [52, 60];

let folder = '';
let large = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chat-desk-'));
  large = join(folder, 'large.bin');
  await writeFile(large, '');
  await truncate(large, largeSize);
});
afterAll(() => rm(folder, { recursive: true }));

async function open() {
  const page = await stage.newPage();
  const app = await stage.openTask(page, taskId);
  const field = app.getByRole('textbox', { name: 'Message' });
  await expectToSee(field);
  // From here on the page knows that the portal has the method, and asks no more.
  await chooseFiles(page, app, [textFile('first.txt')]);
  await field.press('Enter');
  await expectToSee(sentSign(app, 'first.txt'));
  return { page, app, field };
}

/** What came after that. */
async function written() {
  return (await writtenIn(stage, chatId)).slice(1);
}

test('a chosen file is asked about before the window closes; cancelled, the text goes back to this window', async () => {
  const { page, app, field } = await open();
  const other = await page.context().newPage();
  const otherApp = await stage.openTask(other, taskId);
  await expectToSee(sentSign(otherApp, 'first.txt'));
  await page.bringToFront();
  await chooseFiles(page, app, [large]);
  await expectToSee(app.getByRole('list', { name: 'Files to send' }));
  await field.pressSequentially('For this window');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await stage.control('faults', [{ method: uploadMethod, fault: 'stall', ms: 60_000, connection: 'fresh' }]);
  await field.press('Enter');
  const row = rowsOf(app, 'large.bin');
  await expectToSee(rowsOf(otherApp, 'large.bin'));
  const progress = row.getByRole('progressbar', { name: 'Uploading large.bin' });
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0);
  await row.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => field.inputValue()).toBe('For this window');
  await expect.poll(() => rowsOf(otherApp, 'large.bin').count()).toBe(0);
  expect(await otherApp.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('');
});

test('how far it is can be seen; cancelled, nothing is in the portal and the text is back', async () => {
  const { page, app, field } = await open();
  await stage.control('faults', [{ method: uploadMethod, fault: 'stall', ms: 60_000, connection: 'fresh' }]);
  await field.fill('On second thoughts');
  await chooseFiles(page, app, [large]);
  await field.press('Enter');
  const row = rowsOf(app, 'large.bin');
  const progress = row.getByRole('progressbar', { name: 'Uploading large.bin' });
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0);
  await row.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => field.inputValue()).toBe('On second thoughts');
  await expect.poll(() => row.count()).toBe(0);
  expect(await written()).toEqual([]);
  await stage.control('faults', []);
  await field.press('Enter');
  await expectToSee(sentSign(app, 'On second thoughts'));
  expect(await written()).toEqual(['On second thoughts|']);
});

test('a gateway gives up after the portal has done it: found in the chat, and not sent again', async () => {
  const { page, app, field } = await open();
  await stage.control('faults', [
    { method: uploadMethod, fault: 'status', status: 502, connection: 'fresh', times: 1 },
  ]);
  await field.fill('Once');
  await chooseFiles(page, app, [textFile('once.txt')]);
  await field.press('Enter');
  await expectToSee(sentSign(app, 'once.txt'));
  expect(await rowsOf(app, 'once.txt').count()).toBe(1);
  expect(await written()).toEqual(['Once|once.txt']);
});

test('chosen without a line it waits, and goes out by itself once the line is back', async () => {
  const { page, app, field } = await open();
  await goOffline(page);
  await field.fill('From the train');
  await chooseFiles(page, app, [textFile('ticket.txt')]);
  await field.press('Enter');
  await expectToSee(rowsOf(app, 'ticket.txt').getByRole('img', { name: /^Waits for the connection/ }));
  await page.context().setOffline(false);
  await expectToSee(sentSign(app, 'ticket.txt'));
  expect(await written()).toEqual(['From the train|ticket.txt']);
});

test('a page that goes in the middle of an upload: the next one finds it, or asks; never twice', async () => {
  const { page, app, field } = await open();
  await page.clock.install();
  await stage.control('faults', [
    { method: uploadMethod, fault: 'stall', ms: 60_000, connection: 'fresh', times: 1 },
  ]);
  await field.fill('Cut off');
  await chooseFiles(page, app, [large]);
  await field.press('Enter');
  const progress = rowsOf(app, 'large.bin').getByRole('progressbar');
  await expect.poll(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  const again = await stage.openTask(page, taskId);
  const row = rowsOf(again, 'large.bin');
  await expectToSee(row.getByText('The page was closed before the portal answered'));
  const sendAgain = row.getByRole('button', { name: 'Send again' });
  await passTimeUntil(page, sendAgain);
  await sendAgain.click();
  await expectToSee(sentSign(again, 'large.bin'));
  expect(await row.count()).toBe(1);
  expect(await written()).toEqual(['Cut off|large.bin']);
}, 60_000);
