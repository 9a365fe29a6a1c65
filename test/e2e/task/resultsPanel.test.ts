/** The results of a task beside its chat: what each is, and what its maker can do with it. */
import type { FrameLocator } from 'playwright';
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import {
  accessDenied,
  cardOf,
  idOfMessage,
  makeResultElsewhere,
  openChat,
  panelOf,
  resultsInPortal,
  rowOf,
} from './resulting.ts';

const stage = setUpStage();

const textsInPortal = async () => (await resultsInPortal(stage)).map(({ text }) => text);

/** Task 51 with one result of Anna's, shown. */
async function openOwnResult(text = 'Then I draw the imprint'): Promise<FrameLocator> {
  await makeResultElsewhere(stage, await idOfMessage(stage, text));
  const app = await openChat(stage, await stage.newPage());
  await expectToSee(cardOf(app, text));
  return app;
}

test('a result names its author, time, state and files, and stands first as the newest', async () => {
  await makeResultElsewhere(stage, await idOfMessage(stage, 'Build 42'));
  const app = await openOwnResult('Direction A');
  const newest = panelOf(app).getByRole('group').first();
  await expectToSee(newest.getByText('Direction A'));
  await expectToSee(newest.getByText('You', { exact: true }));
  await expectToSee(newest.getByText('open', { exact: true }));
  await expectToSee(newest.getByText('Start page, quiet'));
  await expectToSee(newest.locator('time'));
  await expectToSee(app.getByRole('button', { name: 'Results 2' }));
});

test('a result of the older card shows too; what the person may not do with it is not offered', async () => {
  const app = await openChat(stage, await stage.newPage(), 54);
  const card = cardOf(app, '18 requests of October');
  await expectToSee(card.getByText('David Mensah'));
  await expectToSee(card.getByText('Written in the task card'));
  // Anna is an admin: she may delete what others made, and not change it (PB 2.2).
  expect(await card.getByRole('button').allInnerTexts()).toEqual(['Delete']);

  await stage.control('reset', { switches: { signedInUserId: 2 } });
  const colleague = await openChat(stage, await stage.newPage(), 54);
  await expectToSee(cardOf(colleague, '18 requests of October'));
  expect(await cardOf(colleague, '18 requests of October').getByRole('button').count()).toBe(0);
});

test('editing: Escape gives it up, a failure keeps what was typed, saving shows it everywhere', async () => {
  const app = await openOwnResult();
  const card = panelOf(app).getByRole('group');
  const field = card.getByRole('textbox', { name: 'Text of the result' });
  await card.getByRole('button', { name: 'Edit' }).click();
  await expect.poll(() => field.inputValue()).toContain('Then I draw the imprint');
  await field.fill('Given up');
  await field.press('Escape');
  await expectToSee(card.getByText('Then I draw the imprint'));
  await expectToSee(panelOf(app));

  await card.getByRole('button', { name: 'Edit' }).click();
  await field.fill('The imprint page is drawn');
  await stage.control('faults', [{ method: 'tasks.task.result.update', ...accessDenied, times: 1 }]);
  await card.getByRole('button', { name: 'Save' }).click();
  await expectToSee(card.getByText('Not saved'));
  expect(await field.inputValue()).toBe('The imprint page is drawn');
  await field.press('Control+Enter');
  await expectToSee(card.getByText('The imprint page is drawn'));
  await expect.poll(() => card.getByRole('textbox').count()).toBe(0);
  expect(await textsInPortal()).toEqual(['The imprint page is drawn']);
  await expectToSee(rowOf(app, 'Then I draw the imprint').getByText('Result', { exact: true }));
});

test('deleting asks first: Escape keeps it, a failure is told, and the message stays in the chat', async () => {
  const app = await openOwnResult();
  const remove = panelOf(app).getByRole('button', { name: 'Delete' });
  const dialog = app.getByRole('dialog', { name: 'Delete this result?' });
  await remove.click();
  await expectToSee(dialog);
  await dialog.press('Escape');
  await expect.poll(() => dialog.count()).toBe(0);
  expect(await resultsInPortal(stage)).toHaveLength(1);
  await expect.poll(() => remove.evaluate((node) => node === document.activeElement)).toBe(true);

  await remove.click();
  await stage.control('faults', [{ method: 'tasks.task.result.delete', ...accessDenied, times: 1 }]);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expectToSee(dialog.getByText('Not deleted'));
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expectToSee(panelOf(app).getByText('No results yet'));
  expect(await resultsInPortal(stage)).toEqual([]);
  const row = rowOf(app, 'Then I draw the imprint');
  await expectToSee(row);
  await expect.poll(() => row.getByText('Result', { exact: true }).count()).toBe(0);
});

test.each([360, 1400])(
  '%s px: "Show in chat" leads to a message hundreds of messages back',
  async (width) => {
    await makeResultElsewhere(stage, await idOfMessage(stage, '7. '));
    const app = await openChat(stage, await stage.newPage({ viewport: { width, height: 740 } }), 57);
    if (width < 760) await app.getByRole('button', { name: /^Results/ }).click();
    await panelOf(app).getByRole('button', { name: 'Show in chat' }).click();
    const row = app
      .getByRole('log')
      .getByRole('article')
      .filter({ has: app.getByText(/^7\. /) });
    await expect.poll(() => row.evaluate((node) => node === document.activeElement)).toBe(true);
    // Nothing lies over it.
    await row.hover();
    expect(await panelOf(app).count()).toBe(width < 760 ? 0 : 1);
    await app.getByRole('button', { name: 'Newest messages' }).click();
    await expectToSee(rowOf(app, '400. '));
  },
);

test('the panel closes by its button and by Escape, and the keyboard goes on in the field', async () => {
  const app = await openOwnResult();
  const field = app.getByRole('textbox', { name: 'Message' });
  const isBack = () => field.evaluate((node) => node === document.activeElement);
  await panelOf(app).getByRole('button', { name: 'Close' }).click();
  await expect.poll(() => panelOf(app).count()).toBe(0);
  await expect.poll(isBack).toBe(true);
  const open = app.getByRole('button', { name: /^Results/ });
  await open.press('Enter');
  await expectToSee(cardOf(app, 'Then I draw the imprint'));
  await panelOf(app).getByRole('button', { name: 'Show in chat' }).press('Escape');
  await expect.poll(() => panelOf(app).count()).toBe(0);
  await expect.poll(isBack).toBe(true);
});
