/** What can stand in the way: permissions, rights, refusals of the portal; each is named, and most can be mended. */
import { describe, expect, inject, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import type { RestRequest } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import {
  boundRows,
  crmTabs,
  everyPlace,
  installAddress,
  itemOf,
  openApplication,
  openInstaller,
  rowsOf,
} from './installer.ts';

const stage = setUpStage();
const allScopes = ['task', 'tasks', 'im', 'crm', 'imopenlines', 'placement'];
const without = (scope: string) => allScopes.filter((other) => other !== scope);

describe('a missing permission', () => {
  test.each(['placement', 'task'])('%s: is named, and nothing can be installed', async (scope) => {
    const { app } = await openInstaller(stage, { app: { scopes: without(scope) } });
    await expectToSee(app.getByText(`Permissions are missing: ${scope}`, { exact: true }));
    await expectToSee(itemOf(app, `“${scope}”,`).getByText('missing'));
    await expectToSee(app.getByText('Applications → Developer resources → Integrations'));
    expect(await app.getByRole('button', { name: 'Install' }).isDisabled()).toBe(true);
    expect(await app.getByText('granted', { exact: true }).count()).toBe(5);
  });

  test.each(['tasks', 'im', 'imopenlines'])('%s: is named, and all is added all the same', async (scope) => {
    const { app } = await openInstaller(stage, { app: { scopes: without(scope) } });
    await expectToSee(app.getByText(`Permissions are missing: ${scope}`, { exact: true }));
    await app.getByRole('button', { name: 'Install' }).click();
    await expectToSee(app.getByRole('button', { name: 'Finish' }));
    expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
  });

  test('crm: the task card gets its row and works, the CRM cards are left out until it is added', async () => {
    const old = { placement: 'CRM_DEAL_DETAIL_TAB', handler: 'http://127.0.0.1:9/static/1/index.html' };
    const { page, app } = await openInstaller(stage, {
      app: { scopes: without('crm'), placements: [old] },
    });
    await expectToSee(app.getByText('Without “crm” CRM cards are left out'));
    await expectToSee(itemOf(app, 'in the card of a deal').getByText('left out, “crm” is missing'));
    const cleanUp = itemOf(app, 'Remove the row of an earlier version from the card of a deal');
    await expectToSee(cleanUp.getByText('left out, “crm” is missing'));
    await app.getByRole('button', { name: 'Install' }).click();
    await expectToSee(app.getByText('Everything is in place but the CRM cards'));
    expect(await app.getByText('left out', { exact: false }).count()).toBe(crmTabs.length + 2);
    // An old row is better than none.
    expect(await boundRows(stage)).toEqual([`${old.placement} ${old.handler}`, ...rowsOf(['TASK_VIEW_TAB'])]);
    await app.getByRole('button', { name: 'Finish' }).click();
    await page.waitForURL(/install_finished=Y/);
    await expectToSee(app.getByRole('button', { name: 'Check the installation' }));
    expect(await app.getByText('New places are available').count()).toBe(0);
    const card = await stage.openTask(page);
    await expectToSee(card.getByRole('log', { name: 'Messages' }));

    // The reset is the only way to add the permission; the rows are those of before.
    await stage.control('reset', { app: { placements: ['TASK_VIEW_TAB'], scopes: allScopes } });
    const opened = await openApplication(stage, page);
    await opened.getByRole('button', { name: 'Check the installation' }).click();
    await opened.getByRole('button', { name: 'Repair' }).click();
    await expectToSee(opened.getByText('Everything is in place', { exact: true }));
    expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
  });

  test('where `tasks` is not on offer and `task` is enough, nothing is missing', async () => {
    const { app } = await openInstaller(stage, {
      app: { scopes: without('tasks') },
      switches: { tasksScope: 'task' },
    });
    await expectToSee(app.getByRole('button', { name: 'Install' }));
    expect(await app.getByText('granted', { exact: true }).count()).toBe(6);
    expect(await app.getByText('Permissions are missing').count()).toBe(0);
  });

  test('no verdict is told as such and stops nothing', async () => {
    const { app } = await openInstaller(stage);
    await expectToSee(app.getByRole('button', { name: 'Install' }));
    await stage.control('faults', [{ method: 'tasks.task.list', fault: 'status', status: 502 }]);
    const again = await stage.newPage();
    await again.goto(`${stage.portalOrigin}/marketplace/app/1/`);
    const second = again.frameLocator('iframe.app-frame');
    await expectToSee(itemOf(second, '“tasks”,').getByText('could not be checked'));
    expect(await second.getByRole('button', { name: 'Install' }).isEnabled()).toBe(true);
  });
});

test('not an administrator: says who can, and asks nothing of the portal that would be refused', async () => {
  const { app } = await openInstaller(stage, {
    // A portal shows nobody else the installer; here the installer is the application's own page.
    app: { url: installAddress, installUrl: null },
    switches: { signedInUserId: 2 },
  });
  await expectToSee(app.getByRole('heading', { name: 'Only an administrator can install Chat Desk' }));
  await expectToSee(app.getByText('Ask an administrator of your Bitrix24'));
  expect(await app.getByRole('button').count()).toBe(0);
});

test('an address on localhost is explained', async () => {
  const local = inject('appOrigin').replace('127.0.0.1', 'localhost');
  const { app } = await openInstaller(stage, {
    app: { url: `${local}/index.html`, installUrl: `${local}/install.html` },
  });
  await app.getByRole('button', { name: 'Install' }).click();
  const step = itemOf(app, 'Add “Chat Desk” to the card of a task');
  await expectToSee(step.getByText('“localhost” is refused'));
  await expectToSee(step.getByText(`${local}/index.html`));
  await expectToSee(step.getByText('ERROR_WRONG_HANDLER_URL'));
  expect(await boundRows(stage)).toEqual([]);
});

const denied = 'Bitrix24 lets administrators alone do this';
/** The documented bodies; the statuses differ between the sources, and some come with 200 (RF 6.1, PB 6). */
const refusals: Array<[code: string, status: number, text: string, explained: string]> = [
  ['ERROR_ARGUMENT', 200, "Argument 'PLACEMENT' is null or empty", 'Bitrix24 refused this'],
  ['ERROR_ARGUMENT', 400, "Argument 'PLACEMENT' is null or empty", 'Bitrix24 refused this'],
  ['ERROR_WRONG_HANDLER_URL', 200, 'Wrong handler URL', 'does not accept the address'],
  ['ERROR_UNSUPPORTED_PROTOCOL', 400, 'Unsupported event handler protocol', 'only addresses with https'],
  ['ERROR_PLACEMENT_NOT_FOUND', 400, 'Placement not found', 'the permission “task” is missing'],
  ['ERROR_PLACEMENT_MAX_COUNT', 200, 'Placement max count: 1', 'allows no further row here'],
  ['ERROR_PLACEMENT_USER_MODE', 200, 'User mode is not available', 'Bitrix24 refused this'],
  ['ERROR_CORE', 400, 'Unable to set placement handler', 'Bitrix24 refused this'],
  ['WRONG_AUTH_TYPE', 403, 'Current authorization type is denied', 'A webhook may not do this'],
  ['ACCESS_DENIED', 403, 'Access denied!', denied],
  ['insufficient_scope', 403, 'The request requires higher privileges', 'add the permission “placement”'],
  ['QUERY_LIMIT_EXCEEDED', 503, 'Too many requests', 'received too many requests'],
  ['INTERNAL_SERVER_ERROR', 500, 'Internal server error', 'Bitrix24 did not answer clearly'],
];

test('each refusal: why, and another try', async () => {
  const { app } = await openInstaller(stage);
  const step = itemOf(app, 'Add “Chat Desk” to the card of a task');
  const countBinds = async () => {
    const requests = await stage.control<RestRequest[]>('requests');
    return requests.filter(({ method }) => method === 'placement.bind').length;
  };
  for (const [index, [code, status, text, explained]] of refusals.entries()) {
    const body = JSON.stringify({ error: code, error_description: text });
    await stage.control('faults', [
      { method: 'placement.bind', fault: 'status', status, body, executed: false, times: 1 },
    ]);
    await app.getByRole('button', { name: index === 0 ? 'Install' : 'Try again' }).click();
    await expect.poll(countBinds).toBe(index + 1);
    await expectToSee(step.getByText(`${text} (${code})`));
    await expectToSee(step.getByText('failed'));
    await expectToSee(step.getByText(explained));
    expect([code, await app.getByRole('button', { name: 'Finish' }).count()]).toEqual([code, 0]);
    expect([code, await boundRows(stage)]).toEqual([code, []]);
  }
  await app.getByRole('button', { name: 'Try again' }).click();
  await expectToSee(app.getByRole('button', { name: 'Finish' }));
  expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
}, 60_000);

test.each(['drop-before', 'malformed'])('no clear answer to the bind (%s): says so', async (fault) => {
  const { app } = await openInstaller(stage);
  await expectToSee(app.getByRole('button', { name: 'Install' }));
  await stage.control('faults', [
    { method: 'placement.bind', fault, executed: false, connection: 'fresh', times: 1 },
  ]);
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(itemOf(app, 'Add “Chat Desk” to the card of a task').getByText('failed'));
  await app.getByRole('button', { name: 'Try again' }).click();
  await expectToSee(app.getByRole('button', { name: 'Finish' }));
});

test('CRM cards that refuse hold up neither each other nor the end, and keep what they had', async () => {
  const old = { placement: 'CRM_DEAL_DETAIL_TAB', handler: 'http://127.0.0.1:9/static/1/index.html' };
  const { app } = await openInstaller(stage, { app: { placements: [old] } });
  await expectToSee(app.getByRole('button', { name: 'Install' }));
  const body = JSON.stringify({
    error: 'ERROR_PLACEMENT_NOT_FOUND',
    error_description: 'Placement not found',
  });
  const refused = { method: 'placement.bind', fault: 'status', status: 400, body, executed: false };
  await stage.control('faults', [
    // The task card and the lead.
    { method: 'placement.bind', fault: 'delay', ms: 10, times: 2 },
    { ...refused, times: 1 },
  ]);
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(app.getByText('Chat Desk is in the task card, but not in all CRM cards'));
  const deal = itemOf(app, 'Add “Chat Desk” to the card of a deal');
  await expectToSee(deal.getByText('the permission “crm” is missing'));
  await expectToSee(itemOf(app, 'Add “Chat Desk” to the card of a company').getByText('added'));
  await expectToSee(itemOf(app, 'Remove the row of an earlier version').getByText('to do'));
  const others = everyPlace.filter((place) => place !== old.placement);
  expect(await boundRows(stage)).toEqual([`${old.placement} ${old.handler}`, ...rowsOf(others)]);
  expect(await app.getByRole('button', { name: 'Finish' }).isEnabled()).toBe(true);

  await app.getByRole('button', { name: 'Try again' }).click();
  await expectToSee(app.getByText('Everything is in place'));
  expect(await boundRows(stage)).toEqual([...rowsOf(others), ...rowsOf([old.placement])]);
});

test('a place this portal does not have can be left out after its failure', async () => {
  const { app } = await openInstaller(stage);
  const sidebar = app.getByRole('checkbox', { name: 'In the sidebar' });
  await sidebar.check();
  const body = JSON.stringify({
    error: 'ERROR_PLACEMENT_NOT_FOUND',
    error_description: 'Placement not found',
  });
  await stage.control('faults', [
    { method: 'placement.bind', fault: 'delay', ms: 10, times: 1 },
    { method: 'placement.bind', fault: 'status', status: 400, body, executed: false, times: 1 },
  ]);
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(itemOf(app, 'to the sidebar of older task cards').getByText('failed'));
  await sidebar.uncheck();
  await app.getByRole('button', { name: 'Install' }).click();
  await expectToSee(app.getByRole('button', { name: 'Finish' }));
  expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
});

test('the portal cannot be asked at all: says so, and asks again', async () => {
  const { page } = await openInstaller(stage, { switches: { installFlag: false } });
  await stage.control('faults', [{ method: 'batch', fault: 'status', status: 500 }]);
  await page.reload();
  const app = page.frameLocator('iframe.app-frame');
  await expectToSee(app.getByRole('heading', { name: 'The portal could not be asked' }));
  await stage.control('faults', []);
  await app.getByRole('button', { name: 'Try again' }).click();
  await expectToSee(app.getByRole('button', { name: 'Install' }));
});
