/** Every fault of the control contract, over fresh and over reused connections. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Agent } from 'node:http';
import { createRandom } from '../../../portal/faults/random.ts';
import type { FaultRule } from '../../../portal/faults/rules.ts';
import { hook, hookV3, createBench } from './support.ts';
import { exchange, oneConnection } from './wire.ts';

const bench = createBench();
let agent: Agent;

beforeEach(() => {
  agent = oneConnection();
});
afterEach(() => agent.destroy());

const setRules = async (...rules: FaultRule[]) => {
  expect((await bench.post('/control/faults', rules)).status).toBe(200);
};
const write = (text = 'w:1', version: 'v2' | 'v3' = 'v2') =>
  exchange(bench.portal.origin + (version === 'v2' ? `${hook}/test.write` : `${hookV3}/tasks.test.write`), {
    agent,
    body: JSON.stringify({ text }),
  });
const name = { v2: 'test.write', v3: 'tasks.test.write' };
const logged = () => bench.portal.context.requests.at(-1);

describe.each(['fresh', 'reused'] as const)('over a %s connection', (connection) => {
  /** After one plain call, so that a kept connection is there to be reused. */
  const strike = async (rule: FaultRule, version: 'v2' | 'v3' = 'v2') => {
    await write('warm');
    await setRules({ connection, ...rule });
    return write('w:1', version);
  };

  test.each(['v2', 'v3'] as const)('drop-before: no answer, nothing done (%s)', async (version) => {
    const lost = await strike({ method: name[version], fault: 'drop-before' }, version);
    expect(lost).toMatchObject({ status: null, reused: connection === 'reused' });
    expect(bench.written()).toEqual([]);
    expect(logged()).toMatchObject({ method: name[version], status: 0, executed: false });
  });

  test.each(['v2', 'v3'] as const)('drop-after: no answer, but done (%s)', async (version) => {
    const lost = await strike({ method: name[version], fault: 'drop-after' }, version);
    expect(lost).toMatchObject({ status: null, reused: connection === 'reused' });
    expect(bench.written()).toEqual(['w:1']);
    expect(logged()).toMatchObject({ status: 0, executed: true, userId: 1 });
  });

  test('stall: done once the body was read, which takes a while; executed false: never', async () => {
    const slow = await strike({ method: 'test.write', fault: 'stall', ms: 100 });
    expect(slow.status).toBe(200);
    expect(bench.written()).toEqual(['w:1']);
    const lost = await strike({ method: 'test.write', fault: 'stall', ms: 100, executed: false });
    expect(lost.status).toBeNull();
    expect(bench.written()).toEqual(['w:1']);
    expect(logged()).toMatchObject({ status: 0, executed: false });
  });

  test('late-commit: no answer, done later', async () => {
    const lost = await strike({ method: 'test.write', fault: 'late-commit', ms: 150 });
    expect(lost.status).toBeNull();
    expect(bench.written()).toEqual([]);
    await vi.waitFor(() => expect(bench.written()).toEqual(['w:1']));
    expect(logged()).toMatchObject({ status: 0, executed: true });
  });

  test('status: done, and yet an HTML 502; executed false leaves it undone', async () => {
    const bad = await strike({ method: 'test.write', fault: 'status' });
    expect(bad.status).toBe(502);
    expect(bad.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(bad.text).toContain('502 Bad Gateway');
    expect(bench.written()).toEqual(['w:1']);
    await setRules({
      connection,
      method: 'test.write',
      fault: 'status',
      status: 500,
      body: '{"error":"X"}',
      executed: false,
    });
    const own = await write('w:2');
    expect(own).toMatchObject({ status: 500, text: '{"error":"X"}' });
    expect(own.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(bench.written()).toEqual(['w:1']);
  });

  test('delay: the true answer, after that time', async () => {
    const finished: string[] = [];
    const slow = strike({ method: 'test.write', fault: 'delay', ms: 200, times: 1 }).then((answer) => {
      finished.push('slow');
      return answer;
    });
    // Done at once, only the answer waits.
    await vi.waitFor(() => expect(bench.written()).toEqual(['w:1']));
    await bench.post(`${hook}/test.write`, { text: 'w:2' });
    finished.push('quick');
    expect(await slow).toMatchObject({ status: 200, complete: true });
    expect(finished).toEqual(['quick', 'slow']);
    expect(bench.written()).toEqual(['w:1', 'w:2']);
  });

  test('malformed: 200 with a body that is no JSON', async () => {
    const broken = await strike({ method: 'test.write', fault: 'malformed' });
    expect(broken).toMatchObject({ status: 200, complete: true });
    expect(() => JSON.parse(broken.text) as unknown).toThrow(SyntaxError);
    expect(bench.written()).toEqual(['w:1']);
    await setRules({ connection, method: 'test.write', fault: 'malformed', body: '', executed: false });
    expect(await write('w:2')).toMatchObject({ status: 200, text: '', complete: true });
    expect(bench.written()).toEqual(['w:1']);
  });

  test('truncate: the headers promise more than comes', async () => {
    const half = await strike({ method: 'test.write', fault: 'truncate' });
    expect(half).toMatchObject({ status: 200, complete: false });
    expect(half.text.length).toBeGreaterThan(0);
    expect(half.text.length).toBeLessThan(Number(half.headers['content-length']));
    expect(bench.written()).toEqual(['w:1']);
  });

  test('uuid-late: the job after the answer runs later', async () => {
    await write('warm');
    await setRules({ connection, method: 'test.later', fault: 'uuid-late', ms: 150 });
    const { text } = await exchange(`${bench.portal.origin}${hook}/test.later`, { agent });
    const { result: id }: { result: number } = JSON.parse(text);
    const uuid = () =>
      bench.portal.context.world.messages.get(58)?.find((message) => message.id === id)?.uuid;
    expect(uuid()).toBeNull();
    await vi.waitFor(() => expect(uuid()).toBe('set'));
  });
});

