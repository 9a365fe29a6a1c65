/** How the portal opens an application: the card's elements, the form POST, the frame (PB 2.4, 5.1, 5.2). */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appFrame, ask, frameName } from './frameTalk.ts';
import { appPath, dealPath, openTaskSlider, setUpParentStage, taskPath } from './parentStage.ts';
import type { ParentStage } from './parentStage.ts';

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

describe('the form POST', () => {
  it('carries the fields and the query of the portal, and names the frame', async () => {
    const page = await openTaskSlider(stage);
    const name = await frameName(await appFrame(page));
    const { method, query, fields } = stage.site.openings[0] ?? {};
    const token = stage.context.world.tokens.at(-1);

    expect(method).toBe('POST');
    expect(query).toEqual({
      DOMAIN: `localhost:${stage.port}`,
      PROTOCOL: '0',
      LANG: 'en',
      APP_SID: name.appSid,
    });
    expect(name).toEqual({
      host: `localhost:${stage.port}`,
      protocol: '0',
      appSid: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(fields).toEqual({
      AUTH_ID: token?.access,
      AUTH_EXPIRES: '3600',
      REFRESH_ID: token?.refresh,
      SERVER_ENDPOINT: 'https://oauth.bitrix.info/rest/',
      APPLICATION_TOKEN: stage.app.applicationToken,
      APPLICATION_SCOPE: stage.app.scopes.join(','),
      member_id: stage.context.world.memberId,
      status: 'L',
      PLACEMENT: 'TASK_VIEW_TAB',
      PLACEMENT_OPTIONS: String.raw`{"taskId":"51","URI":"\/company\/personal\/user\/1\/tasks\/task\/view\/51\/"}`,
    });
  });

  it('goes into a frame without sandbox, src or clipboard', async () => {
    const page = await openTaskSlider(stage);
    await appFrame(page);
    const attributes = await page
      .locator('iframe')
      .evaluate((frame) => Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value])));
    expect(attributes).toEqual({
      class: 'app-frame',
      name: expect.any(String),
      title: 'Chat Desk',
      frameborder: '0',
      allow: 'geolocation *; microphone *; camera *; autoplay *;',
    });
  });

  it('leaves PLACEMENT_OPTIONS out when there are none', async () => {
    const page = await stage.open(appPath);
    await appFrame(page);
    expect(stage.site.openings[0]?.fields).not.toHaveProperty('PLACEMENT_OPTIONS');
    expect(stage.site.openings[0]?.fields['PLACEMENT']).toBe('DEFAULT');
  });

  it('gives the parameters of the full page as options, without the system ones, and the page before as URI', async () => {
    const page = await stage.open('/');
    const parameters = 'dialog=chat5&install_finished=Y&IFRAME=Y&_r=1';
    await page.evaluate((path) => location.assign(path), `${appPath}?${parameters}`);
    await appFrame(page);
    const options = stage.site.openings[0]?.fields['PLACEMENT_OPTIONS'] ?? '{}';
    expect(JSON.parse(options)).toEqual({ dialog: 'chat5', URI: '/' });
  });

  it('takes DOMAIN from the address of the page; a plain http name is no secure context', async () => {
    const page = await stage.open(appPath, `http://portal.test:${stage.port}`);
    const frame = await appFrame(page);
    expect(stage.site.openings[0]?.query['DOMAIN']).toBe(`portal.test:${stage.port}`);
    expect(await frame.evaluate(() => window.isSecureContext)).toBe(false);
    expect(await ask(frame, 'getInitData')).toMatchObject({ DOMAIN: `portal.test:${stage.port}` });
  });

  it('speaks the language of the signed-in person', async () => {
    stage.context.world.switches.language = 'ru';
    const page = await stage.open(taskPath);
    expect(await page.getByRole('heading', { name: 'Приложения' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Chat Desk' }).click();
    await appFrame(page);
    expect(stage.site.openings[0]?.query['LANG']).toBe('ru');
    expect(await page.getByRole('button', { name: 'Закрыть' }).count()).toBe(1);
  });
});

describe('the cards', () => {
  it('show one element of that name for the one bound row, and open a labelled slider with the focus in it', async () => {
    const page = await stage.open(taskPath);
    expect(await page.getByText('Chat Desk', { exact: true }).count()).toBe(1);
    await page.getByRole('button', { name: 'Chat Desk' }).click();
    const slider = page.getByRole('dialog', { name: 'Chat Desk' });
    await appFrame(page);
    expect(await slider.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await slider.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Chat Desk' }).click();
    await page.getByRole('button', { name: 'Close' }).click();
    await slider.waitFor({ state: 'detached' });
  });

  it('show nothing while the application is not installed', async () => {
    stage.app.installed = false;
    const page = await stage.open(taskPath);
    expect(await page.getByText('Chat Desk', { exact: true }).count()).toBe(0);
  });

  it('open the application in the tab of the older task card, with taskId', async () => {
    stage.context.world.switches.olderTaskCard = true;
    const page = await stage.open(taskPath);
    await page.getByRole('tab', { name: 'Chat Desk' }).click();
    await appFrame(page);
    expect(JSON.parse(stage.site.openings[0]?.fields['PLACEMENT_OPTIONS'] ?? '{}')).toMatchObject({
      taskId: '51',
    });
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('open the top panel of the older task card in a slider, with TASK_ID', async () => {
    const { world } = stage.context;
    world.switches.olderTaskCard = true;
    for (const row of world.placements) {
      if (row.placement === 'TASK_VIEW_TAB') row.placement = 'TASK_VIEW_TOP_PANEL';
    }
    await appFrame(await openTaskSlider(stage));
    expect(stage.site.openings[0]?.fields['PLACEMENT']).toBe('TASK_VIEW_TOP_PANEL');
    expect(JSON.parse(stage.site.openings[0]?.fields['PLACEMENT_OPTIONS'] ?? '{}')).toEqual({
      TASK_ID: '51',
      URI: taskPath,
    });
  });

  it('open the application in a tab of the deal, 600 px high at least', async () => {
    const page = await stage.open(dealPath);
    await page.getByRole('tab', { name: 'Chat Desk' }).click();
    const frame = await appFrame(page);
    expect(stage.site.openings[0]?.fields['PLACEMENT']).toBe('CRM_DEAL_DETAIL_TAB');
    expect(await ask(frame, 'getInitData')).toMatchObject({ PLACEMENT_OPTIONS: { ID: '7', URI: dealPath } });
    expect(await frame.evaluate(() => window.innerHeight)).toBeGreaterThanOrEqual(600);
  });

  it('open the application from the menu of a message', async () => {
    const chat = [...stage.context.world.chats.values()].find(({ memberIds }) => memberIds.includes(1));
    const page = await stage.open(`/online/?IM_DIALOG=chat${chat?.id}`);
    await page.getByRole('button', { name: 'Message actions' }).last().click();
    await page.getByRole('button', { name: 'Chat Desk' }).click();
    await appFrame(page);
    const messageId = stage.context.world.messages.get(chat?.id ?? 0)?.at(-1)?.id;
    expect(stage.site.openings[0]?.fields['PLACEMENT']).toBe('IM_CONTEXT_MENU');
    expect(JSON.parse(stage.site.openings[0]?.fields['PLACEMENT_OPTIONS'] ?? '{}')).toMatchObject({
      messageId: String(messageId),
      dialogId: `chat${chat?.id}`,
    });
  });

  it('let no hostile title run', async () => {
    const page = await stage.open('/company/personal/user/1/tasks/task/view/56/');
    expect(await page.locator('.hostile').count()).toBe(0);
    expect(await page.evaluate(() => 'hostileRan' in window)).toBe(false);
  });
});

describe('an application that is not installed yet', () => {
  it('shows its installer to an administrator', async () => {
    Object.assign(stage.app, { installed: false, installUrl: `${stage.site.url}install.html` });
    const page = await stage.open(appPath);
    const frame = await appFrame(page);
    expect(stage.site.openings[0]?.path).toBe('/install.html');
    expect(await ask(frame, 'getInitData')).toMatchObject({ INSTALL: true });
  });

  it('leaves the flag out where the portal has lost it', async () => {
    Object.assign(stage.app, { installed: false, installUrl: `${stage.site.url}install.html` });
    stage.context.world.switches.installFlag = false;
    const page = await stage.open(appPath);
    expect(await ask(await appFrame(page), 'getInitData')).toMatchObject({ INSTALL: false });
  });

  it('tells everybody else whom to ask', async () => {
    Object.assign(stage.app, { installed: false, installUrl: `${stage.site.url}install.html` });
    stage.context.world.switches.signedInUserId = 2;
    const page = await stage.open(appPath);
    expect(await page.getByRole('alert').innerText()).toContain('not fully installed yet');
    expect(await page.locator('iframe').count()).toBe(0);
  });
});

describe('the start page', () => {
  it('signs another person in, in another language, and turns switches', async () => {
    const page = await stage.open('/');
    expect(await page.getByRole('link', { name: 'Website redesign for Northwind' }).count()).toBe(1);
    await page.getByLabel('Person').selectOption({ label: 'Marta Olsen' });
    await page.getByLabel('Language').selectOption('ru');
    await page.getByRole('button', { name: 'Apply' }).first().click();
    await page.getByRole('banner').getByText('Marta Olsen').waitFor();
    await page.getByLabel('olderTaskCard').check();
    await page.getByRole('button', { name: 'Применить' }).last().click();
    await page.waitForFunction(() => document.querySelector('[name=olderTaskCard]:checked') !== null);
    expect(stage.context.world.switches).toMatchObject({
      // Marta is signed in in this browser only.
      signedInUserId: 1,
      language: 'ru',
      olderTaskCard: true,
      taskReadersMayReadChat: true,
    });
  });

  it('takes no form from elsewhere', async () => {
    const body = new URLSearchParams({ signedInUserId: '2' });
    const answer = await fetch(stage.origin, { method: 'POST', body, headers: { origin: stage.site.url } });
    expect(answer.status).toBe(403);
    expect(stage.context.world.switches.signedInUserId).toBe(1);
  });

  it('has a page of its own for what does not exist', async () => {
    const answer = await fetch(`${stage.origin}/crm/deal/details/999/`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Page not found');
  });
});
