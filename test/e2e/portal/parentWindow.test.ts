/** The parent window's answers, silences and refusals, driven with raw messages (PB 5.3, 5.4). */
import type { Frame, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerTo, appFrame, ask, command, frameName, heardUnder, post, staysSilent } from './frameTalk.ts';
import { startHandlerSite } from './handlerSite.ts';
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

async function openApp(): Promise<{ page: Page; frame: Frame }> {
  const page = await stage.open(appPath);
  return { page, frame: await appFrame(page) };
}

async function openTask(): Promise<{ page: Page; frame: Frame }> {
  const page = await openTaskSlider(stage);
  return { page, frame: await appFrame(page) };
}

async function openDeal(): Promise<{ page: Page; frame: Frame }> {
  const page = await stage.open(dealPath);
  await page.getByRole('tab', { name: 'Chat Desk' }).click();
  return { page, frame: await appFrame(page) };
}

describe('getInitData', () => {
  it('answers with the types of the portal: numbers as strings, empty objects as lists', async () => {
    stage.app.options = { limit: 7, deep: { none: {} } };
    const { frame } = await openTask();
    const token = stage.context.world.tokens.at(-1);
    const answer = await answerTo(frame, await command(frame, 'getInitData'));
    expect(answer.origin).toBe(stage.origin);
    expect(answer.value).toEqual({
      LANG: 'en',
      DOMAIN: `localhost:${stage.port}`,
      PROTOCOL: 0,
      PATH: '/rest',
      AUTH_ID: token?.access,
      AUTH_EXPIRES: '3600',
      REFRESH_ID: token?.refresh,
      MEMBER_ID: stage.context.world.memberId,
      FIRST_RUN: true,
      IS_ADMIN: true,
      INSTALL: false,
      USER_OPTIONS: [],
      APP_OPTIONS: { limit: '7', deep: { none: [] } },
      PLACEMENT: 'TASK_VIEW_TAB',
      PLACEMENT_OPTIONS: { taskId: '51', URI: taskPath },
    });
  });

  it('has "" for options that are not there, and knows who is no administrator', async () => {
    stage.startAnew({ signedInUserId: 2 });
    const { frame } = await openApp();
    expect(await ask(frame, 'getInitData')).toMatchObject({ PLACEMENT_OPTIONS: '', IS_ADMIN: false });
  });

  it('tells of the first run once, and never after setInstall', async () => {
    const { page, frame } = await openApp();
    expect(await ask(frame, 'getInitData')).toMatchObject({ FIRST_RUN: true });
    expect(await ask(frame, 'getInitData')).toMatchObject({ FIRST_RUN: false });
    expect(await ask(frame, 'setInstall', { install: true })).toEqual({ install: true });
    await page.reload();
    expect(await ask(await appFrame(page), 'getInitData')).toMatchObject({ FIRST_RUN: false });
  });
});

describe('refreshAuth', () => {
  it('answers with strings, again and again, and getInitData follows', async () => {
    const { frame } = await openApp();
    await ask(frame, 'refreshAuth');
    const answer = await ask(frame, 'refreshAuth');
    const token = stage.context.world.tokens.at(-1);
    const expected = { AUTH_ID: token?.access, AUTH_EXPIRES: '3600', REFRESH_ID: token?.refresh };
    expect(answer).toEqual(expected);
    expect(await ask(frame, 'getInitData')).toMatchObject(expected);
    expect(stage.context.world.tokens).toHaveLength(3);
  });

  it('raises an alert and stays silent when the portal refuses', async () => {
    const { page, frame } = await openApp();
    stage.context.world.tokens = [];
    const alerted = page.waitForEvent('dialog');
    const callback = await command(frame, 'refreshAuth');
    const dialog = await alerted;
    expect(dialog.type()).toBe('alert');
    await dialog.accept();
    expect(await staysSilent(frame, callback)).toBe(true);
  });
});

describe('options', () => {
  it('of a user are stored and echoed', async () => {
    const { frame } = await openApp();
    expect(await ask(frame, 'setUserOption', { name: 'sound', value: 'a:b' })).toEqual({
      name: 'sound',
      value: 'a:b',
    });
    expect(stage.app.userOptions[1]).toEqual({ sound: 'a:b' });
  });

  it('of the application are answered whole to an administrator', async () => {
    stage.app.options = { first: 'x' };
    const { frame } = await openApp();
    expect(await ask(frame, 'setAppOption', { name: 'second', value: 'y' })).toEqual({
      first: 'x',
      second: 'y',
    });
  });

  it('of the application are neither stored nor answered for anybody else', async () => {
    stage.startAnew({ signedInUserId: 2 });
    const { frame } = await openApp();
    expect(await staysSilent(frame, await command(frame, 'setAppOption', { name: 'a', value: 'b' }))).toBe(
      true,
    );
    expect(stage.app.options).toEqual({});
  });
});

