/** A ZIP application from the upload to its removal, as an administrator and as everybody else sees it (PB 5.1, 6, RF 7.2). */
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appFrame, ask, command, frameName } from './frameTalk.ts';
import { appPath, setUpParentStage, taskPath } from './parentStage.ts';
import type { ParentStage } from './parentStage.ts';
import { makeZipApp } from './zipApp.ts';

let stage: ParentStage;

beforeAll(async () => {
  stage = await setUpParentStage();
});

afterAll(async () => {
  await stage.close();
});

beforeEach(() => {
  stage.startAnew();
});

afterEach(async () => {
  await stage.closePages();
});

const formPath = '/devops/install/1/';

const asFile = (buffer: Buffer) => ({ name: 'app.zip', mimeType: 'application/zip', buffer });

const folder = (version: number) => `http://127.0.0.1:${stage.port}/static/local.chatdesk/${version}/`;

/** By the form; the application's page is open afterwards. */
async function upload(page: Page, zip: Buffer): Promise<void> {
  await page.goto(stage.origin + formPath);
  await page.getByLabel('Archive').setInputFiles(asFile(zip));
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.waitForURL(`**${appPath}`);
}

/** One REST call with the token of the frame, as the application would make it. */
async function rest(page: Page, method: string, params: Record<string, string> = {}): Promise<unknown> {
  const { AUTH_ID: auth } = (await ask(await appFrame(page), 'getInitData')) as { AUTH_ID: string };
  const response = await fetch(`${stage.origin}/rest/${method}`, {
    method: 'POST',
    body: new URLSearchParams({ ...params, auth }),
  });
  const { result }: { result?: unknown } = await response.json();
  return result;
}

async function finish(page: Page): Promise<void> {
  await command(await appFrame(page), 'setInstallFinish', {});
  await page.waitForURL('**/?install_finished=Y');
}

const heading = async (page: Page) => (await appFrame(page)).locator('h1').innerText();

const widgets = async () => (await stage.open(taskPath)).getByRole('button', { name: 'Chat Desk' }).count();

describe('an upload', () => {
  it('opens the installer by GET from a third origin, with data through getInitData only', async () => {
    const page = await stage.open(formPath);
    await upload(page, makeZipApp('First'));
    const frame = await appFrame(page);
    expect(await heading(page)).toBe('First installer');
    const address = new URL(frame.url());
    expect(address.origin + address.pathname).toBe(`${folder(2)}install.html`);
    expect(address.searchParams.get('APP_SID')).toBe((await frameName(frame)).appSid);
    expect(await page.locator('form').count()).toBe(0);
    expect(await ask(frame, 'getInitData')).toMatchObject({
      PLACEMENT: 'DEFAULT',
      INSTALL: true,
      IS_ADMIN: true,
    });
    expect(await rest(page, 'app.info')).toMatchObject({ INSTALLED: false, VERSION: 2 });
  });

  it.each([true, false])(
    'hides its widget until the installation is finished; flag: %s',
    async (installFlag) => {
      stage.startAnew({ installFlag });
      stage.context.world.placements = [];
      const page = await stage.open(formPath);
      await upload(page, makeZipApp('First'));
      expect(await ask(await appFrame(page), 'getInitData')).toMatchObject({ INSTALL: installFlag });
      const row = { PLACEMENT: 'TASK_VIEW_TAB', HANDLER: `${folder(2)}index.html` };
      expect(await rest(page, 'placement.bind', row)).toBe(true);
      expect(await widgets()).toBe(0);

      await finish(page);
      expect(await heading(page)).toBe('First');
      expect(await ask(await appFrame(page), 'getInitData')).toMatchObject({ INSTALL: false });
      expect(await rest(page, 'app.info')).toMatchObject({ INSTALLED: true });

      const card = await stage.open(taskPath);
      await card.getByRole('button', { name: 'Chat Desk' }).click();
      const widget = await appFrame(card);
      expect(widget.url()).toContain(`${folder(2)}index.html?DOMAIN=`);
      expect(await ask(widget, 'getInitData')).toMatchObject({
        PLACEMENT: 'TASK_VIEW_TAB',
        PLACEMENT_OPTIONS: { taskId: '51' },
      });
    },
  );

  it('without an installer is installed at once', async () => {
    const page = await stage.open(formPath);
    await upload(page, makeZipApp('Plain', { hasInstaller: false }));
    expect(await heading(page)).toBe('Plain');
    expect(await ask(await appFrame(page), 'getInitData')).toMatchObject({ INSTALL: false });
    expect(await widgets()).toBe(1);
  });

  it('shows the title of the person’s language', async () => {
    const page = await stage.open(formPath);
    await upload(page, makeZipApp('First'));
    await rest(page, 'placement.bind', {
      PLACEMENT: 'TASK_VIEW_TAB',
      HANDLER: `${folder(2)}index.html`,
      'LANG_ALL[en][TITLE]': 'Desk',
      'LANG_ALL[ru][TITLE]': 'Стол',
    });
    await finish(page);
    stage.context.world.switches.language = 'ru';
    const card = await stage.open(taskPath);
    await card.getByRole('button', { name: 'Стол' }).click();
    await card.getByRole('dialog', { name: 'Стол' }).waitFor();
    expect(await card.getByTitle('Стол').count()).toBe(1);
  });
});

