/** Moving about in a chat: back to its beginning, to a message far away and back, without losing the place. */
import type { FrameLocator, Locator } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage, type Stage } from '../support/stage.ts';
import { countCalls, hasFocus, isInView } from './acting.ts';
import { openChat, rowOf } from './resulting.ts';
import { sentSign, write } from './writing.ts';

const stage = setUpStage();
/** Task 57: 400 numbered messages. */
const chatId = 65;

function rowsOf(app: FrameLocator): Locator {
  return app.getByRole('log').getByRole('article');
}

/** CSS pixels below the upper edge of the list. */
async function offsetOf(row: Locator): Promise<number> {
  return row.evaluate((element) => {
    const box = element.closest('[role="log"]');
    return element.getBoundingClientRect().top - (box?.getBoundingClientRect().top ?? 0);
  });
}

/** Anna's answer to a message, by her webhook. */
async function answer(stage: Stage, messageId: number, text: string): Promise<void> {
  const url = `${stage.portalOrigin}/rest/1/chatdeskwebhook1/im.message.add`;
  const body = new URLSearchParams({
    DIALOG_ID: `chat${chatId}`,
    MESSAGE: text,
    REPLY_ID: String(messageId),
  });
  const response = await fetch(url, { method: 'POST', body });
  if (!response.ok) throw new Error(`im.message.add: ${response.status} ${await response.text()}`);
}

test('upwards to the very beginning by scrolling: what is read stays where it is', async () => {
  const page = await stage.newPage();
  const app = await openChat(stage, page, 57);
  const earlier = app.getByRole('button', { name: 'Show earlier messages' });
  const rows = rowsOf(app);
  await expect.poll(() => rows.count()).toBe(50);
  await app.getByRole('log').hover();
  for (let count = 50; count < 400; count += 50) {
    const top = app.locator(`[data-message="${await rows.first().getAttribute('data-message')}"]`);
    await page.mouse.wheel(0, -100_000);
    await expect.poll(() => rows.count()).toBe(count + 50);
    // It was below the upper edge by the button alone, and it has not gone from there.
    await expect.poll(() => offsetOf(top)).toBeGreaterThanOrEqual(0);
    expect(await offsetOf(top)).toBeLessThan(120);
  }
  // The last page was full: only the next one says that there is no more.
  await page.mouse.wheel(0, -100_000);
  await expect.poll(() => earlier.count()).toBe(0);
  await app.getByRole('log').press('Home');
  await expectToSee(app.getByText('This is where the conversation begins'));
  const words = await rows.locator('[dir="auto"]').allTextContents();
  const numbers = words.flatMap((text) => /^(\d+)\. /u.exec(text)?.[1] ?? []).map(Number);
  expect(numbers).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
}, 60_000);

test('a quote leads to a message that is not loaded; back goes it by one button, or by sending', async () => {
  const { messages } = await stage.control<{ messages: Array<{ id: number; chatId: number }> }>('state');
  const oldest = messages.find((message) => message.chatId === chatId)?.id ?? 0;
  await answer(stage, oldest, 'As you said at the beginning');
  const app = await openChat(stage, await stage.newPage(), 57);
  const quote = rowOf(app, 'As you said at the beginning').getByRole('button', { name: /^Answers/ });
  const newest = app.getByRole('button', { name: /^Newest messages/ });

  await quote.click();
  const target = app.locator(`[data-message="${oldest}"]`);
  await expect.poll(() => target.count()).toBe(1);
  await expect.poll(() => isInView(target)).toBe(true);
  await expect.poll(() => hasFocus(target)).toBe(true);
  expect(await rowOf(app, 'As you said at the beginning').count()).toBe(0);

  // What comes meanwhile is counted and moves nothing.
  const before = await offsetOf(target);
  await stage.control('colleague-message', { chatId, userId: 2, text: 'Meanwhile, at the end' });
  await expect.poll(() => newest.textContent()).toMatch(/1$/);
  expect(await rowOf(app, 'Meanwhile, at the end').count()).toBe(0);
  expect(Math.abs((await offsetOf(target)) - before)).toBeLessThan(2);
  await newest.click();
  await expect.poll(() => isInView(rowOf(app, 'Meanwhile, at the end'))).toBe(true);
  await expect.poll(() => newest.count()).toBe(0);

  await quote.click();
  await expect.poll(() => isInView(target)).toBe(true);
  await write(app, 'Sent from far back');
  await expectToSee(sentSign(app, 'Sent from far back'));
  await expect.poll(() => isInView(rowOf(app, 'Sent from far back'))).toBe(true);
  expect(await newest.count()).toBe(0);
}, 60_000);

test('a message that cannot be fetched is told in the list, and fetched by "Try again"', async () => {
  await stage.control('colleague-message', { chatId, userId: 2, text: 'The needle in the stack' });
  for (let number = 0; number < 120; number += 1)
    await stage.control('colleague-message', { chatId, userId: 2, text: `Hay ${number}` });
  const app = await openChat(stage, await stage.newPage(), 57);
  await app.getByRole('log').getByRole('article').last().focus();
  await app.getByRole('log').getByRole('article').last().press('/');
  await app.getByRole('searchbox', { name: 'Search messages' }).fill('needle');
  const hit = app.getByRole('list', { name: 'Messages found' }).getByRole('button');
  await expectToSee(hit);
  await stage.control('faults', [{ method: 'batch', fault: 'drop-before', connection: 'fresh', times: 1 }]);
  await hit.click();
  await expectToSee(app.getByText('The message could not be fetched.'));
  await app.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => isInView(rowOf(app, 'The needle in the stack'))).toBe(true);
  expect(await countCalls(stage, 'im.dialog.messages.search')).toBeGreaterThan(0);
});
