/** Answering a message, and changing one's own: the draft waits meanwhile, and nothing typed is lost. */
import type { FrameLocator } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { StateMessage } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import { rowsOf, sentSign, write } from './writing.ts';

const stage = setUpStage();

interface Messages {
  messages: Array<StateMessage & { params: Record<string, unknown> }>;
}

async function messages() {
  return (await stage.control<Messages>('state')).messages;
}

async function open(taskId?: number) {
  const page = await stage.newPage();
  const app = await stage.openTask(page, taskId);
  await expectToSee(app.getByRole('article'));
  return { page, app, field: fieldOf(app) };
}

function fieldOf(app: FrameLocator) {
  return app.getByRole('textbox', { name: 'Message' });
}

/** As Anna does it elsewhere, by her webhook. */
async function updateElsewhere(id: number, text: string) {
  const response = await fetch(`${stage.portalOrigin}/rest/1/chatdeskwebhook1/im.message.update`, {
    method: 'POST',
    body: new URLSearchParams({ MESSAGE_ID: String(id), MESSAGE: text }),
  });
  expect(response.status).toBe(200);
}

async function choose(app: FrameLocator, text: string, action: string) {
  const row = rowsOf(app, text);
  await row.hover();
  await row.getByRole('button', { name: 'More' }).click();
  await app.getByRole('menuitem', { name: action }).click();
}

test('a reply carries its quote: on the portal, in the row after a reload too, and it leads there', async () => {
  const { page, app, field } = await open();
  const answered = 'Yes. I will bring two directions: one quiet, one loud.';
  await choose(app, answered, 'Reply');
  await expectToSee(app.getByText('Reply to Marta Olsen'));
  await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
  await field.pressSequentially('The quiet one, then');
  await field.press('Enter');
  const quote = { name: new RegExp(`Marta Olsen.*${answered.slice(0, 20)}`) };
  await expectToSee(sentSign(app, 'The quiet one, then'));
  await expectToSee(rowsOf(app, 'The quiet one, then').getByRole('button', quote));
  expect(await app.getByText('Reply to Marta Olsen').count()).toBe(0);
  const all = await messages();
  const id = all.find(({ typed }) => typed === answered)?.id;
  expect(id).toBeDefined();
  expect(all.filter(({ typed }) => typed === 'The quiet one, then')).toMatchObject([
    { chatId: 58, params: { REPLY_ID: id } },
  ]);

  await page.reload();
  const again = await stage.openTask(page);
  await rowsOf(again, 'The quiet one, then').getByRole('button', quote).click();
  const target = again.getByRole('article').filter({ hasText: answered }).first();
  await expect
    .poll(() =>
      target.evaluate((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }),
    )
    .toBe(true);
}, 60_000);

test('Escape gives a reply up and keeps the text', async () => {
  const { app, field } = await open();
  await choose(app, 'Yes. I will bring two directions', 'Reply');
  await field.fill('not an answer');
  await field.press('Escape');
  await expect.poll(() => app.getByText('Reply to Marta Olsen').count()).toBe(0);
  expect(await field.inputValue()).toBe('not an answer');
  await field.press('Enter');
  await expectToSee(sentSign(app, 'not an answer'));
  expect((await messages()).at(-1)?.params['REPLY_ID']).toBeUndefined();
});

test('an own message is changed by the menu; the draft waits, and comes back', async () => {
  const { app, field } = await open();
  await write(app, 'Before the change');
  await expectToSee(sentSign(app, 'Before the change'));
  await field.fill('a draft');
  await choose(app, 'Before the change', 'Edit');
  await expectToSee(app.getByText('You are changing your message'));
  await expect.poll(() => field.inputValue()).toBe('Before the change');
  await field.fill('After the change');
  await field.press('Enter');
  await expectToSee(rowsOf(app, 'After the change').getByText('edited'));
  await expect.poll(() => field.inputValue()).toBe('a draft');
  expect(await rowsOf(app, 'Before the change').count()).toBe(0);
  const texts = (await messages()).map(({ text }) => text);
  expect(texts.filter((text) => text === 'After the change').length).toBe(1);
  expect(texts).not.toContain('Before the change');
});

test('ArrowUp in the empty field changes the newest own one; Escape leaves it as it was', async () => {
  const { app, field } = await open();
  await write(app, 'Mine, the newest');
  await expectToSee(sentSign(app, 'Mine, the newest'));
  await field.press('ArrowUp');
  await expect.poll(() => field.inputValue()).toBe('Mine, the newest');
  await field.fill('something else');
  await field.press('Escape');
  await expect.poll(() => field.inputValue()).toBe('');
  expect((await messages()).at(-1)?.text).toBe('Mine, the newest');
});

