/** The tools of the field: what they make stands on the portal as BB code, and in the chat as people read it. */
import type { FrameLocator } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import { countSends, rowsOf, sentSign } from './writing.ts';

const stage = setUpStage();

async function open(taskId?: number) {
  const page = await stage.newPage();
  const app = await stage.openTask(page, taskId);
  await expectToSee(app.getByRole('article'));
  return { page, app, field: fieldOf(app) };
}

function fieldOf(app: FrameLocator) {
  return app.getByRole('textbox', { name: 'Message' });
}

/** The newest message of Anna's, as it was written to the portal. */
async function newest(): Promise<string | undefined> {
  const { messages } = await stage.control<PortalState>('state');
  return messages.findLast(({ authorId }) => authorId === 1)?.typed;
}

test('@ offers the people of the chat, then of the company; who is chosen is mentioned on the portal', async () => {
  const { page, app, field } = await open();
  const list = app.getByRole('listbox', { name: 'People to mention' });
  await field.pressSequentially('@mar');
  await expectToSee(
    list.getByRole('group', { name: 'In this chat' }).getByRole('option', { name: 'Marta Olsen' }),
  );
  await field.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('@Marta Olsen ');
  await field.pressSequentially('and @yuk');
  const colleague = list.getByRole('group', { name: 'In the company' }).getByRole('option');
  await expect.poll(() => colleague.allTextContents()).toEqual([expect.stringContaining('Yuki Tanaka')]);
  await colleague.click();
  await field.pressSequentially('please look');
  await expect.poll(() => field.inputValue()).toBe('@Marta Olsen and @Yuki Tanaka please look');

  // What was typed is kept over a reload, and so is who was meant.
  await page.reload();
  const again = await stage.openTask(page);
  await expect.poll(() => fieldOf(again).inputValue()).toBe('@Marta Olsen and @Yuki Tanaka please look');
  await fieldOf(again).press('Enter');
  await expectToSee(sentSign(again, 'please look'));
  expect(await newest()).toBe('[USER=2]Marta Olsen[/USER] and [USER=6]Yuki Tanaka[/USER] please look');
  expect(await rowsOf(again, 'please look').textContent()).toContain('Marta Olsen and');
  expect(await rowsOf(again, 'please look').textContent()).not.toContain('[USER');
}, 60_000);

test('Escape closes the list and keeps what was typed; an @ that names nobody is a text', async () => {
  const { app, field } = await open();
  await field.pressSequentially('@mar');
  await expectToSee(app.getByRole('option', { name: 'Marta Olsen' }));
  await field.press('Escape');
  await expect.poll(() => app.getByRole('listbox').count()).toBe(0);
  await field.press('Enter');
  await expectToSee(sentSign(app, '@mar'));
  expect(await newest()).toBe('@mar');
});

test('formatting by key and by button is BB code on the portal, shown in the preview and in the row', async () => {
  const { app, field } = await open();
  await field.pressSequentially('bold');
  await field.press('Control+a');
  await field.press('Control+b');
  await expect.poll(() => field.inputValue()).toBe('[b]bold[/b]');
  await field.press('End');
  await field.pressSequentially(' struck');
  await field.press('Control+Shift+ArrowLeft');
  await app.getByRole('button', { name: 'Strikethrough' }).click();
  await expect.poll(() => field.inputValue()).toBe('[b]bold[/b] [s]struck[/s]');
  await field.press('End');
  await field.pressSequentially(' site');
  await field.press('Control+Shift+ArrowLeft');
  await field.press('Control+k');
  await app.getByRole('textbox', { name: 'Address' }).fill('northwind.example.com');
  await app.getByRole('textbox', { name: 'Address' }).press('Enter');
  const written = '[b]bold[/b] [s]struck[/s] [url=https://northwind.example.com]site[/url]';
  await expect.poll(() => field.inputValue()).toBe(written);

  await app.getByRole('button', { name: 'Preview' }).click();
  const preview = app.getByRole('region', { name: 'Preview' });
  await expectToSee(preview.getByRole('link', { name: 'site' }));
  expect(await preview.textContent()).not.toContain('[b]');

  await field.press('Enter');
  const row = rowsOf(app, 'struck');
  await expectToSee(sentSign(app, 'struck'));
  expect(await newest()).toBe(written);
  expect(await row.locator('b, strong').filter({ hasText: 'bold' }).count()).toBe(1);
  expect(await row.locator('s, del').filter({ hasText: 'struck' }).count()).toBe(1);
  expect(await row.getByRole('link', { name: 'site' }).getAttribute('href')).toMatch(
    /^https:\/\/northwind\.example\.com\/?$/,
  );
});

test('what is typed while a tool is being loaded stays', async () => {
  const page = await stage.newPage();
  let letThrough = () => {};
  const isLet = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const asked: string[] = [];
  await page.route(/\/format-[^/]*\.js$/, async (route) => {
    asked.push(route.request().url());
    await isLet;
    await route.continue();
  });
  const app = await stage.openTask(page);
  await expectToSee(app.getByRole('article'));
  const field = fieldOf(app);
  // Entering the field asks for it, before any tool is used.
  await field.focus();
  await expect.poll(() => asked.length).toBe(1);
  await field.pressSequentially('one ');
  await field.press('Control+b');
  await field.pressSequentially('two');
  letThrough();
  await expect.poll(() => field.inputValue()).toMatch(/\[b\]/);
  expect((await field.inputValue()).replaceAll(/\[\/?b\]/g, '')).toBe('one two');
});

test('Enter can be told to make a line; it holds over a reload, and Ctrl+Enter still sends', async () => {
  const { page, app } = await open();
  await app.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'More tools' }).click();
  await app.getByRole('menuitemcheckbox', { name: /^Enter makes a new line/ }).click();
  await page.reload();
  const again = await stage.openTask(page);
  const field = fieldOf(again);
  await expectToSee(again.getByText('Ctrl+Enter to send'));
  await field.fill('first');
  await field.press('Enter');
  await field.pressSequentially('second');
  await expect.poll(() => field.inputValue()).toBe('first\nsecond');
  expect(await countSends(stage)).toBe(0);
  await field.press('Control+Enter');
  await expectToSee(sentSign(again, 'second'));
  expect(await newest()).toBe('first\nsecond');
}, 60_000);

test('emoji go where the caret is, by the keyboard alone', async () => {
  const { page, app, field } = await open();
  await field.fill('Well done ');
  await app.getByRole('button', { name: 'Emoji' }).focus();
  await page.keyboard.press('Enter');
  await expectToSee(app.getByRole('dialog', { name: 'Emoji' }));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('Well done 😄');
  await page.keyboard.press('Enter');
  await expectToSee(sentSign(app, 'Well done'));
  expect(await newest()).toBe('Well done 😄');
});

test('Enter that ends a word of an input method does not send', async () => {
  const { page, app, field } = await open();
  await field.focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
  // As a browser reports the key that an input method takes.
  await keyboard.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await keyboard.send('Input.insertText', { text: '日本' });
  await expect.poll(() => field.inputValue()).toBe('日本');
  expect(await countSends(stage)).toBe(0);
  await field.press('Enter');
  await expectToSee(sentSign(app, '日本'));
  expect(await countSends(stage)).toBe(1);
});