describe('connection', () => {
  test('kept by default; "fresh" closes every one from the moment it is set, struck or not', async () => {
    expect((await write()).headers.connection).toBe('keep-alive');
    expect((await write()).reused).toBe(true);
    await setRules({ method: 'never.called', fault: 'status', connection: 'fresh' });
    for (let time = 1; time <= 2; time += 1) {
      const answer = await write();
      expect(answer).toMatchObject({ status: 200, reused: false });
      expect(answer.headers.connection).toBe('close');
    }
    const preflight = await exchange(`${bench.portal.origin}/rest/x`, { agent, method: 'OPTIONS' });
    expect(preflight.headers.connection).toBe('close');
    await bench.call('/control/faults', { method: 'DELETE' });
    await write();
    expect((await write()).reused).toBe(true);
  });
});

describe('which requests are struck', () => {
  const statuses = async (count: number) => {
    const all: Array<number | null> = [];
    for (let time = 1; time <= count; time += 1) all.push((await write()).status);
    return all;
  };

  test('times', async () => {
    await setRules({ method: 'test.write', fault: 'status', times: 2 });
    expect(await statuses(4)).toEqual([502, 502, 200, 200]);
  });

  test('probability draws by its seed', async () => {
    const random = createRandom(7);
    const expected = Array.from({ length: 12 }, () => (random() < 0.3 ? 502 : 200));
    await setRules({ method: 'test.write', fault: 'status', probability: 0.3, seed: 7 });
    expect(await statuses(12)).toEqual(expected);
    expect(new Set(expected).size).toBe(2);
  });

  test('* means any method, v2 and v3, but no preflight', async () => {
    await setRules({ method: '*', fault: 'status', status: 504 });
    expect((await write()).status).toBe(504);
    expect((await write('w:2', 'v3')).status).toBe(504);
    expect((await bench.call('/rest/x', { method: 'OPTIONS' })).status).toBe(200);
  });

  test('OPTIONS means preflights only', async () => {
    await setRules(
      { method: 'OPTIONS', fault: 'drop-before', times: 1 },
      { method: 'OPTIONS', fault: 'status', status: 403 },
    );
    const url = `${bench.portal.origin}/rest/x`;
    expect((await exchange(url, { method: 'OPTIONS' })).status).toBeNull();
    expect((await exchange(url, { method: 'OPTIONS' })).status).toBe(403);
    expect((await write()).status).toBe(200);
  });

  test.each<[string, string, unknown, string]>([
    ['v2', `${hook}/batch`, { cmd: ['test.echo', 'test.write.json?text=w:1'] }, 'test.write'],
    ['v3', `${hookV3}/batch`, [{ method: 'tasks.test.write', query: { text: 'w:1' } }], 'tasks.test.write'],
  ])('a %s batch is struck by its own name and by those inside it', async (_version, path, body, inside) => {
    const struck = async (method: string) => {
      await setRules({ method, fault: 'status', executed: false });
      return (await bench.post(path, body)).status === 502;
    };
    expect(await struck('batch')).toBe(true);
    expect(await struck(inside)).toBe(true);
    expect(await struck('test.later')).toBe(false);
    expect(bench.written()).toEqual(['w:1']);
    expect(logged()?.batch).toContain(inside);
  });

  test('uuid-late holds back the jobs of a method inside a batch', async () => {
    await setRules({ method: 'test.later', fault: 'uuid-late', ms: 600_000 });
    await bench.post(`${hook}/batch`, { cmd: ['test.later'] });
    expect(bench.portal.context.world.messages.get(58)?.at(-1)).toMatchObject({ typed: 'later', uuid: null });
    await bench.call('/control/faults', { method: 'DELETE' });
    await bench.post(`${hook}/batch`, { cmd: ['test.later'] });
    await vi.waitFor(() =>
      expect(bench.portal.context.world.messages.get(58)?.at(-1)).toMatchObject({ uuid: 'set' }),
    );
  });

  test('the first rule that fits strikes, then the next', async () => {
    await setRules(
      { method: 'test.write', fault: 'status', status: 500, times: 1 },
      { method: '*', fault: 'status', status: 504 },
    );
    expect(await statuses(2)).toEqual([500, 504]);
  });

  test('faults of the parent window leave REST alone', async () => {
    await setRules({ method: '*', fault: 'mute-parent' }, { method: '*', fault: 'mute-refresh', times: 1 });
    expect((await write()).status).toBe(200);
    const { faults } = bench.portal.context;
    expect(faults.take(['mute-refresh'])).toMatchObject({ fault: 'mute-refresh' });
    expect(faults.take(['mute-refresh'])).toBeNull();
    expect(faults.take(['mute-parent'])).not.toBeNull();
  });
});

