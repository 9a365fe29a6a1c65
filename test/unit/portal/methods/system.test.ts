/** What every application may ask (RF 1.8, 5.3, 7.3). */
import { describe, expect, test } from 'vitest';
import { appCode } from '../../../portal/world/seed/app.ts';
import { at, keysAt, liam, listAt, marta, startTestPortal } from './support.ts';

const portal = startTestPortal();

describe('basic', () => {
  test('RF 5.3: profile, the id as text', async () => {
    expect((await portal.v2('profile', {}, marta)).result).toEqual({
      ID: '2',
      ADMIN: false,
      NAME: 'Marta',
      LAST_NAME: 'Olsen',
      PERSONAL_GENDER: 'F',
      TIME_ZONE: 'Europe/Berlin',
    });
    expect((await portal.v2('profile')).result).toMatchObject({ ID: '1', ADMIN: true });
  });

  test('RF 7.3: app.info, refused to a webhook with 400', async () => {
    expect((await portal.v2('app.info')).result).toMatchObject({ ID: 1, STATUS: 'L', INSTALLED: true });
    expect(await portal.hook('app.info')).toMatchObject({ status: 400, error: 'ACCESS_DENIED' });
  });

  test('RF 7.3: server.time with the offset of the server', async () => {
    const { result } = await portal.v2('server.time');
    expect(result).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+03:00$/);
  });

  test('RF 7.3: scope, granted or all on offer', async () => {
    const { result } = await portal.v2('scope');
    expect(result).toContain('tasks');
    expect(result).not.toContain('disk');
    expect((await portal.v2('scope', { full: true })).result).toContain('disk');
    portal.world.switches.tasksScope = 'missing';
    expect((await portal.v2('scope', { full: true })).result).not.toContain('tasks');
  });

  test('RF 7.3: method.get', async () => {
    const get = async (name: string) => (await portal.v2('method.get', { name })).result;
    expect(await get('im.message.add')).toEqual({ isExisting: true, isAvailable: true });
    expect(await get('PROFILE')).toEqual({ isExisting: true, isAvailable: true });
    expect(await get('batch')).toEqual({ isExisting: true, isAvailable: true });
    expect(await get('no.such')).toEqual({ isExisting: false, isAvailable: false });
    const app = portal.world.apps.get(appCode);
    if (app) app.scopes = ['task'];
    expect(await get('im.message.add')).toEqual({ isExisting: true, isAvailable: false });
    expect(await get('user.get')).toEqual({ isExisting: true, isAvailable: false });
    if (app) app.scopes = ['user_brief'];
    expect(await get('user.get')).toEqual({ isExisting: true, isAvailable: true });
  });
});

describe('users', () => {
  const scopes = (...granted: string[]) => {
    const app = portal.world.apps.get(appCode);
    if (app) app.scopes = granted;
  };

  test('RF 5.3: the fewer the scope, the fewer the fields', async () => {
    const { result: brief } = await portal.v2('user.current', {}, marta);
    expect(brief).toMatchObject({ ID: '2', ACTIVE: true, NAME: 'Marta', WORK_POSITION: 'Designer' });
    expect(brief).not.toHaveProperty('EMAIL');
    scopes('user_basic');
    const { result: basic } = await portal.v2('user.current', {}, marta);
    expect(basic).toHaveProperty('EMAIL', 'marta.olsen@example.com');
    expect(basic).not.toHaveProperty('LAST_LOGIN');
    scopes('user');
    // RF 11.13: dates that come as empty objects, on the wire lists.
    expect((await portal.v2('user.current')).result).toMatchObject({ LAST_ACTIVITY_DATE: [] });
    scopes('im');
    expect(await portal.v2('user.current')).toMatchObject({ status: 403, error: 'insufficient_scope' });
  });

  test('RF 5.3: user.get with filters, order and paging', async () => {
    const ids = async (params: object) =>
      listAt((await portal.v2('user.get', params)).result).map((row) => at(row, 'ID'));
    expect(await ids({ FILTER: { ID: [2, 3] } })).toEqual(['2', '3']);
    expect(await ids({ filter: { '>=ID': 3, '<ID': 5 }, order: 'DESC' })).toEqual(['4', '3']);
    expect(await ids({ FILTER: { '%LAST_NAME': 'ols' } })).toEqual(['2']);
    expect(await ids({ FILTER: { NAME_SEARCH: 'support' } })).toEqual(['6', '7']);
    expect(await ids({ FILTER: { ACTIVE: false } })).toEqual(['10']);
    expect(await ids({ FILTER: { IS_ONLINE: 'Y', UF_DEPARTMENT: 1, '<ID': 3 } })).toEqual(['1', '2']);
    expect(await ids({ FILTER: { IS_ONLINE: 'N' } })).toEqual([]);
    expect(await ids({ FILTER: { UF_DEPARTMENT: [2] } })).toEqual([]);
    expect(await ids({ FILTER: { WORK_POSITION: 'Support' }, sort: 'NAME' })).toEqual(['7', '6']);
  });

  test('RF 5.3: 50 a page, no clients of open lines and no bots', async () => {
    const somebody = portal.world.users.get(liam);
    if (!somebody) throw new Error('nobody');
    for (let id = 1000; id < 1060; id += 1) portal.world.users.set(id, { ...somebody, id });
    const { body } = await portal.v2('user.get');
    expect(listAt(body, 'result')).toHaveLength(50);
    const total = [...portal.world.users.values()].filter(
      ({ connectorId, isBot }) => connectorId === undefined && isBot !== true,
    ).length;
    expect(body).toMatchObject({ next: 50, total });
    const second = await portal.v2('user.get', { start: 50 });
    expect(second.result).toHaveLength(total - 50);
    expect(second.body).not.toHaveProperty('next');
    expect((await portal.v2('user.get', { start: -1 })).body).not.toHaveProperty('total');
  });

  test('a field that is not imitated is a loud failure', async () => {
    expect(await portal.v2('user.get', { FILTER: { UF_SKYPE: 'x' } })).toMatchObject({ status: 500 });
  });
});

describe('REST 3.0 describes itself', () => {
  test('RF 1.2, 1.8: the document has no envelope', async () => {
    const { body } = await portal.v3('rest.documentation.openapi');
    expect(body).toMatchObject({ openapi: '3.0.0', info: { title: 'Bitrix24 REST V3 API' } });
    expect(body).not.toHaveProperty('result');
    const paths = keysAt(body, 'paths');
    expect(paths).toContain('/tasks.task.chat.message.send');
    expect(paths).toContain('/rest.scope.list');
  });

  test('PB 1.1: short routes, by GET too', async () => {
    const { origin } = portal.running;
    const response = await fetch(`${origin}/rest/api/1/chatdeskwebhook1/documentation`);
    expect(await response.json()).toHaveProperty('openapi', '3.0.0');
    expect((await portal.v3('scopes')).result).toHaveProperty('tasks');
  });

  test('RF 1.8: methods by module, filtered by filterModule', async () => {
    const { result } = await portal.v3('rest.scope.list', { filterModule: 'tasks' });
    expect(keysAt(result)).toEqual(['tasks']);
    expect(result).toMatchObject({
      tasks: {
        task: { get: { scope: 'tasks.task.get' } },
        'task.chat.message': { send: { fields: [{ name: 'id' }, {}, {}] } },
      },
    });
  });
});
