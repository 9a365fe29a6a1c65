/** How a conversation stands decides who reads it and who may answer: what is offered, and that it leads to a reply. */
import type { FrameLocator } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { resetWithCards } from './card.ts';
import {
  button,
  countReplies,
  expectSentOnce,
  fieldOf,
  openChat,
  replyMethod,
  rowsOf,
  stored,
  write,
} from './chatting.ts';
import { chatRow } from './talking.ts';

const stage = setUpStage();

/** Trying to send changes nothing and says what helps. */
async function expectHeld(app: FrameLocator, text: string, words: RegExp): Promise<void> {
  await write(app, text);
  await expectToSee(app.getByRole('alert').filter({ hasText: words }));
  expect(await fieldOf(app).inputValue()).toBe(text);
  expect(await countReplies(stage)).toBe(0);
}

async function expectFieldFocused(app: FrameLocator): Promise<void> {
  await expect.poll(() => fieldOf(app).evaluate((node) => node === document.activeElement)).toBe(true);
}

test('a colleague’s conversation: read without being in it, joined, answered under the contact', async () => {
  await resetWithCards(stage);
  const { page, app } = await openChat(stage, 'contact', 11, 'Which gates can your portal book?');
  await expectToSee(app.getByText('Owner: David Mensah'));
  expect(await app.getByRole('button', { name: 'Attach files' }).count()).toBe(0);
  await expectHeld(app, 'I can help as well.', /Press “Join” above/);
  await button(app, 'Join').click();
  await expectFieldFocused(app);
  const sending = page.waitForRequest((request) => request.url().includes(replyMethod));
  await fieldOf(app).press('Enter');
  expect(decodeURIComponent((await sending).postData() ?? '')).toMatch(/CRM_ENTITY_TYPE\W+contact\b/);
  await expectSentOnce(stage, app, 'I can help as well.');
  expect(await stored(stage, 'I can help as well.')).toMatchObject([{ chatId: 107, authorId: 1 }]);
});

test('nobody’s conversation: answered with the button, then in words', async () => {
  await resetWithCards(stage);
  const { app } = await openChat(stage, 'contact', 11, 'Which gates can your portal book?');
  await chatRow(app, /Telegram.*Peter here/).click();
  await expectToSee(rowsOf(app, 'Is the list ready?'));
  await expectHeld(app, 'It is, here you are.', /Press “Answer” above/);
  await button(app, 'Answer').click();
  await expectToSee(app.getByText('You answer', { exact: true }));
  await expectFieldFocused(app);
  await button(app, 'Send').click();
  await expectSentOnce(stage, app, 'It is, here you are.');
  expect(await stored(stage, 'It is, here you are.')).toMatchObject([{ chatId: 108, authorId: 1 }]);
});

test('a closed conversation: its last session is read; begun anew, the earlier ones follow upwards, each with its line', async () => {
  await resetWithCards(stage);
  const { page, app } = await openChat(stage, 'company', 14, 'Thank you, the new invoice is fine.');
  await expectToSee(app.getByText('Bitrix24 shows them to members of the chat only'));
  expect(await rowsOf(app, 'Your invoice has no order number.').count()).toBe(0);
  await button(app, 'Start a conversation').click();
  await expectToSee(app.getByText('You answer', { exact: true }));
  await app.getByRole('log', { name: 'Messages' }).hover();
  await page.mouse.wheel(0, -5_000);
  await expectToSee(rowsOf(app, 'Your invoice has no order number.'));
  const lines = app.getByRole('separator', { name: /^Conversation · / });
  const names = () => lines.evaluateAll((all) => all.map((line) => line.getAttribute('aria-label')));
  await expect
    .poll(names)
    .toEqual([
      expect.stringMatching(/ · closed$/),
      expect.stringMatching(/ · closed$/),
      'Conversation · Today',
    ]);
});
