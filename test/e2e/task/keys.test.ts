/** The keyboard in the messages: one key an action, arrows from row to row, and always a way back to the field. */
import { expect, test } from 'vitest';
import { isAll } from '../support/everything.ts';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { hasFocus, stored } from './acting.ts';
import { openChat, rowOf } from './resulting.ts';

const stage = setUpStage();
const own = 'Смотрю. Спасибо!';

async function open(taskId?: number) {
  const page = await stage.newPage();
  const app = await openChat(stage, page, taskId);
  return { page, app, field: app.getByRole('textbox', { name: 'Message' }) };
}

test('with the focus on a message one key does it, also with a Russian keyboard', async () => {
  const { page, app, field } = await open();
  const row = rowOf(app, own);
  await row.focus();
  await row.press('l');
  await expect.poll(async () => (await stored(stage, own))?.params.LIKE).toEqual([1]);
  expect(await hasFocus(row)).toBe(true);
  await row.press('c');
  await expectToSee(row.getByText('Copied'));
  expect(await hasFocus(row)).toBe(true);

  await row.press('r');
  await expectToSee(app.getByText('Reply to You'));
  await expect.poll(() => hasFocus(field)).toBe(true);
  await field.press('Escape');
  await expect.poll(() => app.getByText('Reply to You').count()).toBe(0);

  await row.focus();
  // Playwright has no Russian layout: the letter that the key E writes there.
  await row.evaluate((element) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'у', code: 'KeyE', bubbles: true })),
  );
  await expect.poll(() => field.inputValue()).toBe(own);
  await expect.poll(() => hasFocus(field)).toBe(true);
  await field.press('Escape');
  await expect.poll(() => field.inputValue()).toBe('');

  await row.focus();
  await row.press('x');
  await expectToSee(app.getByRole('region', { name: 'Chosen messages' }).getByText('1 message chosen'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expectToSee(app.getByRole('region', { name: 'Chosen messages' }).getByText('2 messages chosen'));
});

test.each(isAll ? ['Enter', 'Shift+F10', 'ContextMenu'] : ['Enter'])(
  '%s opens the menu of the message, Escape leads back to it',
  async (key) => {
    const { app } = await open();
    const row = rowOf(app, own);
    await row.focus();
    await row.press(key);
    const menu = app.getByRole('menu');
    await expectToSee(menu.getByRole('menuitem', { name: /^Reply/ }));
    await expect.poll(() => menu.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await menu.press('Escape');
    await expect.poll(() => menu.count()).toBe(0);
    await expect.poll(() => hasFocus(row)).toBe(true);
  },
);

test('arrows, Home and End walk through the rows; Tab leads to the buttons of one; Escape leads back, step by step', async () => {
  const { page, app, field } = await open();
  const rows = app.getByRole('log').getByRole('article');
  const focused = async () => {
    const each = await rows.evaluateAll((all) => all.map((row) => row === document.activeElement));
    return each.indexOf(true) - each.length;
  };
  await rows.last().focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(focused).toBe(-2);
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).toBe(-1);
  await page.keyboard.press('Home');
  await expect.poll(() => hasFocus(rows.first())).toBe(true);
  await expectToSee(app.getByText('This is where the conversation begins'));
  await page.keyboard.press('End');
  await expect.poll(focused).toBe(-1);
  await page.keyboard.press('PageUp');
  await expect.poll(focused).toBeLessThan(-2);

  await rows.last().focus();
  await page.keyboard.press('Tab');
  const first = rows.last().getByRole('group', { name: 'Actions' }).getByRole('button').first();
  await expect.poll(() => hasFocus(first)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(rows.last())).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(field)).toBe(true);
});

test('? lists the keys, / searches, from wherever nothing is typed; in the field both are characters', async () => {
  const { page, app, field } = await open();
  await rowOf(app, own).focus();
  await page.keyboard.press('?');
  const list = app.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expectToSee(list.getByText('In the messages'));
  await expectToSee(list.getByText('Make result'));
  await page.keyboard.press('Escape');
  await expect.poll(() => list.count()).toBe(0);
  await expect.poll(() => hasFocus(rowOf(app, own))).toBe(true);

  await page.keyboard.press('/');
  const search = app.getByRole('searchbox', { name: 'Search messages' });
  await expect.poll(() => hasFocus(search)).toBe(true);
  expect(await search.inputValue()).toBe('');

  await field.focus();
  await page.keyboard.type('?/');
  await expect.poll(() => field.inputValue()).toBe('?/');
  expect(await list.count()).toBe(0);
});

test('the menu’s own code cannot be fetched: it is said in words, each time', async () => {
  const page = await stage.newPage();
  await page.route('**/MenuList-*', (route) => route.abort());
  const app = await openChat(stage, page);
  const row = rowOf(app, own);
  await row.focus();
  const words = app.getByRole('alert').filter({ hasText: 'The menu could not be loaded' });
  await row.press('Enter');
  await expectToSee(words);
  expect(await app.getByRole('menu').count()).toBe(0);
  await page.keyboard.press('Escape');
  await expect.poll(() => words.isVisible()).toBe(false);
  // Chromium never fetches a module again.
  await page.keyboard.press('Enter');
  await expectToSee(words);
});
