/** Commands that open sliders and choosers (PB 5.2, 5.3; RF 9.2). */
import type { Frame, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerTo, appFrame, ask, command, heardUnder, staysSilent } from './frameTalk.ts';
import { appPath, setUpParentStage } from './parentStage.ts';
import type { ParentStage } from './parentStage.ts';

let stage: ParentStage;
let page: Page;
let frame: Frame;

beforeAll(async () => {
  stage = await setUpParentStage();
});

afterAll(async () => {
  await stage.close();
});

beforeEach(async () => {
  stage.startAnew();
  page = await stage.open(appPath);
  frame = await appFrame(page);
});

afterEach(async () => {
  await stage.closePages();
});

/** Closes the slider or chooser on top. */
async function closeTop(): Promise<void> {
  await page.getByRole('button', { name: 'Close' }).last().click();
}

describe('openApplication', () => {
  it('opens the application once more with the params as options, and answers emptily when it is closed', async () => {
    const callback = await command(frame, 'openApplication', {
      text: '<b>"&amp;&',
      number: 5,
      bx24_title: 'Once more',
      bx24_width: 500,
      bx24_label: { bgColor: 'pink', text: 'New', color: '#ffffff' },
    });
    const slider = page.getByRole('dialog', { name: 'Once more' });
    const inner = await appFrame(page, 1);
    expect(await slider.getByText('New', { exact: true }).count()).toBe(1);
    expect(Math.round((await slider.boundingBox())?.width ?? 0)).toBe(500);
    expect(await page.title()).toBe('Once more');

    const { fields } = stage.site.openings.at(-1) ?? {};
    expect(fields?.['PLACEMENT']).toBe('DEFAULT');
    expect(JSON.parse(fields?.['PLACEMENT_OPTIONS'] ?? '')).toEqual({
      text: '<b>"&amp;&',
      number: 5,
      URI: appPath,
    });
    expect(await ask(inner, 'getInitData')).toMatchObject({
      PLACEMENT_OPTIONS: { text: '&lt;b&gt;&quot;&amp;amp;&', number: '5', URI: appPath },
    });

    expect(await heardUnder(frame, callback)).toEqual([]);
    await closeTop();
    expect((await answerTo(frame, callback)).text).toBe('');
    expect(await page.title()).toContain('Chat Desk');
  });

  it('may leave a boundary free at the left', async () => {
    await command(frame, 'openApplication', { bx24_leftBoundary: 200 });
    const slider = page.getByRole('dialog', { name: 'Chat Desk' });
    await appFrame(page, 1);
    const whole = await page.evaluate(() => window.innerWidth);
    expect(Math.round((await slider.boundingBox())?.width ?? 0)).toBe(whole - 200);
  });
});

describe('closeApplication', () => {
  it('closes the slider it comes from, and answers both frames', async () => {
    const opened = await command(frame, 'openApplication', {});
    const inner = await appFrame(page, 1);
    await command(inner, 'closeApplication');
    expect((await answerTo(frame, opened)).text).toBe('');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('does nothing outside a slider', async () => {
    expect(await staysSilent(frame, await command(frame, 'closeApplication'))).toBe(true);
    expect(await page.locator('iframe').count()).toBe(1);
  });
});

describe('openPath', () => {
  it('shows a page of the portal in a slider and answers when it is closed', async () => {
    // The SDK puts such a prefix before the path, to choose a width.
    const path = '/crm/type/0/details/0/../../../../../company/personal/user/1/tasks/task/view/52/?a=1';
    const callback = await command(frame, 'openPath', { path });
    const inner = page.frameLocator('iframe.page-frame');
    await inner.getByRole('heading', { level: 1 }).waitFor();
    expect(await inner.getByRole('banner').count()).toBe(0);
    const address = new URL(
      (await page.locator('iframe.page-frame').getAttribute('src')) ?? '',
      stage.origin,
    );
    expect(address.pathname).toBe('/company/personal/user/1/tasks/task/view/52/');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      a: '1',
      from: 'rest_placement',
      from_app: stage.app.clientId,
      IFRAME: 'Y',
      IFRAME_TYPE: 'SIDE_SLIDER',
    });
    expect(await heardUnder(frame, callback)).toEqual([]);
    await closeTop();
    expect((await answerTo(frame, callback)).value).toEqual({ result: 'close' });
  });

  it('refuses what is no path of this portal', async () => {
    const refused = { result: 'error', errorCode: 'PATH_NOT_AVAILABLE' };
    for (const path of [
      '//evil.example/',
      String.raw`/\evil.example/`,
      'https://evil.example/',
      'crm/deal/',
      7,
    ]) {
      expect(await ask(frame, 'openPath', { path })).toEqual(refused);
    }
    expect(await ask(frame, 'openPath')).toEqual(refused);
  });
});

