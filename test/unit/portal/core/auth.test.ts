/** Tokens, webhooks, scopes: PB 1.3, 1.4, 1.6. */
import { describe, expect, test } from 'vitest';
import { expireTokens, issueToken, refreshToken } from '../../../portal/auth/tokens.ts';
import { reset } from '../../../portal/context.ts';
import { appCode, defaultScopes } from '../../../portal/world/seed/app.ts';
import { hook, hookV3, createBench } from './support.ts';

const bench = createBench();
const denied = 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION';

describe('where the token stands', () => {
  test.each(['auth', 'access_token'])('%s in query or body', async (name) => {
    expect((await bench.call(`/rest/test.echo?${name}=${bench.token(2)}`)).json()).toMatchObject({
      result: { userId: 2 },
    });
    expect((await bench.post('/rest/test.echo', { [name]: bench.token(3) })).json()).toMatchObject({
      result: { userId: 3 },
    });
    expect((await bench.post('/rest/api/tasks.test.get', { [name]: bench.token(3) })).status).toBe(200);
  });

  test('header before auth before access_token', async () => {
    const [first, second, third] = [bench.token(1), bench.token(2), bench.token(3)];
    const body = { auth: second, access_token: third };
    const withHeader = await bench.post('/rest/test.echo', body, { authorization: `Bearer ${first}` });
    expect(withHeader.json()).toMatchObject({ result: { userId: 1 } });
    expect((await bench.post('/rest/test.echo', body)).json()).toMatchObject({ result: { userId: 2 } });
  });
});

describe('refusals', () => {
  test('v2 says what is wrong', async () => {
    const token = bench.token();
    expireTokens(bench.portal.context.world);
    expect((await bench.post('/rest/test.echo', { auth: token })).json()).toEqual({
      error: 'expired_token',
      error_description: 'The access token provided has expired',
    });
    const codes: Array<[string, object, string]> = [
      ['/rest/test.echo', {}, 'NO_AUTH_FOUND'],
      ['/rest/test.echo', { auth: 'unknown' }, 'invalid_token'],
      ['/rest/test.echo', { auth: bench.token(10) }, 'authorization_error'],
      ['/rest/1/wrong/test.echo', {}, 'INVALID_CREDENTIALS'],
      ['/rest/2/chatdeskwebhook1/test.echo', {}, 'INVALID_CREDENTIALS'],
    ];
    for (const [path, body, code] of codes) {
      const answer = await bench.post(path, body);
      expect(answer.status).toBe(401);
      expect(answer.json()).toMatchObject({ error: code });
    }
  });

  test('PB 1.3: an expired token before the scope, the scope before the person', async () => {
    const code = async (auth: string) => (await bench.post('/rest/test.crm', { auth })).json();
    reset(bench.portal.context, { app: { scopes: ['im'] } });
    const [left, expired] = [bench.token(10), bench.token(1)];
    expect(await code(left)).toMatchObject({ error: 'insufficient_scope' });
    expireTokens(bench.portal.context.world);
    expect(await code(expired)).toMatchObject({ error: 'expired_token' });
    reset(bench.portal.context);
    expect(await code(bench.token(10))).toMatchObject({ error: 'authorization_error' });
  });

  test('v3 says the same to everyone', async () => {
    const expired = bench.token();
    expireTokens(bench.portal.context.world);
    for (const [path, body] of [
      ['/rest/api/tasks.test.get', {}],
      ['/rest/api/tasks.test.get', { auth: expired }],
      ['/rest/api/tasks.test.get', { auth: 'unknown' }],
      ['/rest/api/1/wrong/tasks.test.get', {}],
    ] as const) {
      const answer = await bench.post(path, body);
      expect(answer.status).toBe(401);
      expect(answer.json()).toEqual({ error: { code: denied, message: 'Access denied.' } });
    }
    expect(bench.portal.context.requests.every((entry) => !entry.executed)).toBe(true);
  });

  test('a method for applications refuses a webhook', async () => {
    const answer = await bench.call(`${hook}/test.app`);
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ error: 'WRONG_AUTH_TYPE' });
    expect((await bench.post('/rest/test.app', { auth: bench.token() })).json()).toMatchObject({
      result: appCode,
    });
  });
});

describe('scopes', () => {
  const without = (scope: string) =>
    reset(bench.portal.context, { app: { scopes: defaultScopes.filter((name) => name !== scope) } });

  test('v2 wants its scope, and user_brief stands for user', async () => {
    without('crm');
    const answer = await bench.post('/rest/test.crm', { auth: bench.token() });
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ error: 'insufficient_scope' });
    expect((await bench.post('/rest/test.user', { auth: bench.token() })).status).toBe(200);
  });

  test('v3 wants tasks, and task is not enough', async () => {
    without('tasks');
    const answer = await bench.post('/rest/api/tasks.test.get', { auth: bench.token() });
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({
      error: { code: 'BITRIX_REST_V3_EXCEPTION_INSUFFICIENTSCOPEEXCEPTION' },
    });
  });

  test('v3 takes a longer scope that begins the method', async () => {
    reset(bench.portal.context, { app: { scopes: ['tasks.test'] } });
    expect((await bench.post('/rest/api/tasks.test.get', { auth: bench.token() })).status).toBe(200);
    reset(bench.portal.context, { app: { scopes: ['tasks.te'] } });
    expect((await bench.post('/rest/api/tasks.test.get', { auth: bench.token() })).status).toBe(403);
  });

  test('the switch tasksScope: on offer, not on offer, or met by task', async () => {
    const status = async (tasksScope: 'tasks' | 'task' | 'missing') => {
      reset(bench.portal.context, { switches: { tasksScope } });
      return [
        (await bench.post('/rest/api/tasks.test.get', { auth: bench.token() })).status,
        (await bench.post(`${hookV3}/tasks.test.get`, {})).status,
      ];
    };
    expect(await status('tasks')).toEqual([200, 200]);
    expect(await status('task')).toEqual([200, 200]);
    expect(await status('missing')).toEqual([403, 403]);
  });
});

test('a refresh token stays good, and is its own only', () => {
  const { world } = bench.portal.context;
  const first = issueToken(world, { userId: 2, appCode });
  const used = first.refresh;
  const second = refreshToken(world, used);
  expect(second).toMatchObject({ userId: 2, appCode });
  expect(second?.access).not.toBe(first.access);
  const third = refreshToken(world, used);
  expect(new Set([first.access, second?.access, third?.access]).size).toBe(3);
  expect(refreshToken(world, '')).toBeNull();
  expect(refreshToken(world, 'unknown')).toBeNull();
});
