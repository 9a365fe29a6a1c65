/** What cannot be cleaned up, what is there twice, and answers to a removal that cannot be believed. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { expectToSee } from '../support/expectToSee.ts';
import { faultsIn, overflowOf } from '../support/faultsIn.ts';
import type { RestRequest } from '../support/portalState.ts';
import { setUpStage } from '../support/stage.ts';
import { boundRows, crmTabs, frameOf, indexAddress, itemOf, openInstaller, rowsOf } from './installer.ts';

const stage = setUpStage();

const tab = `TASK_VIEW_TAB ${indexAddress}`;
const crm = rowsOf(crmTabs);
const old = (version: number) => `http://127.0.0.1:9/static/local.chatdesk/${version}/index.html`;
const outdated = {
  placements: [
    { placement: 'TASK_VIEW_TAB', handler: old(1) },
    { placement: 'TASK_VIEW_SIDEBAR', handler: old(1) },
  ],
};
const refusal = JSON.stringify({
  error: 'ERROR_CORE',
  error_description: 'Unable to unset placement handler',
});
const refusesUnbind = {
  method: 'placement.unbind',
  fault: 'status',
  status: 400,
  body: refusal,
  executed: false,
};

/** The changes made to rows so far, in their order. */
async function changes(): Promise<string[]> {
  const methods = (await stage.control<RestRequest[]>('requests')).map(({ method }) => method);
  return methods.filter((method) => /\.(un)?bind$/.test(method));
}

describe('a clean-up that keeps failing', () => {
  test('holds up neither the other clean-ups nor the end, and is told plainly', async () => {
    const { page, app } = await openInstaller(stage, {
      app: outdated,
      context: { viewport: { width: 360, height: 740 }, colorScheme: 'dark', reducedMotion: 'reduce' },
    });
    const install = app.getByRole('button', { name: 'Install' });
    await expectToSee(install);
    await stage.control('faults', [{ ...refusesUnbind, times: 1 }]);
    await install.click();
    await expectToSee(app.getByText('something old stays behind'));
    await expectToSee(app.getByText('You can press “Finish” all the same'));
    await expectToSee(app.getByText('delete Chat Desk under Developer resources'));
    expect(await app.getByText('failed', { exact: true }).count()).toBe(1);
    expect(await app.getByText('Everything is in place').count()).toBe(0);
    expect(await boundRows(stage)).toEqual([
      `TASK_VIEW_TAB ${old(1)}`,
      tab,
      `TASK_VIEW_SIDEBAR ${indexAddress}`,
      ...crm,
    ]);
    const frame = await frameOf(page);
    expect(await faultsIn(frame)).toEqual([]);
    expect(await overflowOf(frame)).toBeLessThanOrEqual(0);

    await app.getByRole('button', { name: 'Finish' }).click();
    await page.waitForURL(/install_finished=Y/);
    await page.goto(`${stage.portalOrigin}/company/personal/user/1/tasks/task/view/51/`);
    const inCard = page.getByRole('button', { name: 'Chat Desk' });
    await expect.poll(() => inCard.count()).toBe(3);
    await inCard.nth(1).click();
    const card = page.getByRole('dialog').frameLocator('iframe');
    await expectToSee(card.getByRole('log', { name: 'Messages' }));
  });

  test('another try that works ends as always', async () => {
    const { app } = await openInstaller(stage, { app: outdated });
    const install = app.getByRole('button', { name: 'Install' });
    await expectToSee(install);
    await stage.control('faults', [refusesUnbind]);
    await install.click();
    await expectToSee(app.getByText('something old stays behind'));
    expect(await app.getByText('failed', { exact: true }).count()).toBe(2);
    await stage.control('faults', []);
    await app.getByRole('button', { name: 'Try again' }).click();
    await expectToSee(app.getByText('Everything is in place'));
    expect(await boundRows(stage)).toEqual([tab, `TASK_VIEW_SIDEBAR ${indexAddress}`, ...crm]);
  });

  test('where a wanted place has no row, the end stays out of reach', async () => {
    const { app } = await openInstaller(stage, { app: outdated });
    const install = app.getByRole('button', { name: 'Install' });
    await expectToSee(install);
    await stage.control('faults', [refusesUnbind, { ...refusesUnbind, method: 'placement.bind' }]);
    await install.click();
    await expectToSee(itemOf(app, 'Add “Chat Desk” to the card of a task').getByText('failed'));
    expect(await app.getByRole('button', { name: 'Finish' }).count()).toBe(0);
    expect(await changes()).toEqual(['placement.bind']);
  });

  test('in a repair there is nothing to finish', async () => {
    const { app } = await openInstaller(stage, { app: { ...outdated, installed: true } });
    await app.getByRole('button', { name: 'Check the installation' }).click();
    const repair = app.getByRole('button', { name: 'Repair' });
    await expectToSee(repair);
    await stage.control('faults', [refusesUnbind]);
    await repair.click();
    await expectToSee(app.getByText('something old stays behind'));
    expect(await app.getByText('Finish').count()).toBe(0);
    await app.getByRole('button', { name: 'Back' }).click();
    await expectToSee(app.getByText('The installation needs a look'));
  });
});

