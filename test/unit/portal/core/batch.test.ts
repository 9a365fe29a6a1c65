/** Both batches: PB 1.5 and 1.6, RF 1.6 and 8.5. */
import { describe, expect, test } from 'vitest';
import { hook, hookV3, createBench, type Answer } from './support.ts';

const bench = createBench();

interface BatchResult {
  result: object;
  result_error: unknown;
  result_total: unknown;
  result_next: unknown;
  result_time: object;
}

const resultOf = ({ text }: Answer): BatchResult => {
  const { result }: { result: BatchResult } = JSON.parse(text);
  return result;
};

describe('v2', () => {
  test('results, totals and errors by key; empty maps are []', async () => {
    const answer = await bench.post(`${hook}/batch`, {
      halt: 0,
      cmd: { first: 'test.echo?a[b]=1', list: 'test.list', bad: 'test.refuse', none: 'no.method', n: 5 },
    });
    expect(answer.status).toBe(200);
    const result = resultOf(answer);
    expect(result.result).toEqual({ first: { userId: 1, params: { a: { b: '1' } } }, list: [1, 2] });
    expect(result.result_total).toEqual({ list: 7 });
    expect(result.result_next).toEqual({ list: 2 });
    expect(result.result_error).toEqual({
      bad: { error: 'ERROR_ARGUMENT', error_description: "Argument 'X' is null or empty", argument: 'X' },
      none: { error: 'ERROR_METHOD_NOT_FOUND', error_description: 'Method not found!' },
    });
    expect(Object.keys(result.result_time)).toEqual(['first', 'list']);
    expect(bench.portal.context.requests.at(-1)).toMatchObject({
      method: 'batch',
      batch: ['test.echo', 'test.list', 'test.refuse', 'no.method'],
      executed: true,
      userId: 1,
    });
  });

  test('a list of commands gives lists', async () => {
    const result = resultOf(await bench.post(`${hook}/batch`, { cmd: ['test.echo?a=1', 'test.echo?a=2'] }));
    expect(result.result).toMatchObject([{ params: { a: '1' } }, { params: { a: '2' } }]);
    expect(result.result_error).toEqual([]);
  });

  test('form encoded, as a frame sends it', async () => {
    const body = new URLSearchParams({
      auth: bench.token(2),
      'cmd[x]': `test.echo?t=${encodeURIComponent('a&b')}`,
    });
    const result = resultOf(await bench.call('/rest/batch', { method: 'POST', body }));
    expect(result.result).toEqual({ x: { userId: 2, params: { t: 'a&b' } } });
  });

  test('each command needs its scope', async () => {
    bench.portal.context.world.webhooks.push({ userId: 2, secret: 'poor', scopes: ['im'] });
    const result = resultOf(
      await bench.post('/rest/2/poor/batch', { cmd: { a: 'test.crm', b: 'test.echo' } }),
    );
    expect(result.result_error).toMatchObject({ a: { error: 'insufficient_scope' } });
    expect(Object.keys(result.result)).toEqual(['b']);
  });

  test('$result references: whole values keep their type, inside text they are text', async () => {
    const result = resultOf(
      await bench.post(`${hook}/batch`, {
        cmd: {
          a: 'test.echo?list[]=7&list[]=8',
          b: `test.echo?${new URLSearchParams({
            whole: '$result[a][params][list]',
            one: '$result[a][params][list][1]',
            inside: 'chat$result[a][userId]!',
            nowhere: '$result[x][y]',
            'deep[er]': '$result[a][userId]',
          })}`,
        },
      }),
    );
    expect(result.result).toMatchObject({
      b: { params: { whole: ['7', '8'], one: '8', inside: 'chat1!', nowhere: null, deep: { er: 1 } } },
    });
  });

  test('halt stops after the first error', async () => {
    const cmd = { a: 'test.refuse', b: 'test.echo' };
    expect(resultOf(await bench.post(`${hook}/batch`, { halt: 1, cmd })).result).toEqual([]);
    expect(resultOf(await bench.post(`${hook}/batch`, { halt: '0', cmd })).result).toHaveProperty('b');
  });

  test('the 51st command and nested batches are refused one by one', async () => {
    const cmd = Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`c${index}`, 'test.echo']));
    const result = resultOf(
      await bench.post(`${hook}/batch`, { cmd: { ...cmd, c0: 'batch?cmd[]=test.echo' } }),
    );
    expect(result.result_error).toMatchObject({
      c0: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' },
      c50: { error: 'ERROR_BATCH_LENGTH_EXCEEDED' },
    });
    expect(Object.keys(result.result)).toHaveLength(49);
  });

  test('without commands, and without a token', async () => {
    expect(resultOf(await bench.post(`${hook}/batch`, {}))).toEqual({
      result: [],
      result_error: [],
      result_total: [],
      result_next: [],
      result_time: [],
    });
    expect((await bench.post('/rest/batch', { cmd: ['test.echo'] })).status).toBe(401);
  });
});

