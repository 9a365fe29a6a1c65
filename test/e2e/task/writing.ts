/** What most tests of writing do and look at. */
import type { FrameLocator, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState, RestRequest } from '../support/portalState.ts';
import { appFrame, type Stage } from '../support/stage.ts';

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

/** Lets the page's time pass; calls are answered, and what comes of them is stored, in real time. */
export async function letPass(page: Page, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 5) {
    await page.clock.runFor(5_000);
    await page.waitForTimeout(50);
  }
}

/** For two minutes of the page's time nothing is sent, while reading goes on. */
export async function expectSilence(stage: Stage, page: Page): Promise<void> {
  const countAll = async () => (await stage.control<RestRequest[]>('requests')).length;
  const [sends, all] = [await countSends(stage), await countAll()];
  await letPass(page, 120);
  expect(await countAll()).toBeGreaterThan(all);
  expect(await countSends(stage)).toBe(sends);
}

/** What is said to be wrong from now on, at whatever moment, on a message or above all of them. */
export async function watchTrouble(page: Page): Promise<() => Promise<string[]>> {
  const frame = await appFrame(page);
  const watch = await frame.evaluateHandle(() => {
    const tones = ['doubt', 'refused', 'warning', 'danger'].map((tone) => `[data-tone="${tone}"]`);
    const places = ['[role="alert"]', ...tones].join();
    const seen = new Set<string>();
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll(places)) seen.add(textContent);
    }).observe(document.body, { attributes: true, childList: true, subtree: true, characterData: true });
    return seen;
  });
  return () => watch.evaluate((seen) => [...seen]);
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
