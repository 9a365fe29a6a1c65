/** `placement.*` with its checks in their order, its codes and its oddities (PB 6, RF 6.1). */
import { beforeEach, describe, expect, test } from 'vitest';
import { appCode } from '../../../portal/world/seed/app.ts';
import { at, liam, listAt, startTestPortal, type Answer } from './support.ts';

const portal = startTestPortal();

const handler = 'http://127.0.0.1:5173/other.html';

const bind = (params: Record<string, unknown> = {}) =>
  portal.v2('placement.bind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB', HANDLER: handler, ...params });

const rows = async () => listAt((await portal.v2('placement.get')).body, 'result');

const app = () => {
  const found = portal.world.apps.get(appCode);
  if (!found) throw new Error('The application is not in the seed');
  return found;
};

const told = ({ status, error, body }: Answer) => ({
  status,
  error,
  text: at(body, 'error_description'),
  argument: at(body, 'argument'),
});

describe('who may', () => {
  test('a webhook is refused everywhere', async () => {
    for (const name of ['bind', 'unbind', 'get', 'list']) {
      expect(told(await portal.hook(`placement.${name}`, { PLACEMENT: 'x' }))).toMatchObject({
        status: 403,
        error: 'WRONG_AUTH_TYPE',
      });
    }
  });

  test('only administrators, but everybody lists', async () => {
    for (const name of ['bind', 'unbind', 'get']) {
      const answer = await portal.v2(`placement.${name}`, { PLACEMENT: 'x' }, liam);
      expect(told(answer)).toMatchObject({ status: 403, error: 'ACCESS_DENIED', text: 'Access denied!' });
    }
    expect((await portal.v2('placement.list', {}, liam)).result).toContain('TASK_VIEW_TAB');
  });

  test('without the scope nobody', async () => {
    app().scopes = ['task'];
    expect(await portal.v2('placement.get')).toMatchObject({ status: 403, error: 'insufficient_scope' });
  });
});

