/** The bucket of the front end and the operating limit: RF 8.3, PB 1.4. */
import { describe, expect, test } from 'vitest';
import { reset } from '../../../portal/context.ts';
import { QueryBucket } from '../../../portal/limits/bucket.ts';
import { OperatingMeter } from '../../../portal/limits/operating.ts';
import { hook, hookV3, createBench } from './support.ts';

const bench = createBench();

describe('the bucket', () => {
  test('takes 50 at once, then two a second, for each source', () => {
    const bucket = new QueryBucket();
    const admitted = (now: number, source = 'a') =>
      Array.from({ length: 60 }, () => bucket.admit(source, now)).filter(Boolean).length;
    expect(admitted(0)).toBe(50);
    expect(admitted(0, 'b')).toBe(50);
    expect(admitted(1000)).toBe(2);
    expect(admitted(61_000)).toBe(50);
  });

  test('is off by default; on, REST of both kinds gets 503 and preflights do not', async () => {
    const burst = async () => {
      const answers = await Promise.all(Array.from({ length: 60 }, () => bench.call(`${hook}/test.echo`)));
      return answers.filter((answer) => answer.status === 503);
    };
    expect(await burst()).toHaveLength(0);
    reset(bench.portal.context, { switches: { queryLimit: true } });
    const refused = await burst();
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.json()).toEqual({
      error: 'QUERY_LIMIT_EXCEEDED',
      error_description: 'Too many requests',
    });
    expect(refused[0]?.headers.get('access-control-allow-origin')).toBe('*');
    const modern = await bench.post(`${hookV3}/tasks.test.get`, {});
    expect(modern.json()).toMatchObject({ error: 'QUERY_LIMIT_EXCEEDED' });
    expect(bench.portal.context.requests.at(-1)).toMatchObject({ status: 503, executed: false });
    expect((await bench.call('/rest/x', { method: 'OPTIONS' })).status).toBe(200);
    expect((await bench.call('/control/state')).status).toBe(200);
  });

  test('limitWithoutCors: by itself it turns the limit on, and the refusal has no CORS headers', async () => {
    reset(bench.portal.context, { switches: { limitWithoutCors: true } });
    const answers = await Promise.all(Array.from({ length: 60 }, () => bench.call(`${hook}/test.echo`)));
    const refused = answers.find((answer) => answer.status === 503);
    expect(refused?.text).toContain('QUERY_LIMIT_EXCEEDED');
    expect(refused?.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('limitWithoutCors: so has a 503 that a fault makes, of a preflight too, and no other answer', async () => {
    reset(bench.portal.context, { switches: { limitWithoutCors: true } });
    const corsOf = async (status: number, method = 'POST') => {
      const rule = { method: method === 'OPTIONS' ? 'OPTIONS' : '*', fault: 'status', status } as const;
      bench.portal.context.faults.set([rule]);
      const { headers } = await bench.call(`${hook}/test.echo`, { method });
      return headers.get('access-control-allow-origin');
    };
    expect(await corsOf(503)).toBeNull();
    expect(await corsOf(503, 'OPTIONS')).toBeNull();
    expect(await corsOf(502)).toBe('*');
  });
});

describe('the operating limit', () => {
  test('sums runs over 0.1 s for ten minutes', () => {
    const meter = new OperatingMeter();
    const minute = 60_000;
    expect(meter.count('x', 0.1, 0)).toEqual({ operating: 0, operating_reset_at: 600 });
    expect(meter.count('x', 300, 0).operating).toBe(300);
    expect(meter.count('x', 130, 2 * minute)).toEqual({ operating: 430, operating_reset_at: 600 });
    expect(meter.isOver('x', 3 * minute)).toBe(true);
    expect(meter.isOver('y', 3 * minute)).toBe(false);
    expect(meter.isOver('x', 10 * minute)).toBe(false);
  });

  test('a method over it answers 429, in the words of either kind, alone and in a batch', async () => {
    const { operating } = bench.portal.context;
    operating.count('webhook 1 test.echo', 421);
    operating.count('webhook 1 v3 tasks.test.get', 421);
    const classic = await bench.call(`${hook}/test.echo`);
    expect([classic.status, classic.json()]).toMatchObject([429, { error: 'OPERATION_TIME_LIMIT' }]);
    const modern = await bench.post(`${hookV3}/tasks.test.get`, {});
    expect([modern.status, modern.json()]).toMatchObject([
      429,
      { error: { code: 'BITRIX_REST_V3_EXCEPTION_RATELIMITEXCEPTION' } },
    ]);
    const batch = await bench.post(`${hook}/batch`, { cmd: { a: 'test.echo' } });
    expect([batch.status, batch.json()]).toMatchObject([
      200,
      { result: { result_error: { a: { error: 'OPERATION_TIME_LIMIT' } } } },
    ]);
  });

  test('PB 1.4, 1.6: in v2 the scope is asked for first, in v3 the limit', async () => {
    const { context } = bench.portal;
    reset(context, { app: { scopes: [] } });
    const clientId = 'local.66ba434d853c87.18550109';
    context.operating.count(`${clientId} test.crm`, 421);
    context.operating.count(`${clientId} v3 tasks.test.get`, 421);
    expect((await bench.post('/rest/test.crm', { auth: bench.token() })).status).toBe(403);
    expect((await bench.post('/rest/api/tasks.test.get', { auth: bench.token() })).status).toBe(429);
  });

  test('a slow method shows in time.operating', async () => {
    await bench.post('/control/faults', [{ method: 'test.echo', fault: 'delay', ms: 120, times: 1 }]);
    await bench.call(`${hook}/test.echo`);
    const { text } = await bench.call(`${hook}/test.echo`);
    const { time }: { time: { operating: number } } = JSON.parse(text);
    expect(time.operating).toBeGreaterThanOrEqual(0.12);
  });
});
