/** The application's own page tells an administrator when the rows are not as they should be. */
import { expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { faultsIn, overflowOf } from '../support/faultsIn.ts';
import type { RestRequest } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import { boundRows, everyPlace, frameOf, openInstaller, rowsOf } from './installer.ts';

const stage = setUpStage();

const old = { placement: 'TASK_VIEW_TAB', handler: 'http://127.0.0.1:9/static/1/index.html' };
const notice = 'The installation needs a look';
const asked = async () =>
  (await stage.control<RestRequest[]>('requests'))
    .map(({ method }) => method)
    .filter((method) => /^placement\.|^batch$|^method\.get$/.test(method));

test.each([
  ['of an earlier version', [old]],
  ['missing', []],
  ['there twice', ['TASK_VIEW_TAB', ...everyPlace]],
])('a row %s: a notice leads to the check, which mends it and takes the notice away', async (_, rows) => {
  const { app } = await openInstaller(stage, { app: { installed: true, placements: rows } });
  await expectToSee(app.getByRole('status').filter({ hasText: notice }));
  expect(await asked()).toEqual(['placement.get']);
  await app.getByRole('button', { name: 'Check the installation' }).click();
  await app.getByRole('button', { name: 'Repair' }).click();
  await expectToSee(app.getByText('Everything is in place'));
  expect((await boundRows(stage)).sort()).toEqual(rowsOf(everyPlace).sort());
  const before = (await asked()).length;
  await app.getByRole('button', { name: 'Done' }).click();
  await expectToSee(app.getByRole('heading', { name: 'Chat Desk works in your tasks' }));
  await expect.poll(async () => (await asked()).slice(before)).toEqual(['placement.get']);
  expect(await app.getByText(notice).count()).toBe(0);
});

test('a version before this one had the task card alone: new places are offered, bound once, and no more told of', async () => {
  const { app } = await openInstaller(stage, { app: { installed: true, placements: ['TASK_VIEW_TAB'] } });
  await expectToSee(app.getByRole('status').filter({ hasText: 'New places are available' }));
  expect(await app.getByText(notice).count()).toBe(0);
  await app.getByRole('button', { name: 'Check the installation' }).click();
  await app.getByRole('button', { name: 'Repair' }).click();
  await expectToSee(app.getByText('Everything is in place'));
  expect(await boundRows(stage)).toEqual(rowsOf(everyPlace));
  const { length } = await asked();
  await app.getByRole('button', { name: 'Done' }).click();
  await expect.poll(async () => (await asked()).slice(length)).toEqual(['placement.get']);
  expect(await app.getByRole('status').count()).toBe(0);
});

test('a place of the CRM that the portal refuses is no reason for a warning', async () => {
  const placements = everyPlace.filter((place) => place !== 'CRM_LEAD_DETAIL_TAB');
  const { app } = await openInstaller(stage, { app: { installed: true, placements } });
  await expectToSee(app.getByRole('status').filter({ hasText: 'New places are available' }));
  expect(await app.getByText(notice).count()).toBe(0);
});

test.each([
  ['all is well', { placements: [...everyPlace, 'TASK_VIEW_SIDEBAR'] }, ['placement.get']],
  [
    'the CRM is closed to it',
    { placements: ['TASK_VIEW_TAB'], scopes: ['task', 'im', 'placement'] },
    ['placement.get', 'method.get'],
  ],
  ['the portal does not tell', { placements: [old], scopes: ['task', 'im'] }, ['placement.get']],
])('%s: no notice', async (_, given, questions) => {
  const { app } = await openInstaller(stage, { app: { installed: true, ...given } });
  await expectToSee(app.getByRole('button', { name: 'Check the installation' }));
  await expect.poll(asked).toEqual(questions);
  // The only status is that of the notice.
  expect(await app.getByRole('status').count()).toBe(0);
});

test('others than administrators: nothing is asked', async () => {
  const { app } = await openInstaller(stage, {
    app: { installed: true, placements: [old] },
    switches: { signedInUserId: 2 },
  });
  await expectToSee(app.getByRole('heading', { name: 'Chat Desk works in your tasks' }));
  // Time for a request that must not come: by then an administrator's page has made its own.
  await app.locator('body').evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(await asked()).toEqual([]);
  expect(await app.getByText(notice).count()).toBe(0);
});

test.each([
  ['light', 1400],
  ['dark', 360],
] as const)('the notice breaks no rule: %s, %i px', async (colorScheme, width) => {
  const { page, app } = await openInstaller(stage, {
    app: { installed: true, placements: [old] },
    switches: { language: 'ru' },
    context: { viewport: { width, height: 740 }, colorScheme, reducedMotion: 'reduce' },
  });
  await expectToSee(app.getByText('Установку стоит проверить'));
  const frame = await frameOf(page);
  expect(await faultsIn(frame)).toEqual([]);
  expect(await overflowOf(frame)).toBeLessThanOrEqual(0);
});