describe('the answer to a removal', () => {
  const answer = (result: unknown) => JSON.stringify({ result, time: { start: 1, finish: 1, duration: 0 } });

  test('“there was none”, and the row is still listed: not believed', async () => {
    const { app } = await openInstaller(stage, { app: outdated });
    const install = app.getByRole('button', { name: 'Install' });
    await expectToSee(install);
    const body = answer({ count: 0 });
    await stage.control('faults', [
      { method: 'placement.unbind', fault: 'malformed', body, executed: false, times: 1 },
    ]);
    await install.click();
    const step = itemOf(app, 'Remove the row of an earlier version from the card of a task');
    await expectToSee(step.getByText('and yet it lists it'));
    await app.getByRole('button', { name: 'Try again' }).click();
    await expectToSee(app.getByText('Everything is in place'));
    expect(await boundRows(stage)).toEqual([tab, `TASK_VIEW_SIDEBAR ${indexAddress}`, ...crm]);
  });

  test('“there was none”, and another window was faster: fine', async () => {
    const { app } = await openInstaller(stage, { app: outdated });
    const install = app.getByRole('button', { name: 'Install' });
    await expectToSee(install);
    // The rows are removed; the answer is that of a portal in which somebody else had done it.
    await stage.control('faults', [
      { method: 'placement.unbind', fault: 'malformed', body: answer({ count: 0 }), executed: true },
    ]);
    await install.click();
    await expectToSee(app.getByText('Everything is in place'));
    expect(await app.getByText('was already gone').count()).toBe(2);
  });

  test('lost: looked up, not told as a failure', async () => {
    const { app } = await openInstaller(stage, { app: outdated });
    const install = app.getByRole('button', { name: 'Install' });
    await expectToSee(install);
    await stage.control('faults', [
      { method: 'placement.unbind', fault: 'drop-after', connection: 'fresh', times: 1 },
    ]);
    await install.click();
    await expectToSee(app.getByText('Everything is in place'));
    expect(await boundRows(stage)).toEqual([tab, `TASK_VIEW_SIDEBAR ${indexAddress}`, ...crm]);
  });
});

