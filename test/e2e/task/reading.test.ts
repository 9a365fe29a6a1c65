/** What is unread: where the chat opens, and when the portal is told that it was read. */
import type { FrameLocator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { countCalls, isInView, newPageOf } from './acting.ts';
import { openChat, rowOf } from './resulting.ts';

const stage = setUpStage();
const read = 'im.dialog.read';
/** Task 60: Anna has not seen the last 25. */
const chatId = 68;

async function lastReadByAnna(): Promise<number | undefined> {
  const { chats } = await stage.control<{ chats: Array<{ id: number; lastRead: Record<number, number> }> }>(
    'state',
  );
  return chats.find(({ id }) => id === chatId)?.lastRead[1];
}

async function newestId(): Promise<number | undefined> {
  const { messages } = await stage.control<{ messages: Array<{ id: number; chatId: number }> }>('state');
  return messages.findLast((message) => message.chatId === chatId)?.id;
}

/** Seconds of the page's time, so many that it would have told by now; the chat is read meanwhile. */
async function pass(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await page.clock.runFor(1_000);
    await page.evaluate(() => 0);
  }
}

async function scrollToEnd(app: FrameLocator): Promise<void> {
  await app.getByRole('log').evaluate((box) => box.scrollTo(0, box.scrollHeight));
}

test('it opens where the unread ones begin, and the portal is told once, when their end was seen', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const app = await openChat(stage, page, 60);
  const separator = app.getByRole('log').getByText('New messages', { exact: true });
  await expectToSee(separator);
  const edge = await separator.evaluate(
    (element) =>
      element.getBoundingClientRect().top -
      (element.closest('[role="log"]')?.getBoundingClientRect().top ?? 0),
  );
  expect(edge).toBeGreaterThanOrEqual(0);
  expect(edge).toBeLessThan(60);
  expect(await isInView(rowOf(app, 'Correction 1 of 24'))).toBe(true);
  await expectToSee(app.getByRole('button', { name: /^New messages\s*25$/ }));
  await pass(page, 6);
  expect(await countCalls(stage, read)).toBe(0);

  await app.getByRole('button', { name: /^New messages/ }).click();
  await expect.poll(() => isInView(rowOf(app, 'Anna, do you approve?'))).toBe(true);
  await pass(page, 3);
  await expect.poll(lastReadByAnna).toBe(await newestId());
  await pass(page, 9);
  expect(await countCalls(stage, read)).toBe(1);
  // What was read stays marked as what was new.
  await expectToSee(separator);
});

test('it is not told while the reader is further up, nor while they look elsewhere', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const app = await openChat(stage, page, 60);
  await scrollToEnd(app);
  await pass(page, 3);
  await expect.poll(() => countCalls(stage, read)).toBe(1);

  await app.getByRole('log').evaluate((box) => box.scrollBy(0, -900));
  await stage.control('colleague-message', { chatId, userId: 2, text: 'Unseen below' });
  const button = app.getByRole('button', { name: /^New messages\s*1$/ });
  await pass(page, 5);
  await expectToSee(button);
  await pass(page, 5);
  expect(await countCalls(stage, read)).toBe(1);
  await button.click();
  await pass(page, 5);
  await expect.poll(() => countCalls(stage, read)).toBe(2);
  await expect.poll(lastReadByAnna).toBe(await newestId());

  // The focus goes to the portal's own page.
  await page.getByRole('button', { name: 'Close' }).focus();
  await stage.control('colleague-message', { chatId, userId: 2, text: 'Unseen by who looks away' });
  await pass(page, 5);
  await expectToSee(rowOf(app, 'Unseen by who looks away'));
  await pass(page, 5);
  expect(await countCalls(stage, read)).toBe(2);
  await app.getByRole('textbox', { name: 'Message' }).focus();
  await pass(page, 5);
  await expect.poll(() => countCalls(stage, read)).toBe(3);
});

test.each([
  ['no member of the chat', 'Ольга Ветрова', 51, 58],
  ['not in the task', 'Anna Keller · administrator', 54, 62],
])('%s: nothing is told to the portal', async (_name, person, taskId, chat) => {
  const page = await newPageOf(stage, person);
  await page.clock.install();
  const app = await openChat(stage, page, taskId);
  await stage.control('colleague-message', { chatId: chat, userId: 7, text: 'For the members' });
  await pass(page, 5);
  await expectToSee(rowOf(app, 'For the members'));
  await pass(page, 5);
  expect(await countCalls(stage, read)).toBe(0);
});
