/** What most tests of writing do and look at. */
import type { FrameLocator, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState, RestRequest } from '../support/portalState.ts';
import type { Stage } from '../support/stage.ts';

export const sendMethod = 'tasks.task.chat.message.send';

export async function write(app: FrameLocator, text: string): Promise<void> {
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill(text);
  await field.press('Enter');
}

export function rowsOf(app: FrameLocator, text: string): Locator {
  return app.getByRole('article').filter({ hasText: text });
}

/** The sign of what is in the portal, in the row of a text. */
export function sentSign(app: FrameLocator, text: string): Locator {
  return rowsOf(app, text).getByRole('img', { name: 'Sent', exact: true });
}

/** Messages of the portal that were written with this text. */
export async function countInPortal(stage: Stage, text: string): Promise<number> {
  const { messages } = await stage.control<PortalState>('state');
  return messages.filter((message) => message.typed === text).length;
}

/** POSTs that would have sent, whatever came of them. */
export async function countSends(stage: Stage): Promise<number> {
  const requests = await stage.control<RestRequest[]>('requests');
  return requests.filter((request) => request.method === sendMethod).length;
}

/** The message stands in the chat once, is called sent, and nothing is said to be open. */
export async function expectSentOnce(stage: Stage, app: FrameLocator, text: string): Promise<void> {
  await expectToSee(sentSign(app, text));
  expect(await rowsOf(app, text).count()).toBe(1);
  expect(
    await rowsOf(app, text)
      .getByRole('button', { name: /^(Check|Send again)/ })
      .count(),
  ).toBe(0);
  expect(await countInPortal(stage, text)).toBe(1);
}

/** The page's time passes until it is true. */
export async function runUntil(page: Page, isTrue: () => Promise<boolean>): Promise<void> {
  const step = async () => {
    await page.clock.runFor(1_000);
    return isTrue();
  };
  // Not faster: the store's transactions take real time, and 5 s of silence by the page's clock is a refusal.
  await expect.poll(step, { interval: 100, timeout: 25_000 }).toBe(true);
}

/** Lets the page's clock (`page.clock.install()`) run, as quickly as the page keeps up, until something is there. */
export async function passTimeUntil(page: Page, awaited: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await page.clock.fastForward(10_000);
      return awaited.isVisible();
    })
    .toBe(true);
}
