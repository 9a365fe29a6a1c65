/** Everything that can be done with messages, by the keyboard alone, at every width, in English and Russian. */
import type { FrameLocator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { ru } from '../../../src/i18n/ru.ts';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { overflowOf } from '../support/faultsIn.ts';
import { appFrame, setUpStage } from '../support/stage.ts';
import { hasFocus, stored } from './acting.ts';
import { rowOf } from './resulting.ts';

const stage = setUpStage();
const catalogues = { en, ru };
type Words = (typeof catalogues)['en' | 'ru'];

interface Scene {
  page: Page;
  app: FrameLocator;
  words: Words;
}

const own = 'Open points until Friday';
const martas = 'Then I draw the imprint';

/** From the field back to the messages, then row by row. */
async function goTo({ page, app, words }: Scene, text: string): Promise<void> {
  await app.getByRole('textbox', { name: words.conversation.message }).focus();
  const rows = app.getByRole('log').locator('article:focus');
  for (let steps = 0; steps < 40 && (await rows.count()) === 0; steps += 1)
    await page.keyboard.press('Shift+Tab');
  for (let steps = 0; steps < 20 && !(await hasFocus(rowOf(app, text))); steps += 1)
    await page.keyboard.press('ArrowUp');
  expect(await hasFocus(rowOf(app, text))).toBe(true);
}

/** Down the open menu to an item. */
async function chooseItem({ page, app }: Scene, name: string): Promise<void> {
  const menu = app.getByRole('menu');
  const item = menu.getByText(name, { exact: true });
  await expectToSee(item);
  await expect.poll(() => menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Home');
  const focused = menu.locator(':focus, [data-active-item]').filter({ hasText: name });
  for (let steps = 0; steps < 10 && (await focused.count()) === 0; steps += 1)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

const actions: Record<string, (scene: Scene) => Promise<void>> = {
  async like(scene) {
    await goTo(scene, martas);
    await scene.page.keyboard.press('Enter');
    await chooseItem(scene, scene.words.actions.like);
    await expect.poll(async () => (await stored(stage, martas))?.params.LIKE).toEqual([1]);
    await expect.poll(() => hasFocus(rowOf(scene.app, martas))).toBe(true);
  },
  async edit(scene) {
    const { page, app, words } = scene;
    await goTo(scene, own);
    await page.keyboard.press('Enter');
    await chooseItem(scene, words.actions.edit);
    const field = app.getByRole('textbox', { name: words.conversation.message });
    await expect.poll(() => hasFocus(field)).toBe(true);
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' (all)');
    await page.keyboard.press('Enter');
    await expectToSee(rowOf(app, 'imprint (all)').getByText(words.conversation.edited));
  },
  async remove(scene) {
    const { page, app, words } = scene;
    await goTo(scene, own);
    await page.keyboard.press('Delete');
    const dialog = app.getByRole('dialog', { name: words.actions.deleteSure });
    await expectToSee(dialog);
    await page.keyboard.press('Tab');
    await expect.poll(() => hasFocus(dialog.getByRole('button', { name: words.actions.delete }))).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => rowOf(app, own).count()).toBe(0);
    await expectToSee(rowOf(app, words.conversation.deleted));
    await expect.poll(() => app.getByRole('log').locator('article:focus').count()).toBe(1);
  },
  async reply(scene) {
    const { page, app } = scene;
    await goTo(scene, martas);
    await page.keyboard.press('r');
    await expect.poll(() => app.getByRole('textbox').and(app.locator(':focus')).count()).toBe(1);
    await page.keyboard.type('Yes, the footer');
    await page.keyboard.press('Enter');
    await expectToSee(rowOf(app, 'Yes, the footer').getByText(martas));
  },
  async search(scene) {
    const { page, app, words } = scene;
    await goTo(scene, martas);
    await page.keyboard.press('/');
    const field = app.getByRole('searchbox', { name: words.search.field });
    await expect.poll(() => hasFocus(field)).toBe(true);
    await page.keyboard.type('two directions');
    await expectToSee(app.getByRole('list', { name: words.search.hits }).getByRole('button'));
    await page.keyboard.press('Enter');
    const go = app.getByRole('button', { name: words.search.goTo });
    for (let step = 0; step < 4 && !(await hasFocus(go)); step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(rowOf(app, 'two directions'))).toBe(true);
  },
  async shortcuts(scene) {
    const { page, app, words } = scene;
    await goTo(scene, martas);
    await page.keyboard.press('?');
    const dialog = app.getByRole('dialog', { name: words.composer.shortcuts });
    await expectToSee(dialog.getByText(words.actions.keyMenu));
    expect(await overflowOf(await appFrame(page))).toBeLessThanOrEqual(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(rowOf(app, martas))).toBe(true);
  },
};

interface View {
  width: number;
  language: 'en' | 'ru';
  action: string;
}

const everyView: readonly View[] = [360, 800, 1400].flatMap((width) =>
  (['en', 'ru'] as const).flatMap((language) =>
    Object.keys(actions).map((action) => ({ width, language, action })),
  ),
);
/** Between them every action, and every width in either language. */
const chosenViews: readonly View[] = [
  { width: 360, language: 'ru', action: 'like' },
  { width: 800, language: 'en', action: 'edit' },
  { width: 1400, language: 'ru', action: 'remove' },
  { width: 360, language: 'en', action: 'search' },
  { width: 800, language: 'ru', action: 'shortcuts' },
  { width: 1400, language: 'en', action: 'reply' },
];

// `npm run test:all` takes every combination.
test.each(isAll ? everyView : chosenViews)(
  '$width px, $language: $action',
  async ({ width, language, action }) => {
    await stage.control('reset', { switches: { language } });
    const page = await stage.newPage({ viewport: { width, height: 740 }, reducedMotion: 'reduce' });
    const app = await stage.openTask(page);
    await expectToSee(app.getByRole('log').getByRole('article'));
    await actions[action]?.({ page, app, words: catalogues[language] });
    expect(await overflowOf(await appFrame(page))).toBeLessThanOrEqual(0);
  },
);
