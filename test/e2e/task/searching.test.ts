/** The search: what is loaded at once, then the whole chat; a hit leads to its message, however old. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { hasFocus, isInView } from './acting.ts';
import { openChat, rowOf } from './resulting.ts';

const stage = setUpStage();
const method = 'im.dialog.messages.search';

/** Task 57 with the search open. */
async function open() {
  const page = await stage.newPage();
  const app = await openChat(stage, page, 57);
  await app.getByRole('button', { name: 'Search', exact: true }).click();
  const panel = app.getByRole('region', { name: 'Search' });
  const field = panel.getByRole('searchbox', { name: 'Search messages' });
  await expect.poll(() => hasFocus(field)).toBe(true);
  return { page, app, panel, field, hits: panel.getByRole('list').getByRole('button') };
}

test('loaded ones first, then the whole chat; by keyboard to the oldest hit, and on from there', async () => {
  const { page, app, panel, field, hits } = await open();
  // Two characters are too few for the portal.
  await field.fill('7.');
  await expectToSee(panel.getByText('With fewer than three characters'));
  expect(await hits.count()).toBeGreaterThan(0);
  await field.fill('no such words');
  await expectToSee(panel.getByText('Nothing found', { exact: true }));
  await field.fill('ПЕРЕЗВОНЮ');
  await expectToSee(panel.getByText(/^\d+ messages found$/));
  const count = await hits.count();
  expect(count).toBeGreaterThan(10);

  await field.press('ArrowDown');
  await expect.poll(() => hasFocus(hits.first())).toBe(true);
  await page.keyboard.press('End');
  await expect.poll(() => hasFocus(hits.last())).toBe(true);
  await page.keyboard.press('Enter');
  const shown = app.getByRole('log').locator('article[data-marked]');
  await expect.poll(() => shown.textContent()).toContain('Перезвоню клиенту');
  expect(await isInView(shown)).toBe(true);
  expect(await hasFocus(hits.last())).toBe(true);
  await expectToSee(panel.getByText(`${count} of ${count}`, { exact: true }));
  await expectToSee(app.getByRole('button', { name: 'Newest messages' }));
  await page.keyboard.press('Shift+F3');
  await expectToSee(panel.getByText(`${count - 1} of ${count}`, { exact: true }));
  await field.press('Shift+Enter');
  await expectToSee(panel.getByText(`${count - 2} of ${count}`, { exact: true }));
  expect(await hasFocus(field)).toBe(true);
  await panel.getByRole('button', { name: 'Go to the message' }).click();
  const focused = app.getByRole('log').locator('article:focus');
  await expect.poll(() => focused.textContent()).toContain('Перезвоню клиенту');
});

test('% and _ are characters like any other', async () => {
  const say = async (text: string) => stage.control('colleague-message', { chatId: 65, userId: 2, text });
  for (const text of [
    'Rabatt 30% on all',
    'Rabatt 30 and more on all',
    'file_name is taken',
    'fileXname too',
  ])
    await say(text);
  const { panel, field, hits } = await open();
  await field.fill('30% on');
  await expectToSee(panel.getByText('1 message found', { exact: true }));
  expect(await hits.first().textContent()).toContain('Rabatt 30% on all');
  await field.fill('file_name');
  await expectToSee(panel.getByText('1 message found', { exact: true }));
  await expect.poll(() => hits.first().textContent()).toContain('file_name is taken');
});

test('a search that fails says so beside what is loaded, and goes on by its button', async () => {
  const { app, panel, field, hits } = await open();
  await stage.control('faults', [
    { method, fault: 'status', status: 502, executed: false, connection: 'fresh' },
  ]);
  await field.fill('Checked, works');
  await expectToSee(panel.getByText('The whole chat could not be searched.'));
  const loaded = await hits.count();
  await stage.control('faults', []);
  await panel.getByRole('button', { name: 'Search the whole chat' }).click();
  await expect.poll(() => hits.count()).toBeGreaterThan(loaded);
  expect(await panel.getByText('The whole chat could not be searched.').count()).toBe(0);
  await hits.first().click();
  await expect.poll(() => isInView(rowOf(app, 'Checked, works').last())).toBe(true);
});
