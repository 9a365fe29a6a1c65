/** The fetch shim and what connections do to it: real CORS, real preflights, real dropped sockets. */
import { expect, test, vi } from 'vitest';
import type { PortalErrorKind } from '../../../src/portal/errors.ts';
import { createRestApi } from '../../../src/portal/restApi.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { allTextOf, failureOf, frameWith, layDown, logOf, postsTo, wildOrigin } from './wild.ts';

const token = 'secret-token-of-anna';
const restApi = createRestApi(wildOrigin, shareTokens(frameWith(token)));
const parameters = { fields: { taskId: 51, text: 'Hello' } };

test('the request is what the portal expects: one preflight, JSON with the token in the body', async () => {
  await expect(restApi('fine~request', parameters)).resolves.toEqual({ result: true });
  const [preflight, post, ...more] = await logOf('fine~request');
  expect(preflight?.http).toBe('OPTIONS');
  expect(post).toEqual({
    method: 'fine~request',
    http: 'POST',
    auth: token,
    size: JSON.stringify({ ...parameters, auth: token }).length,
  });
  expect(more).toEqual([]);
});

type Row = [behaviour: string, kind: PortalErrorKind, code: string, posts: 'none' | 'one' | 'some'];

const rows: Row[] = [
  // The browser itself may repeat the POST on a connection it has used before (BF 1A).
  ['drop', 'unreachable', 'NETWORK', 'some'],
  ['drop-preflight', 'unreachable', 'NETWORK', 'none'],
  ['refuse-preflight', 'unreachable', 'NETWORK', 'none'],
  ['no-cors', 'unreachable', 'NETWORK', 'one'],
  ['no-cors-503', 'unreachable', 'NETWORK', 'one'],
  ['half-body', 'unreachable', 'NETWORK', 'one'],
  ['silent', 'unreachable', 'TIMEOUT', 'one'],
  ['endless-body', 'unreachable', 'TIMEOUT', 'one'],
];

test.each(rows)('%s', async (behaviour, kind, code, posts) => {
  const method = `${behaviour}~connection`;
  const failure = await failureOf(restApi(method, parameters, { timeLimit: 700 }));
  expect(failure).toMatchObject({ kind, code, method, status: 0, executed: 'unknown', fields: [] });
  expect(allTextOf(failure)).not.toContain(token);
  expect('cause' in failure).toBe(false);
  const count = (await postsTo(method)).length;
  if (posts === 'some') expect(count).toBeGreaterThan(0);
  else expect(count).toBe(posts === 'one' ? 1 : 0);
});

test.each([302, 307])(
  'a redirect (%i) is not followed: it would carry the token elsewhere',
  async (status) => {
    const failure = await failureOf(restApi(`redirect-${status}`, parameters));
    expect(failure).toMatchObject({ kind: 'unreachable', code: 'NETWORK', executed: 'unknown' });
    expect(await logOf('fine~redirected')).toEqual([]);
  },
);

test('an address where nobody listens', async () => {
  // Port 9 (discard) is refused by the browser before any byte leaves.
  const nobody = createRestApi('http://127.0.0.1:9', shareTokens(frameWith(token)));
  const failure = await failureOf(nobody('tasks.task.get', {}));
  expect(failure).toMatchObject({ kind: 'unreachable', code: 'NETWORK' });
  expect(allTextOf(failure)).not.toContain(token);
});

test('a slow body within the limit is read to its end', async () => {
  await expect(restApi('slow-body~fine', parameters)).resolves.toEqual({ result: true });
});

test('a big answer is read whole', async () => {
  const result = (await restApi('big-answer', {})) as { text: string };
  expect(result.text.length).toBe(4_000_000);
});

test('aborted before the call: nothing leaves', async () => {
  const failure = await failureOf(
    restApi('fine~aborted-before', parameters, { signal: AbortSignal.abort() }),
  );
  expect(failure).toMatchObject({ kind: 'unclear', code: 'ABORTED', executed: 'no' });
  expect(await logOf('fine~aborted-before')).toEqual([]);
});

test('aborted while the page is asked for a token: nothing leaves', async () => {
  const abort = new AbortController();
  const waiting = createRestApi(wildOrigin, shareTokens(frameWith('', token)));
  const call = failureOf(waiting('fine~aborted-waiting', parameters, { signal: abort.signal }));
  abort.abort();
  expect(await call).toMatchObject({ kind: 'unclear', code: 'ABORTED', executed: 'no' });
  expect(await logOf('fine~aborted-waiting')).toEqual([]);
});

test('aborted during the call: what the portal did is unknown', async () => {
  const abort = new AbortController();
  const call = failureOf(restApi('silent~aborted', parameters, { signal: abort.signal }));
  await vi.waitFor(async () => expect(await postsTo('silent~aborted')).toHaveLength(1));
  abort.abort(new Error('a reason that must not be shown'));
  const failure = await call;
  expect(failure).toMatchObject({ kind: 'unclear', code: 'ABORTED', executed: 'unknown' });
  expect(allTextOf(failure)).not.toContain('reason');
});

test('aborted while the answer comes in', async () => {
  const abort = new AbortController();
  const call = failureOf(restApi('endless-body~aborted', parameters, { signal: abort.signal }));
  await vi.waitFor(async () => expect(await postsTo('endless-body~aborted')).toHaveLength(1));
  abort.abort();
  expect(await call).toMatchObject({ code: 'ABORTED', executed: 'unknown' });
});

test('a body too big for keepalive goes without it', async () => {
  // With keepalive the browser refuses bodies over 64 KiB.
  const text = 'ж'.repeat(100_000);
  await expect(restApi('fine~big', { text }, { keepalive: true })).resolves.toEqual({ result: true });
  expect((await postsTo('fine~big'))[0]?.size).toBeGreaterThan(200_000);
});

test('with keepalive a send arrives although its frame is gone', async () => {
  const method = 'held-preflight~gone';
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script type="module">
    import { createRestApi } from '/src/portal/restApi.ts';
    const tokens = { get: async () => 'from-the-frame', refuse() {}, giveUp() {}, hope() {} };
    void createRestApi('${wildOrigin}', tokens)('${method}', {}, { keepalive: true });
  </script>`;
  document.body.append(frame);
  // The preflight is under way, so the send itself has not left.
  await vi.waitFor(async () => expect(await logOf(method)).toHaveLength(1), 10_000);
  frame.remove();
  await layDown(method, { status: 200, body: '{"result":true}' });
  await vi.waitFor(async () => expect(await postsTo(method)).toHaveLength(1), 10_000);
});