test('an answer that was begun is one still after a reload', async () => {
  const { page, app, field } = await open();
  const answered = 'Yes. I will bring two directions: one quiet, one loud.';
  await choose(app, answered, 'Reply');
  await expectToSee(app.getByText('Reply to Marta Olsen'));
  await field.pressSequentially('Half an answer');
  await page.reload();
  const again = await stage.openTask(page);
  await expectToSee(again.getByText('Reply to Marta Olsen'));
  await expect.poll(() => fieldOf(again).inputValue()).toBe('Half an answer');
  await fieldOf(again).press('Enter');
  await expectToSee(sentSign(again, 'Half an answer'));
  const all = await messages();
  const id = all.find(({ typed }) => typed === answered)?.id;
  expect(all.filter(({ typed }) => typed === 'Half an answer')).toMatchObject([{ params: { REPLY_ID: id } }]);
}, 60_000);

test('a change that was begun waits while another message is answered, and outlasts the window', async () => {
  const { page, app, field } = await open();
  await write(app, 'To be changed');
  await expectToSee(sentSign(app, 'To be changed'));
  await choose(app, 'To be changed', 'Edit');
  await expect.poll(() => field.inputValue()).toBe('To be changed');
  await field.fill('Changed half-way');
  await choose(app, 'Yes. I will bring two directions', 'Reply');
  await expectToSee(app.getByText('Reply to Marta Olsen'));
  expect(await field.inputValue()).toBe('');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  const again = await stage.openTask(page);
  await expectToSee(again.getByText('You were changing a message: “Changed half-way”'));
  expect(asked).toEqual([]);
  const row = rowsOf(again, 'To be changed');
  await row.press('e');
  await expect.poll(() => fieldOf(again).inputValue()).toBe('Changed half-way');
  await fieldOf(again).press('Enter');
  await expectToSee(rowsOf(again, 'Changed half-way').getByText('edited'));
  expect(await again.getByText('You were changing a message').count()).toBe(0);
}, 60_000);

test('a message that was changed on another device is not overwritten without a word', async () => {
  const { app, field } = await open();
  await write(app, 'As it was');
  await expectToSee(sentSign(app, 'As it was'));
  await field.press('ArrowUp');
  await expect.poll(() => field.inputValue()).toBe('As it was');
  await field.fill('Typed here');
  const id = (await messages()).find(({ typed }) => typed === 'As it was')?.id;
  await updateElsewhere(id ?? 0, 'Typed on the phone');
  await field.press('Enter');
  const alert = app.getByRole('alert').filter({ hasText: 'This message was changed meanwhile' });
  await expectToSee(alert.getByText('It now says: “Typed on the phone”'));
  expect((await messages()).at(-1)?.text).toBe('Typed on the phone');
  await alert.getByRole('button', { name: 'Take the new text' }).click();
  await expect.poll(() => field.inputValue()).toBe('Typed on the phone');
  await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
  await app.getByRole('button', { name: 'Swap the texts' }).click();
  await expect.poll(() => field.inputValue()).toBe('Typed here');
  await updateElsewhere(id ?? 0, 'On the phone again');
  await field.press('Enter');
  await alert.getByRole('button', { name: 'Save mine anyway' }).click();
  await expectToSee(rowsOf(app, 'Typed here').getByText('edited'));
  expect((await messages()).at(-1)?.text).toBe('Typed here');
});

test('a change whose answer is lost is closed once the chat says that it was saved', async () => {
  const { app, field } = await open();
  await write(app, 'First words');
  await expectToSee(sentSign(app, 'First words'));
  await stage.control('faults', [
    { method: 'im.message.update', fault: 'drop-after', connection: 'fresh', times: 1 },
  ]);
  await field.press('ArrowUp');
  await expect.poll(() => field.inputValue()).toBe('First words');
  await field.fill('Second words');
  await field.press('Enter');
  await expectToSee(rowsOf(app, 'Second words').getByText('edited'));
  await expect.poll(() => app.getByText('You are changing your message').count()).toBe(0);
  expect(await app.getByRole('alert').filter({ hasText: 'saved' }).count()).toBe(0);
  expect(await field.inputValue()).toBe('');
});

test('a change that fails says so, keeps the text, and is saved the second time', async () => {
  const { app, field } = await open();
  await write(app, 'Was wrong');
  await expectToSee(sentSign(app, 'Was wrong'));
  await stage.control('faults', [
    { method: 'im.message.update', fault: 'drop-before', connection: 'fresh', times: 1 },
  ]);
  await field.press('ArrowUp');
  await expect.poll(() => field.inputValue()).toBe('Was wrong');
  await field.fill('Is right');
  await field.press('Enter');
  const doubt = app.getByRole('alert').filter({ hasText: 'It is unclear whether this was saved' });
  await expectToSee(doubt);
  expect(await field.inputValue()).toBe('Is right');
  await app.getByRole('button', { name: 'Save' }).click();
  await expectToSee(rowsOf(app, 'Is right').getByText('edited'));
  await expect.poll(() => doubt.count()).toBe(0);
  expect((await messages()).at(-1)?.text).toBe('Is right');
});
