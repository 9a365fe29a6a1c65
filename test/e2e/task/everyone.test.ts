/** The task card for everyone: keyboard only, Russian, narrow and wide, light and dark, without breaking a rule of accessibility. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { faultsIn, overflowOf } from '../support/faultsIn.ts';
import type { PortalState } from '../support/portalState.ts';
import { appFrame, setUpStage } from '../support/stage.ts';
import { idOfMessage, makeResultElsewhere } from './resulting.ts';

const stage = setUpStage();

interface View {
  width: number;
  colorScheme: 'light' | 'dark';
  language: 'en' | 'ru';
  /** 51 full, 52 empty, 53 without a chat, 55 of others, 56 hostile */
  taskId: number;
}

const widths = [360, 800, 1400];
const colours = ['light', 'dark'] as const;
const languages = ['en', 'ru'] as const;
const taskIds = [51, 52, 53, 55, 56];

const everyView: readonly View[] = widths.flatMap((width) =>
  colours.flatMap((colorScheme) =>
    languages.flatMap((language) => taskIds.map((taskId) => ({ width, colorScheme, language, taskId }))),
  ),
);
/** A few that between them have every width, colour, language and task. */
const chosenViews: readonly View[] = [
  { width: 360, colorScheme: 'light', language: 'en', taskId: 51 },
  { width: 360, colorScheme: 'dark', language: 'ru', taskId: 56 },
  { width: 800, colorScheme: 'light', language: 'ru', taskId: 52 },
  { width: 1400, colorScheme: 'dark', language: 'ru', taskId: 51 },
  { width: 1400, colorScheme: 'light', language: 'en', taskId: 53 },
  { width: 800, colorScheme: 'dark', language: 'en', taskId: 55 },
];

// `npm run test:all` takes every combination.
test.each(isAll ? everyView : chosenViews)(
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
    const frame = await appFrame(page);
    expect(await faultsIn(frame)).toEqual([]);
    expect(await overflowOf(frame)).toBeLessThanOrEqual(0);
  },
);

test.each([
  { width: 360, colorScheme: 'light', language: 'en', results: 'Results', search: 'Search' },
  { width: 1400, colorScheme: 'dark', language: 'ru', results: 'Результаты', search: 'Поиск' },
] as const)(
  '$width px, $colorScheme, $language: the panels break no rule, and nothing is cut off',
  async ({ width, colorScheme, language, results, search }) => {
    await stage.control('reset', { switches: { language } });
    await makeResultElsewhere(stage, await idOfMessage(stage, 'Direction A'));
    const page = await stage.newPage({
      viewport: { width, height: 740 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    const app = await stage.openTask(page);
    const frame = await appFrame(page);
    const expectNoFaults = async () => {
      expect(await faultsIn(frame)).toEqual([]);
      expect(await overflowOf(frame)).toBeLessThanOrEqual(0);
    };
    const button = app.getByRole('button', { name: new RegExp(`^${results}`) });
    await expectToSee(button);
    if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
    await expectToSee(app.getByRole('region', { name: results }).getByText('Direction A'));
    await expectNoFaults();

    await app.getByRole('button', { name: search, exact: true }).click();
    const panel = app.getByRole('region', { name: search });
    await panel.getByRole('searchbox').fill('page');
    await expectToSee(panel.getByRole('listitem'));
    await expectNoFaults();
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
  // The newest row, which is the way to all others.
  expect(visited).toContainEqual(expect.stringMatching(/^You, /));
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