describe('the window', () => {
  it('changes its heading in DEFAULT only', async () => {
    const { page, frame } = await openApp();
    expect(await ask(frame, 'setTitle', { title: 'Other: title' })).toEqual({ title: 'Other: title' });
    expect(await page.locator('#pagetitle').innerText()).toBe('Other: title');
    expect(await page.title()).toContain('Chat Desk');
    for (const place of [await openTask(), await openDeal()]) {
      expect(await staysSilent(place.frame, await command(place.frame, 'setTitle', { title: 'No' }))).toBe(
        true,
      );
    }
  });

  it('takes a size and answers what was measured', async () => {
    const { frame } = await openApp();
    expect(await ask(frame, 'resizeWindow', { width: 500, height: 720 })).toEqual({
      width: 500,
      height: 720,
    });
    expect(await ask(frame, 'resizeWindow', { width: 'x', height: 300 })).toEqual({
      width: 100,
      height: 600,
    });
    expect(await ask(frame, 'resizeWindow', { width: '100%', height: 'x' })).toMatchObject({ height: 600 });
    const deal = await openDeal();
    expect(await ask(deal.frame, 'resizeWindow', { width: '100%', height: 900 })).toMatchObject({
      height: 900,
    });
  });

  it('refuses a size in a slider', async () => {
    const { frame } = await openTask();
    expect(await staysSilent(frame, await command(frame, 'resizeWindow', { width: 500, height: 500 }))).toBe(
      true,
    );
  });

  it('scrolls', async () => {
    const { page, frame } = await openApp();
    await ask(frame, 'resizeWindow', { width: '100%', height: 4000 });
    expect(await ask(frame, 'setScroll', { scroll: 120 })).toEqual({ scroll: 120 });
    expect(await page.evaluate(() => window.scrollY)).toBe(120);
  });

  it('reloads the page with the application, without an answer', async () => {
    const { page, frame } = await openApp();
    const before = await frameName(frame);
    await Promise.all([page.waitForEvent('load'), command(frame, 'reloadWindow')]);
    expect((await frameName(await appFrame(page))).appSid).not.toBe(before.appSid);
  });

  it('reloads the content of a slider', async () => {
    const { page, frame } = await openTask();
    const { appSid } = await frameName(frame);
    await command(frame, 'reloadWindow');
    await page.locator(`iframe[name$="${appSid}"]`).waitFor({ state: 'detached' });
    expect(await ask(await appFrame(page), 'getInitData')).toMatchObject({ PLACEMENT: 'TASK_VIEW_TAB' });
  });
});

describe('the end of an installation', () => {
  it('brings the page anew with install_finished=Y', async () => {
    Object.assign(stage.app, { installed: false, installUrl: `${stage.site.url}install.html` });
    const { page, frame } = await openApp();
    await command(frame, 'setInstallFinish', {});
    await page.waitForURL('**/?install_finished=Y');
    await appFrame(page);
    expect(stage.app.installed).toBe(true);
    expect(stage.site.openings.map(({ path }) => path)).toEqual(['/install.html', '/']);
  });

  it('does so for anybody, but only an administrator finishes it', async () => {
    stage.startAnew({ signedInUserId: 2 });
    stage.app.installed = false;
    const { page, frame } = await openApp();
    await command(frame, 'setInstallFinish', {});
    await page.waitForURL('**/?install_finished=Y');
    expect(stage.app.installed).toBe(false);
  });

  it('closes and opens a slider again', async () => {
    const { page, frame } = await openTask();
    const { appSid } = await frameName(frame);
    await command(frame, 'setInstallFinish', {});
    await page.locator(`iframe[name$="${appSid}"]`).waitFor({ state: 'detached' });
    expect(await ask(await appFrame(page), 'getInitData')).toMatchObject({
      PLACEMENT_OPTIONS: { taskId: '51' },
    });
  });
});

describe('the interface of a place', () => {
  it('is empty, but for the tab of a CRM card', async () => {
    expect(await ask((await openTask()).frame, 'getInterface')).toEqual({ command: [], event: [] });
    const { frame } = await openDeal();
    expect(await ask(frame, 'getInterface')).toEqual({ command: ['reloadData'], event: [] });
  });

  it('reads the fields of a CRM card anew', async () => {
    const { page, frame } = await openDeal();
    const deal = stage.context.world.crm.find(({ type, id }) => type === 'deal' && id === 7);
    if (deal) deal.assignedById = 4;
    expect((await answerTo(frame, await command(frame, 'reloadData', {}))).text).toBe('');
    await page.getByRole('tab', { name: 'General' }).click();
    expect(await page.locator('[data-reload]').innerText()).toContain('Tomás Rivera');
  });
});

