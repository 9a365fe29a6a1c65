/** What others do in a conversation while an agent types: it is told before a reply goes out, and the draft stays. */
import type { FrameLocator, Page } from 'playwright';
import { beforeEach, expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { resetWithCards } from './card.ts';
import { button, countReplies, expectSentOnce, fieldOf, openChat, runUntilSeen } from './chatting.ts';

const stage = setUpStage();
const draft = 'Yes, with lights above it';

beforeEach(() => resetWithCards(stage));

async function openAndType(): Promise<{ page: Page; app: FrameLocator }> {
  const opened = await openChat(stage, 'deal', 10, 'Can the shop look like this shelf?');
  await fieldOf(opened.app).fill(draft);
  return opened;
}

/** Send asks first: nothing has left, and the text is where it was. */
async function expectAsked(app: FrameLocator, words: RegExp): Promise<void> {
  // `aria-disabled` keeps nobody from pressing it.
  await button(app, 'Send').click({ force: true });
  await expectToSee(app.getByRole('alert').filter({ hasText: words }));
  expect(await fieldOf(app).inputValue()).toBe(draft);
  expect(await countReplies(stage)).toBe(0);
}

test('closed while one types: held, begun anew, sent', async () => {
  const { page, app } = await openAndType();
  await stage.control('session', { chatId: 106, status: 60, operatorId: null });
  await runUntilSeen(page, app.getByText('This conversation is closed.'));
  await expectAsked(app, /Press “Start a conversation” above/);
  await button(app, 'Start a conversation').click();
  await expectToSee(app.getByText('You answer', { exact: true }));
  expect(await fieldOf(app).inputValue()).toBe(draft);
  await button(app, 'Send').click();
  await expectSentOnce(stage, app, draft);
});

test('taken by a colleague while one types: told by name; joined again, Send asks once more before it goes', async () => {
  const { page, app } = await openAndType();
  await stage.control('session', { chatId: 106, operatorId: 7 });
  await runUntilSeen(page, app.getByText('David Mensah has taken over this conversation meanwhile.'));
  await expectAsked(app, /Press “Join” above/);
  await button(app, 'Join').click();
  await expect.poll(() => app.getByText('Press “Join” above').count()).toBe(0);
  await expectAsked(app, /David Mensah has taken over this conversation while you were writing/);
  await button(app, 'Send anyway').click();
  await expectSentOnce(stage, app, draft);
});

test('answered by a colleague while one types: told, and Send asks', async () => {
  const { page, app } = await openAndType();
  await stage.control('colleague-message', { chatId: 106, userId: 6, text: 'Of course it can.' });
  await runUntilSeen(page, app.getByText('Yuki Tanaka has answered meanwhile, at'));
  await expectAsked(app, /Yuki Tanaka answered at .* Read it first/);
  await button(app, 'Send anyway').click();
  await expectSentOnce(stage, app, draft);
});

test('the client writes while one types and reads above: place, draft and caret stay', async () => {
  const { page, app } = await openAndType();
  await page.setViewportSize({ width: 1400, height: 560 });
  const log = app.getByRole('log', { name: 'Messages' });
  await log.hover();
  await page.mouse.wheel(0, -5_000);
  const place = () => log.evaluate((box) => Math.round(box.scrollTop));
  await expect.poll(place).toBe(0);
  await fieldOf(app).evaluate((field: HTMLTextAreaElement) => field.setSelectionRange(3, 3));
  await stage.control('client-message', { chatId: 106, text: 'And in green?' });
  await runUntilSeen(page, app.getByRole('button', { name: /new message/i }));
  expect(await place()).toBe(0);
  const caret = await fieldOf(app).evaluate((field: HTMLTextAreaElement) => field.selectionStart);
  expect([await fieldOf(app).inputValue(), caret]).toEqual([draft, 3]);
  await button(app, 'Send').click();
  await expectSentOnce(stage, app, draft);
});
