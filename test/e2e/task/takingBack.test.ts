/** What is not sent and is edited or deleted: it is never lost from sight, keeps what it was to be, and comes back. */
// @module-tag race
import type { FrameLocator } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { chooseFor, hasFocus } from './acting.ts';
import { chooseFiles, textFile, uploadMethod, writtenIn } from './attaching.ts';
import { accessDenied, countMaking, expectOneResult, openChat, rowOf } from './resulting.ts';
import { countInPortal, sendMethod, sentSign, write } from './writing.ts';

const stage = setUpStage();

const fieldOf = (app: FrameLocator) => app.getByRole('textbox', { name: 'Message' });
/** The next send is refused. */
const refuseNext = () => stage.control('faults', [{ method: sendMethod, ...accessDenied, times: 1 }]);
/** As classic REST says it. */
const denied = JSON.stringify({ error: 'ACCESS_DENIED', error_description: 'Access denied' });

async function open() {
  const page = await stage.newPage();
  const app = await openChat(stage, page);
  return { page, app, field: fieldOf(app) };
}

/** One of Anna's that stands in the chat, and one that was refused. */
async function openWithBoth() {
  const opened = await open();
  await write(opened.app, 'It stands there');
  await expectToSee(sentSign(opened.app, 'It stands there'));
  await refuseNext();
  await write(opened.app, 'Not allowed');
  await expectToSee(rowOf(opened.app, 'Not allowed').getByRole('button', { name: 'Edit' }));
  await chooseFor(opened.app, 'It stands there', 'Edit');
  await expect.poll(() => opened.field.inputValue()).toBe('It stands there');
  await opened.field.fill('It stands there, half changed');
  return opened;
}

test('"Edit" while a message is being changed: its text is in the field, and the change can be gone on with', async () => {
  const { app, field } = await openWithBoth();
  await rowOf(app, 'Not allowed').getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => field.inputValue()).toBe('Not allowed');
  expect(await hasFocus(field)).toBe(true);
  await expectToSee(app.getByText('You were changing a message: “It stands there, half changed”'));
  await field.fill('Allowed');
  await field.press('Enter');
  await expectToSee(sentSign(app, 'Allowed'));
  await app.getByRole('button', { name: 'Continue' }).click();
  await expect.poll(() => field.inputValue()).toBe('It stands there, half changed');
  await field.press('Enter');
  await expectToSee(rowOf(app, 'It stands there, half changed').getByText('edited'));
  expect(await countInPortal(stage, 'Not allowed')).toBe(0);
});

test('"Edit" while a change is being saved does nothing, and the row says why', async () => {
  const { app, field } = await openWithBoth();
  await stage.control('faults', [{ method: 'im.message.update', fault: 'delay', ms: 2_000 }]);
  await field.press('Enter');
  const row = rowOf(app, 'Not allowed');
  await row.getByRole('button', { name: 'Edit' }).click();
  await expectToSee(row.getByText('The change of another message is being saved.'));
  expect(await field.inputValue()).toBe('It stands there, half changed');
  // Seen before its own answer has come.
  await expectToSee(app.getByRole('button', { name: 'Send', exact: true }));
  await row.getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => field.inputValue()).toBe('Not allowed');
  expect(await row.count()).toBe(0);
});

test('"Edit" of what was to become a result: it still does, over a reload, by Enter', async () => {
  const { page, app, field } = await open();
  await refuseNext();
  await field.fill('Sgined off');
  await app.getByRole('button', { name: 'Send as result' }).click();
  await rowOf(app, 'Sgined off').getByRole('button', { name: 'Edit' }).click();
  await expectToSee(app.getByText('Will become a result of the task'));
  await expect.poll(() => field.inputValue()).toBe('Sgined off');
  await field.fill('Signed off');
  await page.reload();
  const again = await openChat(stage, page);
  await expectToSee(again.getByText('Will become a result of the task'));
  await expect.poll(() => fieldOf(again).inputValue()).toBe('Signed off');
  await fieldOf(again).press('Enter');
  await expectOneResult(stage, 'Signed off');
  expect(await countMaking(stage)).toBe(1);
  expect(await again.getByText('Will become a result of the task').count()).toBe(0);
  await write(again, 'A word besides');
  await expectToSee(sentSign(again, 'A word besides'));
  expect(await countMaking(stage)).toBe(1);
}, 60_000);

test('"Delete" and "Undo" by keyboard: it is back as it was, and goes out once', async () => {
  const { page, app, field } = await open();
  await refuseNext();
  await write(app, 'Deleted in haste');
  const row = rowOf(app, 'Deleted in haste');
  await field.fill('the next thought');
  await row.getByRole('button', { name: 'Delete' }).press('Enter');
  await expectToSee(app.getByText('Deleted: “Deleted in haste”'));
  expect(await row.count()).toBe(0);
  await expect.poll(() => hasFocus(field)).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => hasFocus(app.getByRole('button', { name: 'Undo' }))).toBe(true);
  await page.keyboard.press('Enter');
  await expectToSee(row.getByText('Not sent'));
  await expect.poll(() => hasFocus(field)).toBe(true);
  expect(await field.inputValue()).toBe('the next thought');
  await row.getByRole('button', { name: 'Send again' }).click();
  await expectToSee(sentSign(app, 'Deleted in haste'));
  expect(await countInPortal(stage, 'Deleted in haste')).toBe(1);
});

test('a file that was deleted comes back with its content; what is sent next ends the offer', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page, 52);
  const field = fieldOf(app);
  await expectToSee(field);
  // From here on the page knows that the portal has the method, and asks no more.
  await chooseFiles(page, app, [textFile('first.txt')]);
  await field.press('Enter');
  await expectToSee(sentSign(app, 'first.txt'));
  await stage.control('faults', [
    { method: uploadMethod, fault: 'status', status: 400, executed: false, body: denied, times: 1 },
  ]);
  await field.fill('As agreed');
  await chooseFiles(page, app, [textFile('plan.txt')]);
  await field.press('Enter');
  const row = rowOf(app, 'plan.txt');
  await row.getByRole('button', { name: 'Delete' }).click();
  await app.getByRole('button', { name: 'Undo' }).click();
  await row.getByRole('button', { name: 'Send again' }).click();
  await expectToSee(sentSign(app, 'plan.txt'));
  expect(await writtenIn(stage, 60)).toEqual(['|first.txt', 'As agreed|plan.txt']);
  await refuseNext();
  await write(app, 'Refused');
  await rowOf(app, 'Refused').getByRole('button', { name: 'Delete' }).click();
  await expectToSee(app.getByRole('button', { name: 'Undo' }));
  await write(app, 'Goes on');
  await expectToSee(sentSign(app, 'Goes on'));
  expect(await app.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});

test('"Delete all" has asked: it offers no "Undo", and ends one that is offered', async () => {
  const { page, app } = await open();
  await stage.control('faults', [{ method: sendMethod, ...accessDenied }]);
  for (const text of ['One', 'Two', 'Three']) {
    await write(app, `${text} of three`);
    await expectToSee(rowOf(app, `${text} of three`).getByRole('button', { name: 'Delete' }));
  }
  await rowOf(app, 'One of three').getByRole('button', { name: 'Delete' }).click();
  await expectToSee(app.getByRole('button', { name: 'Undo' }));
  await app.getByRole('button', { name: 'Delete all' }).click();
  await expectToSee(app.getByText('Delete 2 messages?'));
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => rowOf(app, 'of three').count()).toBe(0);
  expect(await app.getByRole('button', { name: 'Undo' }).count()).toBe(0);
});