describe('silence', () => {
  it('on commands that nobody knows, and on those of another place', async () => {
    const { frame } = await openTask();
    for (const name of ['noSuchCommand', 'constructor', 'reloadData', 'im:setTextareaContent']) {
      expect(await staysSilent(frame, await command(frame, name, {}))).toBe(true);
    }
    expect(
      await staysSilent(frame, await command(frame, 'placementBindEvent', { event: 'onSomething' })),
    ).toBe(true);
  });

  it('on broken payloads and on what is no message of a frame', async () => {
    const { frame } = await openApp();
    const { appSid } = await frameName(frame);
    await post(frame, `setScroll:{"scroll":1:broken:${appSid}`);
    for (const message of ['', 'getInitData', 7, null, ['getInitData', 'list', appSid]])
      await post(frame, message);
    expect(await staysSilent(frame, 'broken')).toBe(true);
  });

  it('on another APP_SID', async () => {
    const { frame } = await openApp();
    await post(frame, `getInitData:other:${'0'.repeat(32)}`);
    expect(await staysSilent(frame, 'other')).toBe(true);
  });

  it('on another origin, even with the right APP_SID', async () => {
    const { page, frame } = await openApp();
    const { appSid } = await frameName(frame);
    const stranger = await startHandlerSite();
    await page.evaluate((src) => {
      window.heard = [];
      window.addEventListener('message', ({ origin, data }) =>
        window.heard.push({ origin, data: String(data) }),
      );
      document.body.append(Object.assign(document.createElement('iframe'), { src, name: 'stranger' }));
    }, stranger.url);
    await page.locator('iframe[name=stranger]').contentFrame().getByRole('heading').waitFor();
    const strange = page.frame('stranger');
    if (!strange) throw new Error('The stranger has no frame');
    await post(strange, `setTitle:{"title":"Taken over"}:strange:${appSid}`);
    await page.waitForFunction(
      (origin) => window.heard.some((message) => message.origin === origin),
      new URL(stranger.url).origin,
    );
    expect(await staysSilent(frame, 'strange')).toBe(true);
    expect(await heardUnder(strange, 'strange')).toEqual([]);
    expect(await page.locator('#pagetitle').innerText()).toBe('Chat Desk');
    await stranger.close();
  });
});

describe('the forms of a message', () => {
  it('may be an object, or a text with colons in the payload, or with an empty one', async () => {
    const { frame } = await openApp();
    const { appSid } = await frameName(frame);
    await post(frame, { method: 'setTitle', params: { title: 'By object' }, callback: 'object', appSid });
    expect((await answerTo(frame, 'object')).value).toEqual({ title: 'By object' });
    await post(frame, `setTitle:{"title":"a:b:c"}:colons:${appSid}`);
    expect((await answerTo(frame, 'colons')).value).toEqual({ title: 'a:b:c' });
    await post(frame, `getInterface::empty:${appSid}`);
    expect((await answerTo(frame, 'empty')).value).toEqual({ command: [], event: [] });
  });
});

describe('faults', () => {
  it('mute-parent keeps back the answer to a command, as often as the rule says', async () => {
    const { frame } = await openApp();
    stage.context.faults.set([{ method: 'setScroll', fault: 'mute-parent', times: 1 }]);
    expect(await staysSilent(frame, await command(frame, 'setScroll', { scroll: 1 }))).toBe(true);
    expect(await ask(frame, 'setScroll', { scroll: 2 })).toEqual({ scroll: 2 });
  });

  it('mute-refresh keeps back refreshAuth only', async () => {
    const { frame } = await openApp();
    stage.context.faults.set([{ method: '*', fault: 'mute-refresh' }]);
    expect(await staysSilent(frame, await command(frame, 'refreshAuth'))).toBe(true);
    expect(stage.context.world.tokens).toHaveLength(1);
    stage.context.faults.clear();
    expect(await ask(frame, 'refreshAuth')).toMatchObject({ AUTH_EXPIRES: '3600' });
  });
});

describe('the actions of the server', () => {
  it('answer the pages of the portal only', async () => {
    const address = `${stage.origin}/bitrix/components/bitrix/app.layout/ajax.php`;
    const body = JSON.stringify({ app: stage.app.code, action: 'directory' });
    const cookie = 'PORTAL_SESSION=a';
    const ask = (headers: Record<string, string>) => fetch(address, { method: 'POST', body, headers });
    expect((await ask({})).status).toBe(403);
    expect((await ask({ origin: 'http://127.0.0.1:5173', cookie })).status).toBe(403);
    expect((await ask({ origin: stage.origin })).status).toBe(403);
    expect((await ask({ origin: stage.origin, cookie })).status).toBe(200);
  });
});
