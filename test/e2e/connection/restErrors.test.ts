/** What the app makes of each wrong answer on classic REST: which kind of trouble, and whether anything was done. */
import type { Frame } from 'playwright';
import { expect, test } from 'vitest';
import type { RestRequest } from '../support/portalState.ts';
import { appFrame, setUpStage } from '../support/stage.ts';

const stage = setUpStage({ page: 'test/e2e/harness/index.html' });

interface Failed {
  failed: { kind: string; code: string; executed: string };
}

const call = `window.connection.then(({ rest }) => window.settled(rest.call({ method: 'profile', parameters: {} })))`;
const batch = `window.connection.then(({ rest }) => window.settled(rest.batch({
  me: { method: 'profile', parameters: {} },
  it: { method: 'tasks.task.get', parameters: { taskId: 51 } },
}).then((answer) => Promise.all([
  window.settled(Promise.resolve().then(() => answer('me'))),
  window.settled(Promise.resolve().then(() => answer('it'))),
]))))`;

async function openHarness(): Promise<Frame> {
  const page = await stage.newPage();
  await stage.openTask(page);
  const frame = await appFrame(page);
  await frame.waitForFunction(() => 'connection' in window);
  return frame;
}

const json = (error: string) => JSON.stringify({ error, error_description: 'In words of the portal' });
const status = (status: number, body?: string) => ({
  fault: 'status',
  status,
  ...(body === undefined ? {} : { body }),
});
const malformed = (body: string) => ({ fault: 'malformed', body });
const html = '<html><body>Please wait</body></html>';

type Verdict = readonly [kind: string, code: unknown, executed: string];
const cases: ReadonlyArray<readonly [rule: Record<string, unknown>, verdict: Verdict]> = [
  [status(500, html), ['unclear', 'HTTP_500', 'unknown']],
  [status(502, html), ['unclear', 'HTTP_502', 'unknown']],
  [status(503, html), ['unclear', 'HTTP_503', 'unknown']],
  [status(500, json('INTERNAL_SERVER_ERROR')), ['unclear', 'INTERNAL_SERVER_ERROR', 'unknown']],
  [status(503, json('QUERY_LIMIT_EXCEEDED')), ['limit', 'QUERY_LIMIT_EXCEEDED', 'no']],
  [status(429, json('OPERATION_TIME_LIMIT')), ['limit', 'OPERATION_TIME_LIMIT', 'no']],
  [status(404, json('ERROR_METHOD_NOT_FOUND')), ['notFound', 'ERROR_METHOD_NOT_FOUND', 'no']],
  [status(403, json('insufficient_scope')), ['scope', 'insufficient_scope', 'no']],
  [status(400, json('ACCESS_ERROR')), ['denied', 'ACCESS_ERROR', 'unknown']],
  [status(400, json('SOMETHING_NEW')), ['refused', 'SOMETHING_NEW', 'unknown']],
  [{ ...status(502), cors: false }, ['unreachable', 'NETWORK', 'unknown']],
  [{ fault: 'drop-before' }, ['unreachable', 'NETWORK', 'unknown']],
  [{ fault: 'drop-after' }, ['unreachable', 'NETWORK', 'unknown']],
  [{ fault: 'truncate' }, ['unreachable', 'NETWORK', 'unknown']],
  [{ fault: 'malformed' }, ['malformed', 'NOT_JSON', 'unknown']],
  [malformed(''), ['malformed', 'NOT_JSON', 'unknown']],
  [malformed('null'), ['malformed', 'NOT_JSON', 'unknown']],
  [malformed('[]'), ['malformed', 'NOT_JSON', 'unknown']],
  [malformed('{}'), ['malformed', 'NOT_JSON', 'unknown']],
  [malformed(html), ['malformed', 'NOT_JSON', 'unknown']],
];

test('each wrong answer to a call is one POST and the error that fits', async () => {
  const frame = await openHarness();
  const found: unknown[] = [];
  for (const [rule] of cases) {
    await stage.control('faults', [{ method: 'profile', connection: 'fresh', ...rule }]);
    const before = (await stage.control<RestRequest[]>('requests')).length;
    const outcome = await frame.evaluate<Failed>(call);
    const posts = (await stage.control<RestRequest[]>('requests')).length - before;
    found.push([rule, outcome, posts]);
  }
  expect(found).toEqual(
    cases.map(([rule, [kind, code, executed]]) => [rule, { failed: { kind, code, executed } }, 1]),
  );
});

/** A batch's answer with these two maps, as the portal wraps it. */
function batchAnswer(result: unknown, errors: unknown) {
  const time = { start: 1, finish: 1, duration: 0, processing: 0, date_start: '', date_finish: '' };
  return malformed(JSON.stringify({ result: { result, result_error: errors }, time }));
}

test('a batch: one command can fail alone, an empty map is a list, and what is missing is no answer', async () => {
  const frame = await openHarness();
  const ask = async (rule: Record<string, unknown>) => {
    await stage.control('faults', [{ method: 'batch', connection: 'fresh', ...rule }]);
    return frame.evaluate<unknown>(batch);
  };
  const denied = { failed: { kind: 'denied', code: 'ACCESS_DENIED', executed: 'unknown' } };
  const none = { failed: { kind: 'malformed', code: 'NO_RESULT', executed: 'unknown' } };
  const unread = { failed: { kind: 'malformed', code: 'BATCH', executed: 'unknown' } };
  const error = { error: 'ACCESS_DENIED', error_description: 'No' };
  expect(await ask(batchAnswer({ me: 'Anna' }, { it: error }))).toEqual({
    value: [{ value: 'Anna' }, denied],
  });
  expect(await ask(batchAnswer({ me: 'Anna', it: null }, []))).toEqual({
    value: [{ value: 'Anna' }, { value: null }],
  });
  expect(await ask(batchAnswer([], []))).toEqual({ value: [none, none] });
  expect(await ask(batchAnswer(null, null))).toEqual(unread);
  expect(await ask(batchAnswer('Anna', []))).toEqual(unread);
  expect(await ask(status(502, html))).toEqual({
    failed: { kind: 'unclear', code: 'HTTP_502', executed: 'unknown' },
  });
});
