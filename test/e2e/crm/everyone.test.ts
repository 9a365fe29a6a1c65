/** The CRM card for everyone: keyboard only, Russian, narrow and wide, light and dark, without breaking a rule of accessibility. */
import type { Frame, FrameLocator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { crmEn } from '../../../src/i18n/crm/en.ts';
import { en } from '../../../src/i18n/en.ts';
import { ru } from '../../../src/i18n/ru.ts';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { faultsIn, overflowOf } from '../support/faultsIn.ts';
import { setUpStage } from '../support/stage.ts';
import { hasFocus } from '../task/acting.ts';
import { openCard, resetWithCards, type CardType } from './card.ts';
import { stored } from './chatting.ts';
import { englishIn } from './englishIn.ts';

const stage = setUpStage();
const catalogues = { en: { ...en, ...crmEn }, ru };
type Language = keyof typeof catalogues;
type Words = (typeof catalogues)[Language];

interface View {
  width: number;
  colorScheme: 'light' | 'dark';
  language: Language;
  /** deal 10: one's own chat; contact 11: a colleague's and nobody's; lead 13: a bot's; company 14: closed */
  card: string;
}

const cards: Readonly<Record<string, readonly [CardType, number]>> = {
  'deal 10': ['deal', 10],
  'contact 11': ['contact', 11],
  'lead 13': ['lead', 13],
  'company 14': ['company', 14],
};

const everyView: readonly View[] = [360, 800, 1400].flatMap((width) =>
  (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['en', 'ru'] as const).flatMap((language) =>
      Object.keys(cards).map((card) => ({ width, colorScheme, language, card })),
    ),
  ),
);
/** With those of the windows below: every two of width, colour and language, and every card in each colour and language. */
const chosenViews: readonly View[] = [
  { width: 360, colorScheme: 'light', language: 'ru', card: 'contact 11' },
  { width: 360, colorScheme: 'dark', language: 'en', card: 'lead 13' },
  { width: 360, colorScheme: 'dark', language: 'ru', card: 'company 14' },
  { width: 800, colorScheme: 'dark', language: 'en', card: 'contact 11' },
  { width: 800, colorScheme: 'light', language: 'ru', card: 'lead 13' },
  { width: 1400, colorScheme: 'light', language: 'en', card: 'company 14' },
  { width: 1400, colorScheme: 'dark', language: 'ru', card: 'contact 11' },
];

interface Scene {
  page: Page;
  app: FrameLocator;
  frame: Frame;
  words: Words;
  language: Language;
}

async function open({ width, colorScheme, language, card }: View): Promise<Scene> {
  await resetWithCards(stage, { switches: { language } });
  const page = await stage.newPage({
    viewport: { width, height: 740 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const [type, id] = cards[card] ?? ['deal', 10];
  const app = await openCard(stage, page, type, id);
  await expectToSee(app.getByRole('log').getByRole('article'));
  return { page, app, frame: await frameOf(page), words: catalogues[language], language };
}

async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.locator('iframe').elementHandle())?.contentFrame();
  if (!frame) throw new Error('The tab has no frame');
  return frame;
}

async function expectNoFaults(scene: Scene): Promise<void> {
  expect(await faultsIn(scene.frame)).toEqual([]);
  await expectToFit(scene);
}

async function expectToFit({ frame, language }: Pick<Scene, 'frame' | 'language'>): Promise<void> {
  expect(await overflowOf(frame)).toBeLessThanOrEqual(0);
  if (language === 'ru') expect(await englishIn(frame, stage.world())).toEqual([]);
}

// `npm run test:all` takes every combination.
test.each(isAll ? everyView : chosenViews)(
  '$width px, $colorScheme, $language, $card: no rule is broken, nothing is cut off, Russian is Russian',
  async (view) => {
    const scene = await open(view);
    await expectToSee(scene.app.getByRole('list', { name: scene.words.crm.chats }).getByRole('button'));
    await expectNoFaults(scene);
  },
);

/** What can be opened over the conversation. */
const windows: Record<string, (scene: Scene) => Promise<void>> = {
  async forward({ app, words }) {
    await app.getByRole('button', { name: words.forward.toTask, exact: true }).first().click();
    await expectToSee(app.getByRole('dialog').getByRole('radio'));
  },
  async transfer(scene) {
    await pressInBar(scene, scene.words.session.transfer);
    await expectToSee(scene.app.getByRole('dialog').getByRole('radio', { name: /^Sales/ }));
  },
  async finish(scene) {
    await pressInBar(scene, scene.words.session.finish);
    await expectToSee(scene.app.getByRole('dialog'));
  },
  async quickReplies({ app, words }) {
    const field = app.getByRole('textbox', { name: words.conversation.message });
    await field.pressSequentially('/');
    await app.getByRole('option', { name: words.quickReplies.manage }).click();
    await app.getByRole('dialog').getByRole('button', { name: words.quickReplies.new }).click();
    await expectToSee(app.getByRole('dialog').getByRole('textbox', { name: words.quickReplies.text }));
  },
};

async function pressInBar({ app, words }: Scene, action: string): Promise<void> {
  const bar = app.getByRole('region', { name: words.session.bar });
  const button = bar.getByRole('button', { name: action, exact: true });
  if ((await button.count()) > 0) return button.click();
  await bar.getByRole('button', { name: words.session.more, exact: true }).click();
  return app.getByRole('menuitem', { name: action, exact: true }).click();
}

const viewsWithWindows: readonly View[] = everyView.filter(
  ({ card, width, colorScheme, language }) =>
    card === 'deal 10' &&
    (isAll ||
      (width === 360 && colorScheme === 'dark' && language === 'ru') ||
      (width === 1400 && colorScheme === 'light' && language === 'en')),
);

test.each(viewsWithWindows)(
  '$width px, $colorScheme, $language: neither is it with any window open',
  async (view) => {
    const scene = await open(view);
    for (const openWindow of Object.values(windows)) {
      await openWindow(scene);
      await expectNoFaults(scene);
      await scene.page.keyboard.press('Escape');
      await expect.poll(() => scene.app.getByRole('dialog').count()).toBe(0);
    }
  },
  60_000,
);

/** Presses a key until the focus is there. */
async function walk(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let steps = 0; steps < 60 && !(await isThere()); steps += 1) await page.keyboard.press(key);
  expect(await isThere()).toBe(true);
}