describe('commands without an answer', () => {
  it('imOpenMessenger and imOpenHistory open the messenger', async () => {
    const chat = [...stage.context.world.chats.values()].find(({ memberIds }) => memberIds.includes(1));
    for (const name of ['imOpenMessenger', 'imOpenHistory']) {
      const callback = await command(frame, name, { dialogId: `chat${chat?.id}` });
      await page
        .frameLocator('iframe.page-frame')
        .getByRole('heading', { level: 2, name: chat?.title ?? '' })
        .waitFor();
      await closeTop();
      await page.locator('iframe.page-frame').waitFor({ state: 'detached' });
      expect(await staysSilent(frame, callback)).toBe(true);
    }
  });

  it('showAppForm opens the page of the installed application', async () => {
    const callback = await command(frame, 'showAppForm');
    await page.frameLocator('iframe.page-frame').getByText(stage.app.clientId).waitFor();
    await closeTop();
    expect(await staysSilent(frame, callback)).toBe(true);
  });

  it('calls are told to be missing', async () => {
    for (const [name, params] of [
      ['imCallTo', { userId: 2, video: true }],
      ['imPhoneTo', { phone: '+49 30 1234' }],
    ] as const) {
      const callback = await command(frame, name, params);
      await page.getByRole('status').filter({ hasText: 'Calls are not part' }).first().waitFor();
      expect(await staysSilent(frame, callback)).toBe(true);
    }
  });
});

describe('selectUser', () => {
  const marta = {
    id: '2',
    name: 'Marta Olsen',
    photo: '',
    position: 'Designer',
    url: '/company/personal/user/2/',
    sub: false,
    sup: false,
  };

  it('answers with the person who was clicked', async () => {
    const callback = await command(frame, 'selectUser', { mult: false });
    const dialog = page.getByRole('dialog', { name: 'Choose a person' });
    await dialog.getByRole('searchbox').fill('marta');
    expect(await dialog.getByRole('button', { name: /Tomás/ }).count()).toBe(0);
    await dialog.getByRole('button', { name: /Marta Olsen/ }).click();
    expect((await answerTo(frame, callback)).value).toEqual(marta);
  });

  it('answers with a list after the button', async () => {
    const callback = await command(frame, 'selectUser', { mult: true });
    const dialog = page.getByRole('dialog', { name: 'Choose people' });
    await dialog.getByRole('checkbox', { name: /Marta Olsen/ }).check();
    await dialog.getByRole('checkbox', { name: /Tomás Rivera/ }).check();
    await dialog.getByRole('button', { name: 'Select' }).click();
    expect((await answerTo(frame, callback)).value).toEqual([marta, expect.objectContaining({ id: '4' })]);
  });

  it('never answers when it is closed', async () => {
    const callback = await command(frame, 'selectUser', { mult: false });
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await staysSilent(frame, callback)).toBe(true);
  });

  it('does not offer the clients of open lines', async () => {
    await command(frame, 'selectUser', { mult: false });
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /Marta Olsen/ }).waitFor();
    expect(await dialog.getByRole('button', { name: /Clara Weiss/ }).count()).toBe(0);
  });
});

it('selectAccess answers with codes and names, without the blocked ones', async () => {
  const callback = await command(frame, 'selectAccess', { value: ['U2'] });
  const dialog = page.getByRole('dialog', { name: 'Choose access rights' });
  await dialog.getByRole('checkbox', { name: /All authorised users/ }).check();
  await dialog.getByRole('checkbox', { name: /Tomás Rivera/ }).check();
  expect(await dialog.getByRole('checkbox', { name: /Marta Olsen/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Select' }).click();
  expect((await answerTo(frame, callback)).value).toEqual([
    { id: 'AU', name: 'All authorised users' },
    { id: 'U4', name: 'Tomás Rivera' },
  ]);
});

describe('selectCRM', () => {
  it('answers with numbered buckets by type, those chosen beforehand among them', async () => {
    const callback = await command(frame, 'selectCRM', {
      entityType: ['deal', 'contact'],
      multiple: true,
      value: { deal: [7] },
    });
    const dialog = page.getByRole('dialog', { name: 'Choose from CRM' });
    await dialog.getByRole('checkbox', { name: /Clara Weiss/ }).check();
    expect(await dialog.getByRole('checkbox', { name: /CO_2/ }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Select' }).click();
    expect((await answerTo(frame, callback)).value).toEqual({
      deal: {
        0: {
          id: 'D_7',
          type: 'deal',
          place: 'deal',
          title: 'Northwind: website and shop',
          desc: '',
          url: '/crm/deal/details/7/',
        },
      },
      contact: { 0: expect.objectContaining({ id: 'C_3', image: '' }) },
    });
  });

  it('answers at a click when one is wanted', async () => {
    const callback = await command(frame, 'selectCRM', { entityType: ['company'], multiple: false });
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Northwind Traders/ })
      .click();
    expect((await answerTo(frame, callback)).value).toEqual({
      company: { 0: expect.objectContaining({ id: 'CO_2' }) },
    });
  });
});
