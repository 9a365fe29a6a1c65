/** A browser that refuses storage to frames of other sites: the task card says so, and works all the same. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { PortalState } from '../support/portalState.ts';
import { appFrame, setUpStage } from '../support/stage.ts';

// Only across sites is it refused: the app comes from 127.0.0.1.
const stage = setUpStage({ storage: 'refused', host: 'portal.test' });

test('where the browser refuses storage it says so, and a message is sent all the same', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  const field = app.getByRole('textbox', { name: 'Message' });
  await field.fill('Kept in memory');
  const frame = await appFrame(page);
  const refusal = await frame.evaluate(async () => {
    try {
      return await new Promise((resolve) => {
        const request = indexedDB.open('a-database-of-the-test');
        request.addEventListener('success', () => resolve('opened'));
        request.addEventListener('error', () => resolve('refused'));
      });
    } catch {
      return 'refused';
    }
  });
  expect(refusal).toBe('refused');
  await expectToSee(app.getByText('does not let the app store anything'));
  await field.press('Enter');
  const row = app.getByRole('article').filter({ hasText: 'Kept in memory' });
  await expectToSee(row.getByRole('img', { name: 'Sent', exact: true }));
  const { messages } = await stage.control<PortalState>('state');
  expect(messages.filter(({ typed }) => typed === 'Kept in memory')).toHaveLength(1);
});

test('where nothing typed would be kept, closing asks: for a draft, and for a change of a message', async () => {
  const page = await stage.newPage();
  const app = await stage.openTask(page);
  const field = app.getByRole('textbox', { name: 'Message' });
  const asksBeforeClosing = async () => {
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    await dialog.dismiss();
    return dialog.type();
  };
  await field.fill('Half a thought');
  await expectToSee(app.getByText('does not let the app store anything'));
  expect(await asksBeforeClosing()).toBe('beforeunload');
  await field.press('Enter');
  const row = app.getByRole('article').filter({ hasText: 'Half a thought' });
  await expectToSee(row.getByRole('img', { name: 'Sent', exact: true }));
  await field.press('ArrowUp');
  await expect.poll(() => field.inputValue()).toBe('Half a thought');
  await field.fill('A whole one');
  await field.press('Escape');
  await expectToSee(app.getByText('You were changing a message: “A whole one”'));
  expect(await asksBeforeClosing()).toBe('beforeunload');
});
