/** An administrator puts Chat Desk into the portal: the plain way, without the flag, and the places of older cards. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { RestRequest } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import {
  boundRows,
  crmTabs,
  everyPlace,
  indexAddress,
  itemOf,
  openApplication,
  openInstaller,
  rowsOf,
  type InstallState,
} from './installer.ts';

const stage = setUpStage();

test.each([{ installFlag: true }, { installFlag: false }])(
  'with %j: says what it will do, does it, finishes, and Chat Desk opens in a task',
  async (switches) => {
    const { page, app } = await openInstaller(stage, { switches });
    await expectToSee(app.getByRole('heading', { level: 1, name: 'Install Chat Desk' }));
    await expectToSee(itemOf(app, 'Add “Chat Desk” to the card of a task').getByText('to do'));
    await expectToSee(app.getByText(indexAddress));
    expect(await boundRows(stage)).toEqual([]);

    await app.getByRole('button', { name: 'Install' }).click();
    await expectToSee(itemOf(app, 'Add “Chat Desk” to the card of a task').getByText('added'));
    await expectToSee(app.getByText('Everything is in place'));
    expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
    const before = await stage.control<InstallState>('state');
    expect(before.apps.map(({ installed }) => installed)).toEqual([false]);
    const title = { TITLE: 'Chat Desk' };
    for (const { langAll } of before.placements) expect(langAll).toMatchObject({ en: title, ru: title });

    await app.getByRole('button', { name: 'Finish' }).click();
    await page.waitForURL(/install_finished=Y/);
    await expectToSee(app.getByText('“Chat Desk” stands among its applications'));
    expect((await stage.control<InstallState>('state')).apps[0]?.installed).toBe(true);
    const card = await stage.openTask(page);
    await expectToSee(card.getByRole('log', { name: 'Messages' }));
    for (const address of [
      'lead/details/13',
      'deal/details/10',
      'contact/details/11',
      'company/details/14',
    ]) {
      await page.goto(`${stage.portalOrigin}/crm/${address}/`);
      await expectToSee(page.getByRole('tab', { name: 'Chat Desk' }));
    }
  },
);

test('the steps stand in groups: the task card, the CRM cards, the end', async () => {
  const { app } = await openInstaller(stage);
  const steps = (name: string) => app.getByRole('list', { name }).getByRole('listitem');
  await expectToSee(app.getByRole('heading', { level: 3, name: 'CRM cards' }));
  expect(await steps('Task card').count()).toBe(1);
  expect(await steps('CRM cards').allTextContents()).toEqual([
    expect.stringContaining('the card of a lead'),
    expect.stringContaining('the card of a deal'),
    expect.stringContaining('the card of a contact'),
    expect.stringContaining('the card of a company'),
  ]);
  expect(await steps('Last step').count()).toBe(1);
});

test('until it is installed nothing is written: reads only, one classic call and one of REST 3.0', async () => {
  const { app } = await openInstaller(stage);
  await expectToSee(app.getByRole('button', { name: 'Install' }));
  const requests = await stage.control<RestRequest[]>('requests');
  expect(requests.map(({ method }) => method).sort()).toEqual(['OPTIONS', 'batch', 'tasks.task.list']);
});

test('the places of older cards are offered unticked, and bound for whoever ticks them', async () => {
  const { app } = await openInstaller(stage);
  const [sidebar, topPanel] = [
    app.getByRole('checkbox', { name: 'In the sidebar' }),
    app.getByRole('checkbox', { name: 'In the panel at the top' }),
  ];
  await expectToSee(sidebar);
  expect([await sidebar.isChecked(), await topPanel.isChecked()]).toEqual([false, false]);
  await expectToSee(app.getByText('The new task card shows one equal row for each place'));
  await topPanel.check();
  await expectToSee(itemOf(app, 'to the top panel of older task cards').getByText('to do'));
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(app.getByText('Everything is in place'));
  expect(await boundRows(stage)).toEqual(rowsOf(['TASK_VIEW_TAB', 'TASK_VIEW_TOP_PANEL', ...crmTabs]));
});

test('what is bound already is fine: nothing is left but to finish', async () => {
  const { app } = await openInstaller(stage, { app: { placements: everyPlace } });
  await expectToSee(itemOf(app, '“Chat Desk” in the card of a task').getByText('already there'));
  await expectToSee(app.getByRole('button', { name: 'Finish' }));
  expect(await app.getByRole('button', { name: 'Install' }).count()).toBe(0);
});

test('“Handler already binded”, because another window was faster, is fine', async () => {
  const { app } = await openInstaller(stage);
  await expectToSee(app.getByRole('button', { name: 'Install' }));
  const other = await openApplication(stage, await stage.newPage());
  await other.getByRole('button', { name: 'Install' }).click();
  await expectToSee(other.getByRole('button', { name: 'Finish' }));
  // The list of rows as it was just before the other window bound its own.
  const time = { start: 1, finish: 1, duration: 0, processing: 0 };
  const body = JSON.stringify({ result: [], time });
  await stage.control('faults', [{ method: 'placement.get', fault: 'malformed', body, times: 1 }]);
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(itemOf(app, 'Add “Chat Desk” to the card of a task').getByText('already there'));
  await expectToSee(app.getByRole('button', { name: 'Finish' }));
  const binds = (await stage.control<RestRequest[]>('requests')).filter(
    ({ method }) => method === 'placement.bind',
  );
  expect(binds.map(({ status }) => status)).toEqual([
    ...everyPlace.map(() => 200),
    ...everyPlace.map(() => 400),
  ]);
  expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
});

test('a bind whose answer was lost is looked up, not made twice', async () => {
  const { app } = await openInstaller(stage);
  await expectToSee(app.getByRole('button', { name: 'Install' }));
  await stage.control('faults', [
    { method: 'placement.bind', fault: 'drop-after', connection: 'fresh', times: 1 },
  ]);
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(itemOf(app, 'Add “Chat Desk” to the card of a task').getByText('already there'));
  await expectToSee(app.getByRole('button', { name: 'Finish' }));
  expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
});

test('rows of an earlier version go, and only then: the new one comes first', async () => {
  const old = 'http://127.0.0.1:9/static/local.chatdesk/1/index.html';
  const { app } = await openInstaller(stage, {
    app: {
      placements: [
        { placement: 'TASK_VIEW_TAB', handler: old },
        { placement: 'TASK_VIEW_SIDEBAR', handler: old },
        { placement: 'CRM_DEAL_DETAIL_TAB', handler: old },
      ],
    },
  });
  await expectToSee(
    itemOf(app, 'Remove the row of an earlier version from the card of a task').getByText(old),
  );
  expect(await app.getByRole('checkbox', { name: 'In the sidebar' }).isChecked()).toBe(true);
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(app.getByText('Everything is in place'));
  expect(await app.getByText('removed', { exact: true }).count()).toBe(3);
  expect(await boundRows(stage)).toEqual(rowsOf(['TASK_VIEW_TAB', 'TASK_VIEW_SIDEBAR', ...crmTabs]));
  const changes = (await stage.control<RestRequest[]>('requests')).map(({ method }) => method);
  expect(changes.filter((method) => /\.(un)?bind$/.test(method))).toEqual([
    'placement.bind',
    'placement.bind',
    'placement.unbind',
    'placement.unbind',
    ...crmTabs.map(() => 'placement.bind'),
    'placement.unbind',
  ]);
});

test('a page that never reloads: it says so, tells whether the end was stored, and lets one try again', async () => {
  const { page, app } = await openInstaller(stage);
  await app.getByRole('button', { name: 'Install' }).click();
  const finish = app.getByRole('button', { name: 'Finish' });
  await expectToSee(finish);
  await stage.control('faults', [{ method: 'setInstallFinish', fault: 'mute-parent' }]);
  await page.clock.install();
  await finish.click();
  await expectToSee(app.getByText('Bitrix24 is finishing the installation'));
  await page.clock.runFor(16_000);
  await expectToSee(app.getByText('Bitrix24 did not finish the installation'));
  expect(await finish.evaluate((node) => node === document.activeElement)).toBe(true);
  await stage.control('faults', []);
  await finish.click();
  await page.waitForURL(/install_finished=Y/);
});