describe('the second upload', () => {
  it('keeps the rows with their old addresses; the application repairs them', async () => {
    const page = await stage.open(formPath);
    stage.context.world.placements = [];
    await upload(page, makeZipApp('First'));
    const old = { PLACEMENT: 'TASK_VIEW_TAB', HANDLER: `${folder(2)}index.html` };
    await rest(page, 'placement.bind', old);
    await finish(page);
    expect(await widgets()).toBe(1);

    await upload(page, makeZipApp('Second'));
    expect(await heading(page)).toBe('Second installer');
    expect(await widgets()).toBe(0);
    expect(await rest(page, 'placement.get')).toMatchObject([{ handler: old.HANDLER }]);
    await rest(page, 'placement.bind', { ...old, HANDLER: `${folder(3)}index.html` });
    expect(await rest(page, 'placement.unbind', old)).toEqual({ count: 2 });
    await finish(page);

    const card = await stage.open(taskPath);
    await card.getByRole('button', { name: 'Chat Desk' }).click();
    expect(await heading(card)).toBe('Second');
  });
});

describe('the form', () => {
  it('says next to the field what is wrong, with the focus in it', async () => {
    const page = await stage.open(formPath);
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('Choose a ZIP file.').waitFor();
    const field = page.getByLabel('Archive');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.getAttribute('aria-describedby')).toBe('archive-error');

    await field.setInputFiles(asFile(Buffer.from('no ZIP')));
    await page.getByLabel('Title').fill('');
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByText('This is no ZIP file, or it is damaged.').waitFor();
    await page.getByText('Enter a title.').waitFor();
    expect(stage.app.version).toBe(1);
  });

  it('grants the ticked scopes', async () => {
    const page = await stage.open(formPath);
    await page.getByLabel('disk').uncheck();
    await page.getByLabel('crm', { exact: true }).uncheck();
    await page.getByLabel('Archive').setInputFiles(asFile(makeZipApp('First')));
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.waitForURL(`**${appPath}`);
    expect(await rest(page, 'scope')).toEqual([
      'task',
      'tasks',
      'im',
      'imopenlines',
      'placement',
      'user_brief',
    ]);
  });
});

describe('deleting', () => {
  it('asks first, and leaves nothing behind', async () => {
    const page = await stage.open('/devops/');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(stage.context.world.apps.size).toBe(1);

    await page.getByRole('button', { name: 'Delete' }).click();
    await page
      .getByRole('dialog', { name: 'Delete this application?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await page.getByText('There is no application yet.').waitFor();
    expect(stage.context.world.placements).toEqual([]);
    expect(await widgets()).toBe(0);

    await page.getByRole('link', { name: 'Add an application' }).click();
    await page.waitForURL(`**${formPath}`);
  });
});

describe('somebody who is no administrator', () => {
  beforeEach(async () => {
    await upload(await stage.open(formPath), makeZipApp('First'));
    stage.context.world.switches.signedInUserId = 2;
  });

  it('reads whom to ask until the installation is finished', async () => {
    const page = await stage.open(appPath);
    expect(await page.getByRole('alert').innerText()).toContain('not fully installed yet');
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('sees the applications and can change none', async () => {
    const page = await stage.open('/devops/');
    await page.getByText('Only administrators add, update and delete applications.').waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    await page.getByRole('link', { name: 'Chat Desk' }).click();
    await page.getByText('Only administrators').waitFor();
    expect(await page.getByLabel('Archive').count()).toBe(0);
  });

  it('cannot finish it from a frame that was opened before', async () => {
    stage.context.world.switches.signedInUserId = 1;
    const page = await stage.open(appPath);
    const frame = await appFrame(page);
    stage.context.world.switches.signedInUserId = 2;
    await command(frame, 'setInstallFinish', {});
    await page.getByRole('alert').waitFor();
    expect(new URL(page.url()).search).toBe('?install_finished=Y');
    expect(stage.app.installed).toBe(false);
  });
});

describe('the pages', () => {
  it.each(['en', 'ru'])('can be read by everybody, in %s', async (language) => {
    stage.startAnew({ language });
    for (const path of ['/devops/', formPath, '/devops/install/2/']) {
      const page = await stage.open(path);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run(document));
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  });
});
