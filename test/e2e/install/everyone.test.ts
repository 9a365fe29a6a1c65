/** The install screen for everyone: keyboard only, Russian, narrow and wide, light and dark. */
import { expect, test } from 'vitest';
import { chosen } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { faultsIn, overflowOf } from '../support/faultsIn.ts';
import { setUpStage } from '../support/stage.ts';
import {
  boundRows,
  crmTabs,
  everyPlace,
  frameOf,
  installAddress,
  itemOf,
  openInstaller,
  rowsOf,
} from './installer.ts';

const stage = setUpStage();

/** What the screen is opened on; each shows other parts of it. */
const starts = {
  first: { app: {} },
  outdated: {
    app: { placements: [{ placement: 'TASK_VIEW_TAB', handler: 'http://127.0.0.1:9/static/1/index.html' }] },
  },
  missing: { app: { scopes: ['im'] } },
  complete: { app: { placements: [...everyPlace, 'TASK_VIEW_SIDEBAR'] } },
  withoutCrm: { app: { placements: ['TASK_VIEW_TAB'], scopes: ['task', 'tasks', 'im', 'placement'] } },
  denied: { app: { url: installAddress, installUrl: null }, switches: { signedInUserId: 2 } },
} as const;

/** Pairs of width, colours, language and start; those without `inAll` show each start, width, colour and language. */
const pairs = [
  { width: 360, colorScheme: 'light', language: 'en', start: 'missing', inAll: true },
  { width: 360, colorScheme: 'dark', language: 'ru', start: 'outdated' },
  { width: 800, colorScheme: 'dark', language: 'en', start: 'complete' },
  { width: 800, colorScheme: 'light', language: 'ru', start: 'missing' },
  { width: 1400, colorScheme: 'dark', language: 'ru', start: 'first' },
  { width: 1400, colorScheme: 'light', language: 'en', start: 'outdated', inAll: true },
  { width: 360, colorScheme: 'light', language: 'ru', start: 'complete', inAll: true },
  { width: 1400, colorScheme: 'dark', language: 'en', start: 'denied' },
  { width: 360, colorScheme: 'dark', language: 'ru', start: 'withoutCrm' },
] as const;

test.each(chosen(pairs, (pair) => !('inAll' in pair)))(
  '$width px, $colorScheme, $language, $start: no rule is broken and nothing is cut off',
  async ({ width, colorScheme, language, start }) => {
    const { app: given, ...rest } = starts[start];
    const { page, app } = await openInstaller(stage, {
      app: given,
      switches: { language, ...('switches' in rest ? rest.switches : {}) },
      context: { viewport: { width, height: 740 }, colorScheme, reducedMotion: 'reduce' },
    });
    await expectToSee(app.getByRole('heading', { level: 1 }));
    const frame = await frameOf(page);
    expect(await faultsIn(frame)).toEqual([]);
    expect(await overflowOf(frame)).toBeLessThanOrEqual(0);
  },
);

test('a failed step breaks no rule either, narrow and dark', async () => {
  const { page, app } = await openInstaller(stage, {
    context: { viewport: { width: 360, height: 740 }, colorScheme: 'dark', reducedMotion: 'reduce' },
  });
  await expectToSee(app.getByRole('button', { name: 'Install' }));
  const long = 'NoSpaceAtAll'.repeat(60);
  const body = JSON.stringify({ error: 'ERROR_CORE', error_description: `<b class="hostile">${long}</b>` });
  await stage.control('faults', [
    { method: 'placement.bind', fault: 'status', status: 400, body, executed: false },
  ]);
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(itemOf(app, 'to the card of a task').getByText('failed'));
  const frame = await frameOf(page);
  expect(await app.locator('.hostile').count()).toBe(0);
  expect(await faultsIn(frame)).toEqual([]);
  expect(await overflowOf(frame)).toBeLessThanOrEqual(0);
});

test('with the keyboard alone: tick, install, finish', async () => {
  const { page, app } = await openInstaller(stage);
  await expectToSee(app.getByRole('button', { name: 'Install' }));
  const focused = async () => (await frameOf(page)).evaluate(() => document.activeElement?.textContent ?? '');
  await app.getByRole('checkbox', { name: 'In the sidebar' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Install');
  await page.keyboard.press('Enter');
  await expectToSee(app.getByRole('button', { name: 'Finish' }));
  await expect.poll(focused).toContain('Everything is in place');
  expect(await boundRows(stage)).toEqual(rowsOf(['TASK_VIEW_TAB', 'TASK_VIEW_SIDEBAR', ...crmTabs]));
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Finish');
  await page.keyboard.press('Enter');
  await page.waitForURL(/install_finished=Y/);
});

test('in Russian every word is Russian', async () => {
  const { page, app } = await openInstaller(stage, { switches: { language: 'ru' } });
  await expectToSee(app.getByRole('heading', { level: 1, name: 'Установка Chat Desk' }));
  await app.getByRole('button', { name: 'Установить' }).click();
  await expectToSee(itemOf(app, 'карточка задачи').getByText('добавлено'));
  await app.getByRole('button', { name: 'Завершить' }).click();
  await page.waitForURL(/install_finished=Y/);
  await expectToSee(app.getByRole('button', { name: 'Проверить установку' }));
});

test('each step is read out as it changes', async () => {
  const { app } = await openInstaller(stage);
  for (const name of ['Task card', 'CRM cards', 'Last step']) {
    const steps = app.getByRole('list', { name });
    await expectToSee(steps);
    expect(await steps.getAttribute('aria-live')).toBe('polite');
  }
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(app.getByRole('status').filter({ hasText: 'Everything is in place' }));
});
