/** A file on its way: how far it is can be seen, it can be called back, and trouble never makes two of it, or none. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { chooseFiles, largeSize, textFile, uploadMethod, writtenIn } from './attaching.ts';
import { rowsOf, sentSign } from './writing.ts';

const stage = setUpStage();
/** Empty, and Anna's. */
const [taskId, chatId] = [52, 59];

const large = { name: 'large.bin', mimeType: '', buffer: Buffer.alloc(largeSize, 'A') };

async function open() {
  const page = await stage.newPage();
  const app = await stage.openTask(page, taskId);
  const field = app.getByRole('textbox', { name: 'Message' });
  await expectToSee(field);
  return { page, app, field };
}

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
  expect(await writtenIn(stage, chatId)).toEqual([]);
  await stage.control('faults', []);
  await field.press('Enter');
  await expectToSee(sentSign(app, 'On second thoughts'));
  expect(await writtenIn(stage, chatId)).toEqual(['On second thoughts|']);
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
  expect(await writtenIn(stage, chatId)).toEqual(['Once|once.txt']);
});

test('chosen without a line it waits, and goes out by itself once the line is back', async () => {
  const { page, app, field } = await open();
  await page.context().setOffline(true);
  await field.fill('From the train');
  await chooseFiles(page, app, [textFile('ticket.txt')]);
  await field.press('Enter');
  await expectToSee(rowsOf(app, 'ticket.txt').getByRole('img', { name: /^Waits for the connection/ }));
  await page.context().setOffline(false);
  await expectToSee(sentSign(app, 'ticket.txt'));
  expect(await writtenIn(stage, chatId)).toEqual(['From the train|ticket.txt']);
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
  await expectToSee(rowsOf(app, 'large.bin').getByRole('progressbar'));
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  const again = await stage.openTask(page, taskId);
  const row = rowsOf(again, 'large.bin');
  await expectToSee(row.getByText('The page was closed before the portal answered'));
  for (let step = 0; step < 12; step += 1) await page.clock.runFor(10_000);
  await row.getByRole('button', { name: 'Send again' }).click();
  await expectToSee(sentSign(again, 'large.bin'));
  expect(await row.count()).toBe(1);
  expect(await writtenIn(stage, chatId)).toEqual(['Cut off|large.bin']);
});
