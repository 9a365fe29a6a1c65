/** Every documented refusal of a reply, as an agent meets it: why, next to the message; its text is kept, and nothing goes twice. */
import type { FrameLocator, Page } from 'playwright';
import { beforeEach, describe, expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { resetWithCards } from './card.ts';
import {
  button,
  countReplies,
  expectSentOnce,
  fieldOf,
  justBeforeReply,
  openChat,
  replyMethod,
  rowsOf,
  runUntilSeen,
  stored,
  write,
} from './chatting.ts';

const stage = setUpStage();
const lastWords = 'Can the shop look like this shelf?';

/** Said why, nothing in the portal, one attempt and no more of them. */
async function expectRefused(page: Page, app: FrameLocator, text: string, reason: string): Promise<void> {
  const row = rowsOf(app, text);
  await expectToSee(row.getByText(`Not sent: ${reason}`));
  expect(await row.count()).toBe(1);
  expect(await stored(stage, text)).toEqual([]);
  await page.clock.runFor(20_000);
  expect(await countReplies(stage)).toBe(1);
}

async function expectKept(app: FrameLocator, text: string): Promise<void> {
  await rowsOf(app, text).getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => fieldOf(app).inputValue()).toBe(text);
  expect(await rowsOf(app, text).count()).toBe(0);
}

describe('a deal of one’s own', () => {
  beforeEach(() => resetWithCards(stage));

  test('CHAT_NOT_IN_CRM: closed in the moment before the reply came; begun anew, the same message goes out', async () => {
    const { page, app } = await openChat(stage, 'deal', 10, lastWords);
    await justBeforeReply(page, () =>
      stage.control('session', { chatId: 106, status: 60, operatorId: null }),
    );
    await write(app, 'Just too late');
    await expectRefused(page, app, 'Just too late', 'This conversation takes no replies now');
    await expectToSee(rowsOf(app, 'Just too late').getByText('“Start a conversation” above'));
    await runUntilSeen(page, button(app, 'Start a conversation'));
    await button(app, 'Start a conversation').click();
    await expectToSee(app.getByText('You answer', { exact: true }));
    await rowsOf(app, 'Just too late').getByRole('button', { name: 'Send again' }).click();
    await expectSentOnce(stage, app, 'Just too late');
    expect(await countReplies(stage)).toBe(2);
  });

  test('CANCELED: no longer in the chat', async () => {
    const { page, app } = await openChat(stage, 'deal', 10, lastWords);
    await justBeforeReply(page, () => stage.control('session', { chatId: 106, operatorId: 7 }));
    await write(app, 'Taken out');
    await expectRefused(page, app, 'Taken out', 'The person it is sent as is not in this chat');
    await expectKept(app, 'Taken out');
  });

  test('ERROR_ARGUMENT: “0” is no text to the portal', async () => {
    const { page, app } = await openChat(stage, 'deal', 10, lastWords);
    await write(app, '0');
    const row = app.getByRole('article', { name: /^You/ }).last();
    await expectToSee(row.getByText('Not sent: Bitrix24 found something missing in this message'));
    await expectToSee(row.getByText('“0” alone counts as none'));
    expect(await stored(stage, '0')).toEqual([]);
    await page.clock.runFor(20_000);
    expect(await countReplies(stage)).toBe(1);
    await row.getByRole('button', { name: 'Edit' }).click();
    await expect.poll(() => fieldOf(app).inputValue()).toBe('0');
  });

  test('MESSAGE_ADD_ERROR: nobody knows whether it was added; it is looked for, and not repeated unasked', async () => {
    const { page, app } = await openChat(stage, 'deal', 10, lastWords);
    const body = JSON.stringify({ error: 'MESSAGE_ADD_ERROR', error_description: 'Error adding a message' });
    await stage.control('faults', [
      { method: replyMethod, fault: 'status', status: 400, executed: false, body },
    ]);
    await write(app, 'Was it added?');
    const row = rowsOf(app, 'Was it added?');
    await runUntilSeen(page, row.getByRole('button', { name: 'Check again' }));
    await expectToSee(row.getByText('Bitrix24 did not add the message'));
    expect(await countReplies(stage)).toBe(1);
    await stage.control('faults', []);
    await row.getByRole('button', { name: 'Send again' }).click();
    await runUntilSeen(page, row.getByRole('img', { name: /^(Sent|With the client)$/ }));
    await expectSentOnce(stage, app, 'Was it added?');
    expect(await countReplies(stage)).toBe(2);
  });
});

test('ACCESS_DENIED: the person sees the element no longer', async () => {
  await resetWithCards(stage, { switches: { signedInUserId: 7 } });
  const { page, app } = await openChat(stage, 'contact', 11, 'All twelve.');
  await justBeforeReply(page, () => stage.control('session', { chatId: 107, operatorId: 6 }));
  await write(app, 'Not mine any more');
  await expectRefused(page, app, 'Not mine any more', 'You have no access to this CRM element');
  await expectKept(app, 'Not mine any more');
});

test('ACCESS_DENIED: the colleague as whom an administrator writes sees the element no longer', async () => {
  await resetWithCards(stage);
  const { page, app } = await openChat(stage, 'contact', 11, 'All twelve.');
  await button(app, 'Join').click();
  const author = app.getByRole('button', { name: /^Reply as/ });
  await author.click();
  await app.getByRole('menuitemcheckbox', { name: 'Offer colleagues and bots' }).click();
  await app.getByRole('dialog').getByRole('button', { name: 'Offer them' }).click();
  await author.click();
  await app.getByRole('menuitemcheckbox', { name: 'David Mensah' }).click();
  await justBeforeReply(page, () => stage.control('session', { chatId: 107, operatorId: 1 }));
  await write(app, 'In the name of David');
  const reason = 'The person it is sent as has no access to this CRM element';
  await expectRefused(page, app, 'In the name of David', reason);
  await expectKept(app, 'In the name of David');
});
