/** The task card for everyone: keyboard only, Russian, narrow and wide, light and dark, without breaking a rule of accessibility. */
import axe from 'axe-core';
import type { FrameLocator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState } from '../support/portalState.ts';
import { appFrame, setUpStage } from '../support/stage.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const stage = setUpStage();

/** What axe finds in the app's frame; empty when all is well. */
async function faultsIn(page: Page): Promise<string[]> {
  const frame = await appFrame(page);
  await frame.addScriptTag({ content: axe.source });
  return frame.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
}

/** Nothing is cut off at the side. */
async function overflow(app: FrameLocator): Promise<number> {
  return app.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
}

// Pairs of width, colours, language and state; `npm run test:all` takes every combination.
const pairs = [
  { width: 360, colorScheme: 'light', language: 'en', taskId: 51 },
  { width: 360, colorScheme: 'dark', language: 'ru', taskId: 56 },
  { width: 800, colorScheme: 'dark', language: 'en', taskId: 56 },
  { width: 800, colorScheme: 'light', language: 'ru', taskId: 52 },
  { width: 1400, colorScheme: 'dark', language: 'ru', taskId: 51 },
  { width: 1400, colorScheme: 'light', language: 'en', taskId: 53 },
  { width: 360, colorScheme: 'light', language: 'ru', taskId: 53 },
  { width: 1400, colorScheme: 'light', language: 'en', taskId: 55 },
] as const;

test.each(pairs)(
  '$width px, $colorScheme, $language, task $taskId: no rule is broken and nothing is cut off',
  async ({ width, colorScheme, language, taskId }) => {
    // Task 55 is for others.
    await stage.control('reset', { switches: { language, signedInUserId: taskId === 55 ? 8 : 1 } });
    const page = await stage.newPage({
      viewport: { width, height: 740 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const app = await stage.openTask(page, taskId);
    await expectToSee(app.getByRole('heading', { level: 1 }));
    if (taskId === 51 || taskId === 56) await expectToSee(app.getByRole('article'));
    expect(await faultsIn(page)).toEqual([]);
    expect(await overflow(app)).toBeLessThanOrEqual(0);
  },
);

async function focusedName(page: Page): Promise<string> {
  const frame = await appFrame(page);
  return frame.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}

test('with the keyboard alone: open, write, send, walk to the messages, close', async () => {
  const page = await stage.newPage();
  await page.goto(`${stage.portalOrigin}/company/personal/user/1/tasks/task/view/51/`);
  await page.getByRole('button', { name: 'Chat Desk' }).focus();
  await page.keyboard.press('Enter');
  const app = page.getByRole('dialog').frameLocator('iframe');
  const field = app.getByRole('textbox', { name: 'Message' });
  await expectToSee(field);
  await field.focus();
  await page.keyboard.type('Typed without a mouse');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('second line');
  await page.keyboard.press('Enter');
  await expectToSee(app.getByRole('article').last().getByRole('img', { name: 'Sent', exact: true }));
  const { messages } = await stage.control<PortalState>('state');
  expect(messages.at(-1)).toMatchObject({ typed: 'Typed without a mouse\nsecond line', authorId: 1 });
  expect(await field.evaluate((node) => node === document.activeElement)).toBe(true);

  const visited: string[] = [];
  for (let step = 0; step < 8; step += 1) {
    await page.keyboard.press('Shift+Tab');
    visited.push(await focusedName(page));
  }
  expect(visited).toContain('Messages');
});

test('in Russian every word of ours is Russian, dates as well', async () => {
  await stage.control('reset', { switches: { language: 'ru' } });
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('log', { name: 'Сообщения' }));
  await expectToSee(app.getByRole('textbox', { name: 'Сообщение' }));
  await expectToSee(app.getByRole('button', { name: 'Отправить' }));
  await expectToSee(app.getByText('Вчера', { exact: true }));
  expect(await app.locator('html').getAttribute('lang')).toBe('ru');
});

test('where the browser refuses storage it says so, and works all the same', async () => {
  const page = await stage.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const app = await stage.openTask(page);
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('Kept in memory');
  await expectToSee(app.getByText('does not let the app store anything'));
  await field.press('Enter');
  await expectToSee(app.getByRole('article').last().getByText('Kept in memory'));
  await expectToSee(app.getByRole('article').last().getByRole('img', { name: 'Sent', exact: true }));
});