describe('two equal rows', () => {
  const twice = { placements: ['TASK_VIEW_TAB', 'TASK_VIEW_TAB', ...crmTabs] };

  test('become one', async () => {
    const { app } = await openInstaller(stage, { app: twice });
    expect(await boundRows(stage)).toEqual([tab, tab, ...crm]);
    await app.getByRole('button', { name: 'Install' }).click();
    const step = itemOf(app, 'Leave one of several equal rows in the card of a task');
    await expectToSee(step.getByText('one is left'));
    await expectToSee(app.getByText('Everything is in place'));
    expect(await boundRows(stage)).toEqual([...crm, tab]);
    expect(await changes()).toEqual(['placement.unbind', 'placement.bind']);
  });

  test('that cannot be removed hold up nothing: each of them works', async () => {
    const { app } = await openInstaller(stage, { app: twice });
    const install = app.getByRole('button', { name: 'Install' });
    await expectToSee(install);
    await stage.control('faults', [refusesUnbind]);
    await install.click();
    await expectToSee(app.getByText('something old stays behind'));
    await expectToSee(app.getByRole('button', { name: 'Finish' }));
  });

  test('that went without one coming back: nothing to finish, and another try binds it', async () => {
    const { app } = await openInstaller(stage, { app: twice });
    const install = app.getByRole('button', { name: 'Install' });
    await expectToSee(install);
    await stage.control('faults', [{ ...refusesUnbind, method: 'placement.bind', times: 1 }]);
    await install.click();
    await expectToSee(app.getByText('failed', { exact: true }));
    expect(await boundRows(stage)).toEqual(crm);
    expect(await app.getByRole('button', { name: 'Finish' }).count()).toBe(0);
    await app.getByRole('button', { name: 'Try again' }).click();
    await expectToSee(app.getByRole('button', { name: 'Finish' }));
    expect(await boundRows(stage)).toEqual([...crm, tab]);
  });
});

describe('while it is at work', () => {
  /** Without `im` the button “Check again” is there, and coming back to the window asks again. */
  const withoutIm = {
    ...outdated,
    installed: true,
    scopes: ['task', 'tasks', 'crm', 'imopenlines', 'placement'],
  };

  /** Presses in the page itself: Playwright would wait until the buttons may be pressed. */
  async function press(page: Page, ...names: string[]): Promise<void> {
    await (
      await frameOf(page)
    ).evaluate((names) => {
      const buttons = [...document.querySelectorAll('button')];
      // In one turn: React draws only after them.
      for (const name of names) buttons.find(({ textContent }) => textContent === name)?.click();
    }, names);
  }

  test('nothing else can be begun: no way back, no new check, no second run', async () => {
    const { page, app } = await openInstaller(stage, { app: withoutIm });
    await app.getByRole('button', { name: 'Check the installation' }).click();
    await expectToSee(app.getByRole('button', { name: 'Repair' }));
    await stage.control('faults', [{ method: 'placement.bind', fault: 'delay', ms: 3000, times: 1 }]);
    await press(page, 'Repair', 'Check again', 'Repair');
    await expectToSee(itemOf(app, 'Add “Chat Desk” to the card of a task').getByText('in progress'));
    expect(await app.getByRole('button', { name: 'Back' }).isDisabled()).toBe(true);
    await press(page, 'Check again', 'Repair', 'Back');
    await expectToSee(app.getByText('Everything is in place'));
    expect(await changes()).toEqual([
      'placement.bind',
      'placement.bind',
      'placement.unbind',
      'placement.unbind',
      ...crm.map(() => 'placement.bind'),
    ]);
  });

  test('an answer that was asked for before does not bring old rows back', async () => {
    const { page, app } = await openInstaller(stage, { app: withoutIm });
    await app.getByRole('button', { name: 'Check the installation' }).click();
    const repair = app.getByRole('button', { name: 'Repair' });
    await expectToSee(repair);
    // Its rows are those of now, and they arrive when all is done.
    await stage.control('faults', [
      { method: 'batch', fault: 'delay', ms: 5000, times: 1 },
      { method: 'placement.bind', fault: 'delay', ms: 500 },
    ]);
    const isAsked = page.waitForRequest(/\/rest\/batch/);
    const late = page.waitForResponse(/\/rest\/batch/);
    await repair.click();
    await expectToSee(itemOf(app, 'Add “Chat Desk” to the card of a task').getByText('in progress'));
    await (await frameOf(page)).evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await isAsked;
    await expectToSee(app.getByText('Everything is in place'));
    await (await late).finished();
    // With another choice, what is to be done is reckoned anew from the rows.
    await app.getByRole('checkbox', { name: 'In the panel at the top' }).check();
    await expectToSee(itemOf(app, 'to the top panel of older task cards').getByText('to do'));
    expect(await app.getByText('Remove the row of an earlier version').count()).toBe(0);
  });
});