test.each(
  everyView.filter(
    ({ card, width, colorScheme, language }) =>
      card === 'contact 11' &&
      colorScheme === 'light' &&
      (isAll || (width === 360 && language === 'en') || (width === 1400 && language === 'ru')),
  ),
)(
  '$width px, $language, by keyboard alone: open, write, send, messages, list, menu',
  async (view) => {
    const { width, colorScheme, language } = view;
    await resetWithCards(stage, { switches: { language } });
    await stage.control('session', { chatId: 107, operatorId: 1 });
    const words = catalogues[language];
    const page = await stage.newPage({
      viewport: { width, height: 740 },
      colorScheme,
      reducedMotion: 'reduce',
    });
    await page.goto(`${stage.portalOrigin}/crm/contact/details/11/`);
    const tab = page.getByRole('tab', { name: 'Chat Desk' });
    await walk(page, 'Tab', () => hasFocus(page.getByRole('tab').first()));
    await walk(page, 'ArrowRight', () => hasFocus(tab));
    await page.keyboard.press('Enter');

    const app = page.frameLocator('iframe');
    const field = app.getByRole('textbox', { name: words.conversation.message });
    await expectToSee(app.getByRole('log').getByRole('article'));
    await walk(page, 'Tab', () =>
      field.evaluate((one) => one === document.activeElement && document.hasFocus()),
    );
    await page.keyboard.type('All by keyboard');
    await page.keyboard.press('Enter');
    await expect.poll(() => stored(stage, 'All by keyboard')).toMatchObject([{ chatId: 107 }]);
    await expect.poll(() => hasFocus(field)).toBe(true);

    const rows = app.getByRole('log').getByRole('article');
    const focusedRow = rows.and(app.locator(':focus'));
    await walk(page, 'Shift+Tab', async () => (await focusedRow.count()) === 1);
    await walk(page, 'ArrowUp', () =>
      hasFocus(rows.filter({ hasText: 'Which gates can your portal book?' })),
    );

    const more = app
      .getByRole('region', { name: words.session.bar })
      .getByRole('button', { name: words.session.more, exact: true });
    await walk(page, 'Shift+Tab', () => hasFocus(more));
    await page.keyboard.press('Enter');
    const menu = app.getByRole('menu');
    await expectToSee(menu.getByRole('menuitem', { name: words.session.spam }));
    await expect.poll(() => menu.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    await expectToFit({ frame: await frameOf(page), language });
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(more)).toBe(true);

    const chats = app.getByRole('list', { name: words.crm.chats }).getByRole('button');
    const focusedChat = chats.and(app.locator(':focus'));
    await walk(page, 'Shift+Tab', async () => (await focusedChat.count()) === 1);
    const telegram = chats.filter({ hasText: 'Telegram' }).first();
    await page.keyboard.press('Home');
    await walk(page, 'ArrowDown', () => hasFocus(telegram));
    await page.keyboard.press('Enter');
    await expectToSee(app.getByRole('log').getByText('Peter here, my other number.'));
  },
  60_000,
);
