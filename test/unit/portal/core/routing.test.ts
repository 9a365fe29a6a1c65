/** Addresses, headers, envelopes: PB 1.1, 1.2, 1.4, 1.6. */
import { describe, expect, test } from 'vitest';
import { hook, hookV3, createBench } from './support.ts';

const bench = createBench();

describe('addresses', () => {
  test.each([
    ['/rest/test.echo', 'v2'],
    ['/rest/test.echo/', 'v2'],
    ['/rest/test.echo.json', 'v2'],
    ['/rest/TEST.Echo', 'v2'],
    ['/rest/api/tasks.test.get', 'v3'],
    ['/rest/api/tasks.test.get/', 'v3'],
  ])('%s is a method of %s', async (path, version) => {
    const answer = await bench.post(`${path}?auth=${bench.token()}`, {});
    expect(answer.status).toBe(200);
    expect(bench.portal.context.requests.at(-1)).toMatchObject({ version, status: 200, executed: true });
  });

  test('v3 names keep their case and their ending', async () => {
    for (const name of ['Tasks.test.get', 'tasks.test.get.json']) {
      expect((await bench.post(`/rest/api/${name}?auth=${bench.token()}`, {})).status).toBe(404);
    }
  });

  test('the short routes of v3', async () => {
    expect((await bench.call(`${hookV3}/documentation`)).json()).toEqual({ openapi: '3.0.0' });
    expect((await bench.call(`${hookV3}/scopes`)).json()).toMatchObject({
      result: expect.arrayContaining(['tasks']),
    });
  });

  test('an unknown method is 404 before any auth, and the log names it', async () => {
    const classic = await bench.call('/rest/im.nothing.json');
    expect(classic.status).toBe(404);
    expect(classic.json()).toEqual({
      error: 'ERROR_METHOD_NOT_FOUND',
      error_description: 'Method not found!',
    });
    const modern = await bench.call('/rest/api/im.nothing');
    expect(modern.status).toBe(404);
    expect(modern.json()).toEqual({
      error: {
        code: 'BITRIX_REST_V3_EXCEPTION_METHODNOTFOUNDEXCEPTION',
        message: 'Method "im.nothing" was not found.',
      },
    });
    expect(bench.log.filter((line) => line.includes('UNKNOWN METHOD "im.nothing"'))).toHaveLength(2);
  });

  test('what is no page is 404', async () => {
    expect((await bench.call('/no/such/page')).status).toBe(404);
  });
});

describe('headers', () => {
  const cors = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'origin, content-type, accept',
    'x-content-type-options': 'nosniff',
  };
  const namesOf = (headers: Headers) =>
    [...headers.keys()].filter((name) => name.startsWith('access-control') || name.startsWith('x-')).sort();

  test.each(['/rest/test.echo', '/rest/nothing', '/rest/api/nothing', `${hookV3}/tasks.test.refuse`])(
    'GET %s carries the three headers and no more',
    async (path) => {
      const { headers } = await bench.call(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        ...cors,
        'content-type': 'application/json; charset=utf-8',
      });
      expect(namesOf(headers)).toEqual(Object.keys(cors).sort());
    },
  );

  test.each(['/rest/test.echo', '/rest/api/nothing', '/rest/', '/rest/api/1/wrong/batch'])(
    'OPTIONS %s is 200 and empty, asks nobody who they are, and is logged',
    async (path) => {
      const { status, headers, text } = await bench.call(path, { method: 'OPTIONS' });
      expect({ status, text }).toEqual({ status: 200, text: '' });
      expect(Object.fromEntries(headers)).toMatchObject(cors);
      expect(namesOf(headers)).toEqual(Object.keys(cors).sort());
      expect(bench.portal.context.requests).toMatchObject([
        { method: 'OPTIONS', status: 200, executed: false },
      ]);
    },
  );

  test('pages and files carry no CORS headers', async () => {
    for (const path of ['/', '/disk/showFile/301/x.pdf']) {
      expect((await bench.call(path)).headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('envelopes', () => {
  test('v2: result and time, of the documented types', async () => {
    const { text } = await bench.call(`${hook}/test.echo?a=1`);
    const { result, time }: Record<string, Record<string, unknown>> = JSON.parse(text);
    expect(result).toEqual({ userId: 1, params: { a: '1' } });
    expect(Number.isInteger(time?.start)).toBe(true);
    expect([0, 1]).toContain(time?.processing);
    expect(Number.isInteger(time?.operating_reset_at)).toBe(true);
    expect(typeof time?.operating).toBe('number');
    expect(time?.date_start).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+03:00$/);
  });

  test('v2: next and total stand beside result', async () => {
    expect((await bench.call(`${hook}/test.list`)).json()).toMatchObject({
      result: [1, 2],
      total: 7,
      next: 2,
    });
  });

  test('v2: an error has its extra keys and no time', async () => {
    const answer = await bench.call(`${hook}/test.refuse`);
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({
      error: 'ERROR_ARGUMENT',
      error_description: "Argument 'X' is null or empty",
      argument: 'X',
    });
  });

  test('v3: an error has its field errors and no time', async () => {
    const answer = await bench.post(`${hookV3}/tasks.test.refuse`, {});
    expect(answer.status).toBe(400);
    expect(answer.json()).toEqual({
      error: {
        code: 'BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION',
        message: 'Error validating request object.',
        validation: [{ message: 'Required field "id" is missing.', field: 'id' }],
      },
    });
  });

  test('a handler that breaks is 500 in either form, and the log has the stack', async () => {
    const classic = await bench.call(`${hook}/test.crash`);
    expect(classic.status).toBe(500);
    expect(classic.json()).toMatchObject({ error: 'INTERNAL_SERVER_ERROR' });
    const modern = await bench.post(`${hookV3}/tasks.test.crash`, {});
    expect(modern.status).toBe(500);
    expect(modern.json()).toMatchObject({
      error: { code: 'BITRIX_REST_V3_EXCEPTION_INTERNAL_INTERNALEXCEPTION' },
    });
    expect(bench.log.filter((line) => line.includes('TypeError: broken'))).toHaveLength(2);
  });

  test('strings are escaped as Bitrix24 escapes them, empty objects are []', async () => {
    const { text } = await bench.post(`${hook}/test.echo`, {
      t: `<a href="/x">&'\\"ж`,
      empty: {},
      deep: [{}],
    });
    expect(text).toContain(String.raw`\u003Ca href=\u0022\/x\u0022\u003E\u0026\u0027\\\u0022ж`);
    expect(text).toContain('"empty":[],"deep":[[]]');
  });
});