describe('v3', () => {
  const codeOf = ({ text }: Answer): string => {
    const { error }: { error: { code: string } } = JSON.parse(text);
    return error.code.replace('BITRIX_REST_V3_EXCEPTION_', '');
  };

  test('results in order, references without item', async () => {
    const answer = await bench.post(`${hookV3}/batch`, [
      { method: 'tasks.test.get', query: { id: 9 } },
      { method: 'tasks.test.list', query: {}, as: 'all' },
      { method: 'tasks.test.get', query: { a: { $ref: '0.id' }, ids: { $refArray: 'all.id' } } },
    ]);
    expect(answer.json()).toMatchObject({
      result: [
        { item: { id: 9 } },
        { items: [{ id: 1 }, { id: 2 }] },
        { item: { params: { a: 9, ids: [1, 2] } } },
      ],
      time: { start: expect.any(Number) },
    });
    expect(bench.portal.context.requests.at(-1)).toMatchObject({
      version: 'v3',
      method: 'batch',
      batch: ['tasks.test.get', 'tasks.test.list', 'tasks.test.get'],
    });
  });

  test('the first error is the whole answer, and what ran before it has run', async () => {
    const answer = await bench.post(`${hookV3}/batch`, [
      { method: 'tasks.test.write', query: { text: 'w:1' } },
      { method: 'tasks.test.refuse', query: {} },
      { method: 'tasks.test.write', query: { text: 'w:2' } },
    ]);
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe('VALIDATION_REQUESTVALIDATIONEXCEPTION');
    expect(bench.written()).toEqual(['w:1']);
  });

  test('auth in the body is taken as an item and breaks the batch; in the URL it works', async () => {
    const item = { method: 'tasks.test.write', query: { text: 'w:1' } };
    const broken = await bench.post('/rest/api/batch', { 0: item, auth: bench.token() });
    expect(broken.status).toBe(400);
    expect(codeOf(broken)).toBe('INVALIDSELECTEXCEPTION');
    expect(bench.written()).toEqual([]);
    expect((await bench.post(`/rest/api/batch?auth=${bench.token()}`, [item])).status).toBe(200);
  });

  test.each([
    ['a classic cmd', { cmd: ['tasks.test.get'] }, 'INVALIDSELECTEXCEPTION'],
    ['no query', [{ method: 'tasks.test.get' }], 'INVALIDSELECTEXCEPTION'],
    [
      'one alias twice',
      [
        { method: 'tasks.test.get', query: {}, as: 'a' },
        { method: 'tasks.test.get', query: {}, as: 'a' },
      ],
      'INVALIDSELECTEXCEPTION',
    ],
    [
      'a path with item',
      [
        { method: 'tasks.test.get', query: {}, as: 'a' },
        { method: 'tasks.test.get', query: { x: { $ref: 'a.item.id' } } },
      ],
      'INVALIDSELECTEXCEPTION',
    ],
    ['a nested batch', [{ method: 'batch', query: {} }], 'METHODNOTFOUNDEXCEPTION'],
    ['an unknown method', [{ method: 'no.method', query: {} }], 'METHODNOTFOUNDEXCEPTION'],
    ['a scalar', 5, 'INVALIDJSONEXCEPTION'],
  ])('%s is refused with 400', async (_name, body, code) => {
    const answer = await bench.post(`${hookV3}/batch`, body);
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe(code);
  });
});