describe('bind refuses', () => {
  test('step 1: a code that is missing or of another type', async () => {
    const expected = {
      status: 400,
      error: 'ERROR_ARGUMENT',
      text: "The value of an argument 'PLACEMENT' must be of type string",
      argument: 'PLACEMENT',
    };
    expect(told(await portal.v2('placement.bind', { HANDLER: handler }))).toEqual(expected);
    expect(told(await bind({ PLACEMENT: ['TASK_VIEW_TAB'] }))).toEqual(expected);
  });

  test.each([
    [{ PLACEMENT: '' }, 'The placement code is not specified'],
    [{ PLACEMENT: 'default' }, 'The placement code has an incorrect value'],
    [{ HANDLER: '' }, 'The URL of the placement handler is not specified'],
  ])('step 1: %j, in odd sentences', async (params, sentence) => {
    expect(told(await bind(params))).toEqual({
      status: 400,
      error: 'ERROR_ARGUMENT',
      text: `Argument '${sentence}' is null or empty`,
      argument: sentence,
    });
  });

  test.each([
    ['http://localhost:5173/', 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'],
    ['http://[::1]:5173/', 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'],
    ['/install.html', 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'],
    ['http://user.name@localhost/', 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'],
    ['http://a.b:99999/', 'ERROR_WRONG_HANDLER_URL', 'Wrong handler URL'],
    ['ftp://example.com/', 'ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported event handler protocol'],
    ['//example.com/', 'ERROR_UNSUPPORTED_PROTOCOL', 'Unsupported event handler protocol'],
  ])('step 2: the address %s', async (address, error, text) => {
    expect(told(await bind({ HANDLER: address }))).toMatchObject({ status: 400, error, text });
  });

  test('step 3: a code that is unknown, or whose scope is missing, after the address', async () => {
    const notFound = { status: 400, error: 'ERROR_PLACEMENT_NOT_FOUND', text: 'Placement not found' };
    expect(told(await bind({ PLACEMENT: 'TASK_VIEW_DRAWER' }))).toMatchObject(notFound);
    expect(told(await bind({ PLACEMENT: 'SETTING_CONNECTOR' }))).toMatchObject(notFound);
    expect(await bind({ PLACEMENT: 'NO_SUCH', HANDLER: 'http://localhost/' })).toMatchObject({
      error: 'ERROR_WRONG_HANDLER_URL',
    });
    app().scopes = ['placement', 'task'];
    expect(told(await bind())).toMatchObject(notFound);
    expect((await bind({ PLACEMENT: 'TASK_VIEW_SIDEBAR' })).result).toBe(true);
    expect((await bind({ PLACEMENT: 'LEFT_MENU' })).result).toBe(true);
  });

  test('step 4: a required option that is missing', async () => {
    expect(told(await bind({ PLACEMENT: 'IM_SIDEBAR', OPTIONS: { role: 'USER' } }))).toEqual({
      status: 400,
      error: 'ERROR_ARGUMENT',
      text: "Argument 'iconName' is null or empty",
      argument: 'iconName',
    });
  });

  test('step 5: a person where the place has none, and one row too many', async () => {
    expect(await bind({ USER_ID: 2 })).toMatchObject({ status: 400, error: 'ERROR_PLACEMENT_USER_MODE' });
    expect((await bind({ PLACEMENT: 'REST_APP_URI' })).result).toBe(true);
    expect(told(await bind({ PLACEMENT: 'REST_APP_URI' }))).toMatchObject({
      status: 400,
      error: 'ERROR_PLACEMENT_MAX_COUNT',
      text: 'Placement max count: 1',
    });
    const worker = { PLACEMENT: 'PAGE_BACKGROUND_WORKER', OPTIONS: { errorHandlerUrl: handler } };
    expect((await bind({ ...worker, USER_ID: 2 })).result).toBe(true);
    expect((await bind({ ...worker, HANDLER: `${handler}?everybody` })).result).toBe(true);
    expect((await bind({ ...worker, USER_ID: 2 })).error).toBe('ERROR_PLACEMENT_MAX_COUNT');
  });

  test.each([
    ['PAGE_BACKGROUND_WORKER', {}, 'EMPTY_ERROR_HANDLER_URL'],
    ['IM_CONTEXT_MENU', { context: 'ALL;ELSEWHERE' }, 'INVALID_ERROR_CONTEXT'],
    ['IM_CONTEXT_MENU', { extranet: 'maybe' }, 'INVALID_ERROR_EXTRANET'],
    ['IM_CONTEXT_MENU', { role: 'OWNER' }, 'INVALID_ERROR_ROLE'],
  ])('step 6: what %s finds in %j by itself comes with HTTP 200', async (placement, options, error) => {
    expect(await bind({ PLACEMENT: placement, OPTIONS: options })).toMatchObject({ status: 200, error });
  });

  test('step 7: the same handler at the same place, in any case and under any title', async () => {
    expect((await bind()).result).toBe(true);
    expect(told(await bind({ PLACEMENT: 'crm_lead_detail_tab', TITLE: 'Again' }))).toMatchObject({
      status: 400,
      error: 'ERROR_CORE',
      text: 'Unable to set placement handler: Handler already binded',
    });
    expect((await bind({ HANDLER: `${handler}?2` })).result).toBe(true);
    expect((await bind({ PLACEMENT: 'CRM_DEAL_DETAIL_TAB' })).result).toBe(true);
  });

  test('inside a batch as well', async () => {
    const cmd = { a: `placement.bind?PLACEMENT=LEFT_MENU&HANDLER=http%3A%2F%2Flocalhost%2F` };
    const { body } = await portal.v2('batch', { cmd });
    expect(at(body, 'result', 'result_error', 'a', 'error')).toBe('ERROR_WRONG_HANDLER_URL');
  });
});

describe('what a row keeps', () => {
  beforeEach(() => {
    portal.world.placements = [];
  });

  test('options that the place knows, as text; [] for none', async () => {
    await bind({ PLACEMENT: 'TASK_VIEW_TAB', OPTIONS: { groupId: 11, height: '400', other: 'x' } });
    await bind({ OPTIONS: { groupId: '11' } });
    expect(await rows()).toMatchObject([
      { id: 2, placement: 'TASK_VIEW_TAB', userId: 0, handler, options: { groupId: '11' } },
      { id: 3, placement: 'CRM_LEAD_DETAIL_TAB', userId: 0, handler, options: [] },
    ]);
  });

  test('the name of the application where no title is given', async () => {
    await bind();
    expect(await rows()).toEqual([
      {
        id: 2,
        placement: 'CRM_LEAD_DETAIL_TAB',
        userId: 0,
        handler,
        options: [],
        title: 'Chat Desk',
        description: '',
        langAll: [],
      },
    ]);
  });

  test('a title as that of the language in which it was bound', async () => {
    portal.world.switches.language = 'de';
    await bind({ TITLE: 'Chats', DESCRIPTION: 'Alle', GROUP_NAME: 'Arbeit' });
    expect(await rows()).toMatchObject([
      {
        title: 'Chats',
        description: 'Alle',
        langAll: { de: { TITLE: 'Chats', DESCRIPTION: 'Alle', GROUP_NAME: 'Arbeit' } },
      },
    ]);
  });

  test('LANG_ALL before TITLE, and the title by the language of the person', async () => {
    await bind({ TITLE: 'Ignored', LANG_ALL: { en: { TITLE: 'Chats' }, ru: { title: 'Чаты' } } });
    const titleIn = async (language: string) => {
      portal.world.switches.language = language;
      return at((await rows())[0], 'title');
    };
    expect(at((await rows())[0], 'langAll', 'ru')).toEqual({
      TITLE: 'Чаты',
      DESCRIPTION: '',
      GROUP_NAME: '',
    });
    expect(await titleIn('en')).toBe('Chats');
    expect(await titleIn('ru')).toBe('Чаты');
    expect(await titleIn('de')).toBe('Chats');
  });

  test('rows of other applications are no business of this one', async () => {
    await bind();
    const row = portal.world.placements[0];
    if (row) row.appCode = 'local.other';
    expect(await rows()).toEqual([]);
    expect((await bind()).result).toBe(true);
    expect((await portal.v2('placement.unbind', { PLACEMENT: 'CRM_LEAD_DETAIL_TAB' })).result).toEqual({
      count: 2,
    });
    expect(portal.world.placements).toMatchObject([{ appCode: 'local.other' }]);
  });
});

describe('before the installation is finished', () => {
  test('RF 7.3: app.info tells it, scope and bind work', async () => {
    Object.assign(app(), { installed: false, installUrl: 'http://127.0.0.1:5173/install.html', version: 3 });
    expect((await portal.v2('app.info')).result).toMatchObject({
      CODE: app().clientId,
      VERSION: 3,
      STATUS: 'L',
      INSTALLED: false,
    });
    expect((await portal.v2('scope')).result).toContain('placement');
    expect((await bind()).result).toBe(true);
    expect(await rows()).toHaveLength(2);
  });
});

describe('unbind', () => {
  const unbind = async (params: Record<string, unknown>) =>
    (await portal.v2('placement.unbind', params)).result;

  test('counts each removed row twice', async () => {
    await bind();
    await bind({ HANDLER: `${handler}?2` });
    await bind({ HANDLER: `${handler}?3` });
    expect(await unbind({ PLACEMENT: 'crm_lead_detail_tab', HANDLER: handler })).toEqual({ count: 2 });
    expect(await unbind({ PLACEMENT: 'CRM_LEAD_DETAIL_TAB', USER_ID: 2 })).toEqual({ count: 0 });
    expect(await unbind({ PLACEMENT: 'CRM_LEAD_DETAIL_TAB' })).toEqual({ count: 4 });
    expect(await rows()).toMatchObject([{ placement: 'TASK_VIEW_TAB' }]);
  });

  test('removes nothing for what is unknown, and wants a code', async () => {
    expect(await unbind({ PLACEMENT: 'NO_SUCH' })).toEqual({ count: 0 });
    expect(await unbind({ PLACEMENT: 'TASK_VIEW_TAB', HANDLER: 'http://127.0.0.1/else' })).toEqual({
      count: 0,
    });
    expect(told(await portal.v2('placement.unbind'))).toEqual({
      status: 400,
      error: 'ERROR_ARGUMENT',
      text: "Argument 'PLACEMENT' is null or empty",
      argument: 'PLACEMENT',
    });
  });

  test('works where the scope of the place was taken away', async () => {
    app().scopes = ['placement'];
    expect(await unbind({ PLACEMENT: 'TASK_VIEW_TAB' })).toEqual({ count: 2 });
  });
});

describe('list', () => {
  const list = async (params = {}) => (await portal.v2('placement.list', params)).result;

  test('what the scopes allow, and the global ones', async () => {
    app().scopes = ['placement', 'task'];
    const codes = await list();
    expect(codes).toEqual(expect.arrayContaining(['TASK_VIEW_TAB', 'IM_CONTEXT_MENU', 'LEFT_MENU']));
    expect(codes).not.toContain('CRM_DEAL_DETAIL_TAB');
    expect(await list({ FULL: true })).toContain('CRM_DEAL_DETAIL_TAB');
    expect(await list({ SCOPE: 'crm', FULL: true })).not.toContain('TASK_VIEW_TAB');
  });

  test('PB 1.3: user is met by its smaller kin', async () => {
    expect(await list()).toContain('USER_PROFILE_MENU');
    app().scopes = ['placement'];
    expect(await list()).not.toContain('USER_PROFILE_MENU');
  });
});