describe('what status says by itself', () => {
  test.each([
    [429, 'v2', 'OPERATION_TIME_LIMIT'],
    [429, 'v3', 'RATELIMITEXCEPTION'],
    [401, 'v2', 'expired_token'],
    [401, 'v3', 'ACCESSDENIEDEXCEPTION'],
    [503, 'v2', 'QUERY_LIMIT_EXCEEDED'],
    [503, 'v3', 'QUERY_LIMIT_EXCEEDED'],
  ] as const)('%i on %s names %s', async (status, version, code) => {
    await setRules({ method: '*', fault: 'status', status, executed: false });
    const answer = await write('w:1', version);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(code);
    expect(bench.written()).toEqual([]);
  });

  test('with CORS headers, or without', async () => {
    await setRules({ method: '*', fault: 'status', times: 1 }, { method: '*', fault: 'status', cors: false });
    expect((await write()).headers['access-control-allow-origin']).toBe('*');
    expect((await write()).headers['access-control-allow-origin']).toBeUndefined();
  });
});

test.each([
  ['{"a":1}', 'json'],
  ['{"a":', 'json'],
  ['null', 'json'],
  ['true', 'json'],
  ['5', 'json'],
  ['<html>', 'html'],
  ['', 'html'],
])('a body %j goes out as %s', async (body, type) => {
  await setRules({ method: '*', fault: 'malformed', body });
  expect((await write()).headers['content-type']).toContain(type);
});

test.each(['v2', 'v3'] as const)('what commits late was let in on arrival (%s)', async (version) => {
  await setRules({ method: '*', fault: 'late-commit', ms: 150 });
  const url = `/rest/${version === 'v3' ? 'api/' : ''}${name[version]}?auth=${bench.token()}`;
  await exchange(bench.portal.origin + url, { body: '{"text":"w:1"}' });
  expect(logged()).toMatchObject({ userId: 1, executed: false });
  await bench.post('/control/expire-tokens', {});
  await vi.waitFor(() => expect(bench.written()).toEqual(['w:1']));
});

test('what commits late after a reset does not reach the new world', async () => {
  await setRules({ method: 'test.write', fault: 'late-commit', ms: 50 });
  const { world, requests } = bench.portal.context;
  await write();
  await bench.post('/control/reset', {});
  await vi.waitFor(() => expect(world.messages.get(58)?.at(-1)?.typed).toBe('w:1'));
  expect(bench.written()).toEqual([]);
  expect(requests.at(-1)).toMatchObject({ executed: true });
  expect(bench.portal.context.requests).toEqual([]);
});
