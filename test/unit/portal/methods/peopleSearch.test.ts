/** Looking for people: `im.user.list.get`, `im.search.user.list` (RF 3.9) and `user.search` (RF 5.3). */
import { describe, expect, test } from 'vitest';
import { appCode } from '../../../portal/world/seed/app.ts';
import { at, keysAt, listAt, startTestPortal } from './support.ts';

const portal = startTestPortal();

describe('im.user.list.get', () => {
  const list = (params: object) => portal.v2('im.user.list.get', params);

  test('RF 3.9: an object by id, a list with RESULT_TYPE; bots and clients too', async () => {
    expect(keysAt((await list({ ID: [2, '31', 9_999] })).result)).toEqual(['2', '31']);
    const { result } = await list({ ID: '[31,21]', RESULT_TYPE: 'array' });
    expect(result).toMatchObject([
      { id: 31, bot: true },
      { id: 21, connector: true },
    ]);
  });

  test.each([undefined, '', '2', 'x'])('RF 3.9: INVALID_FORMAT for %j', async (ID) => {
    expect(await list({ ID })).toMatchObject({ status: 400, error: 'INVALID_FORMAT' });
  });
});

describe('im.search.user.list', () => {
  const search = (params: object) => portal.v2('im.search.user.list', params);
  const found = async (FIND: string) => keysAt((await search({ FIND })).result);

  test('RF 3.9: an object by id, people in snake_case', async () => {
    const { result, body } = await search({ FIND: 'mar' });
    expect(result).toMatchObject({ 2: { id: 2, name: 'Marta Olsen', work_position: 'Designer' } });
    expect(body).toMatchObject({ total: 1 });
    expect(body).not.toHaveProperty('next');
  });

  test('RF 11.12: nobody is an empty list', async () => {
    expect((await search({ FIND: 'qqq' })).result).toEqual([]);
  });

  test('every word begins a word of the name or the position, in any case', async () => {
    expect(await found('соколова еле')).toEqual(['3']);
    expect(await found('SUPPORT')).toEqual(['6', '7']);
    expect(await found('lsen')).toEqual([]);
  });

  test('M: neither who has left nor clients of open lines', async () => {
    expect(await found('Nadia')).toEqual([]);
    expect(await found('Clara')).toEqual([]);
  });

  test('RF 3.9: LIMIT is 10 by default and 50 at most; next and total stand beside result', async () => {
    for (let id = 501; id <= 560; id += 1) {
      const user = portal.world.users.get(2);
      if (user) portal.world.users.set(id, { ...user, id, firstName: 'Twin' });
    }
    expect((await search({ FIND: 'twin' })).body).toMatchObject({ total: 60, next: 10 });
    expect(keysAt((await search({ FIND: 'twin', LIMIT: 200 })).result)).toHaveLength(50);
    expect(keysAt((await search({ FIND: 'twin', LIMIT: 50, OFFSET: 50 })).result)[0]).toBe('551');
  });

  test.each([undefined, '', 'm', ' m '])('RF 3.9: FIND_SHORT for %j', async (FIND) => {
    expect(await search({ FIND })).toMatchObject({ status: 400, error: 'FIND_SHORT' });
  });
});

describe('user.search', () => {
  const search = (FILTER: object, more: object = {}) => portal.v2('user.search', { FILTER, ...more });
  const found = async (filter: object, more: object = {}) =>
    listAt((await search(filter, more)).result).map((row) => at(row, 'ID'));

  test('RF 5.3: rows as user.get has them, the id as text', async () => {
    const { result, body } = await search({ FIND: 'marta' });
    expect(result).toMatchObject([{ ID: '2', NAME: 'Marta', USER_TYPE: 'employee' }]);
    expect(at(listAt(result)[0], 'EMAIL')).toBeUndefined();
    expect(body).toMatchObject({ total: 1 });
  });

  test('RF 5.3: by single fields, or by FIND, which sets them aside', async () => {
    expect(await found({ LAST_NAME: 'ta', WORK_POSITION: 'supp' })).toEqual(['6']);
    expect(await found({ FIND: 'support', LAST_NAME: 'ta' })).toEqual(['6', '7']);
    expect(await found({ FIND: 'support' }, { order: 'DESC' })).toEqual(['7', '6']);
  });

  test('M: who has left is found, unless ACTIVE is asked for; clients never are', async () => {
    expect(await found({ FIND: 'nadia' })).toEqual(['10']);
    expect(await found({ FIND: 'nadia', ACTIVE: true })).toEqual([]);
    expect(await found({ FIND: 'clara' })).toEqual([]);
  });

  test('M: a FIND among the parameters counts where there is no FILTER; nothing finds everybody', async () => {
    const { result } = await portal.v2('user.search', { FIND: 'marta' });
    expect(listAt(result).map((row) => at(row, 'ID'))).toEqual(['2']);
    expect((await found({})).length).toBeGreaterThan(9);
  });

  test('RF 5.3: a scope of users', async () => {
    const app = portal.world.apps.get(appCode);
    if (app) app.scopes = ['im'];
    expect(await search({ FIND: 'marta' })).toMatchObject({ status: 403, error: 'insufficient_scope' });
  });
});
