/** Opened again from the application's own page: what is missing comes back, what is old goes. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { setUpStage } from '../support/stage.ts';
import { boundRows, everyPlace, indexAddress, itemOf, openInstaller, rowsOf } from './installer.ts';

const stage = setUpStage();
const installed = { installed: true };

test('all is well: says so, and leads back', async () => {
  const { app } = await openInstaller(stage, { app: { ...installed, placements: everyPlace } });
  await app.getByRole('button', { name: 'Check the installation' }).click();
  await expectToSee(app.getByRole('heading', { level: 1, name: 'Check the installation' }));
  await expectToSee(app.getByText('Everything is in place'));
  expect(await app.getByRole('button', { name: /Repair|Finish/ }).count()).toBe(0);
  await app.getByRole('button', { name: 'Done' }).click();
  await expectToSee(app.getByRole('heading', { name: 'Chat Desk works in your tasks' }));
});

test('a lost row comes back, an old one and one without a screen go', async () => {
  const { page, app } = await openInstaller(stage, {
    app: {
      ...installed,
      placements: [
        { placement: 'TASK_VIEW_TAB', handler: 'http://127.0.0.1:9/old/index.html' },
        { placement: 'CRM_QUOTE_DETAIL_TAB', handler: indexAddress },
      ],
    },
  });
  await app.getByRole('button', { name: 'Check the installation' }).click();
  await expectToSee(itemOf(app, 'Remove “Chat Desk” from CRM_QUOTE_DETAIL_TAB').getByText('to do'));
  await app.getByRole('button', { name: 'Repair' }).click();
  await expectToSee(app.getByText('Everything is in place'));
  expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
  const card = await stage.openTask(page);
  await expectToSee(card.getByRole('log', { name: 'Messages' }));
});

test('a place of older cards can be taken back and given again', async () => {
  const { app } = await openInstaller(stage, {
    app: { ...installed, placements: [...everyPlace, 'TASK_VIEW_SIDEBAR'] },
  });
  await app.getByRole('button', { name: 'Check the installation' }).click();
  const sidebar = app.getByRole('checkbox', { name: 'In the sidebar' });
  await expectToSee(app.getByText('Everything is in place'));
  expect(await sidebar.isChecked()).toBe(true);
  await sidebar.uncheck();
  await app.getByRole('button', { name: 'Repair' }).click();
  await expectToSee(itemOf(app, 'Remove “Chat Desk” from the sidebar').getByText('removed'));
  expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
  await sidebar.check();
  await app.getByRole('button', { name: 'Repair' }).click();
  await expectToSee(itemOf(app, 'Add “Chat Desk” to the sidebar').getByText('added'));
  expect(await boundRows(stage)).toEqual(rowsOf([...everyPlace, 'TASK_VIEW_SIDEBAR']));
});

test('others are not offered it', async () => {
  const { app } = await openInstaller(stage, { app: installed, switches: { signedInUserId: 2 } });
  await expectToSee(app.getByRole('heading', { name: 'Chat Desk works in your tasks' }));
  expect(await app.getByRole('button').count()).toBe(0);
});
