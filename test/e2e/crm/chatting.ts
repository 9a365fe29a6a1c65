/** What tests of conversations with clients do and look at. */
import type { FrameLocator, Locator, Page, Route } from 'playwright';
import { expect } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { RestRequest, StateMessage } from '../support/portalState.ts';
import type { Stage } from '../support/stage.ts';
import { openCard, type CardType } from './card.ts';

export const replyMethod = 'imopenlines.crm.message.add';

export const fieldOf = (app: FrameLocator) => app.getByRole('textbox', { name: 'Message' });
export const button = (app: FrameLocator, name: string) => app.getByRole('button', { name, exact: true });
export const rowsOf = (app: FrameLocator, text: string) =>
  app.getByRole('article').filter({ has: app.getByText(text) });

/** A new page with a card whose conversation is on the screen; its time can be made to pass. */
export async function openChat(
  stage: Stage,
  type: CardType,
  id: number,
  words: string,
): Promise<{ page: Page; app: FrameLocator }> {
  const page = await stage.newPage();
  await page.clock.install();
  const app = await openCard(stage, page, type, id);
  await expectToSee(rowsOf(app, words));
  return { page, app };
}

export async function write(app: FrameLocator, text: string): Promise<void> {
  await fieldOf(app).fill(text);
  await fieldOf(app).press('Enter');
}

interface LineState {
  messages: Array<StateMessage & { params: Record<string, unknown> }>;
}

/** Messages of the portal that were written with this text. */
export async function stored(stage: Stage, text: string): Promise<LineState['messages']> {
  const { messages } = await stage.control<LineState>('state');
  return messages.filter((message) => message.typed === text);
}

/** POSTs that would have sent a reply, whatever came of them. */
export async function countReplies(stage: Stage): Promise<number> {
  const requests = await stage.control<RestRequest[]>('requests');
  return requests.filter(({ method }) => method === replyMethod).length;
}

/** The sign of what is in the portal, or further on its way, in the row of a text. */
export function sentSign(app: FrameLocator, text: string): Locator {
  return rowsOf(app, text).getByRole('img', { name: /^(Sent|With the client|Отправлено|У клиента)$/ });
}

/** The message stands in the portal once and on the screen once, called sent, and nothing is said to be open. */
export async function expectSentOnce(stage: Stage, app: FrameLocator, text: string): Promise<void> {
  await expectToSee(sentSign(app, text));
  expect(await stored(stage, text)).toHaveLength(1);
  const row = rowsOf(app, text);
  expect(await row.count()).toBe(1);
  expect(await row.getByRole('button', { name: /^(Check|Send again|Проверить|Отправить)/ }).count()).toBe(0);
}

/** The page's time passes until it is true. */
export async function runUntil(page: Page, isTrue: () => Promise<boolean>): Promise<void> {
  const step = async () => {
    await page.clock.runFor(1_000);
    return isTrue();
  };
  // Not faster: what is stored takes real time.
  await expect.poll(step, { interval: 60, timeout: 25_000 }).toBe(true);
}

export async function runUntilSeen(page: Page, awaited: Locator): Promise<void> {
  await runUntil(page, () => awaited.first().isVisible());
}

/** Something happens in the portal after the page has read how things stand and before its reply gets there. */
export async function justBeforeReply(page: Page, happens: () => Promise<unknown>): Promise<void> {
  const onReply = async (route: Route) => {
    await happens();
    await route.continue();
  };
  await page.route(`**/${replyMethod}*`, onReply, { times: 1 });
}
