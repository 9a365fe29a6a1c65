/** One shared refresh of the access token, and when none is made (PB 1.6, 5.3). */
import { afterEach, expect, test } from 'vitest';
import { createRestApi } from '../../../src/portal/restApi.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { allTextOf, failureOf, frameWith, postsTo, wildOrigin, type FakeFrame } from './wild.ts';

function appIn(frame: FakeFrame) {
  const tokens = shareTokens(frame);
  return { tokens, restApi: createRestApi(wildOrigin, tokens) };
}

// Whether a page is hidden cannot be chosen in a test browser; the property is, for the length of a test.
function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
}

afterEach(() => {
  Reflect.deleteProperty(document, 'hidden');
});

test('a 401 makes one refresh and one repeat', async () => {
  const frame = frameWith('first-token', 'second-token');
  const { restApi } = appIn(frame);
  await expect(restApi('only-second-token~one', {})).resolves.toEqual({ result: true });
  expect(frame.asked).toBe(1);
  expect((await postsTo('only-second-token~one')).map(({ auth }) => auth)).toEqual([
    'first-token',
    'second-token',
  ]);
});

test('two calls at once share one refresh', async () => {
  const frame = frameWith('first-token', 'second-token');
  const { restApi } = appIn(frame);
  const calls = ['only-second-token~a', 'only-second-token~b'].map((method) => restApi(method, {}));
  await expect(Promise.all(calls)).resolves.toEqual([{ result: true }, { result: true }]);
  expect(frame.asked).toBe(1);
});

test("the SDK's own refresh joins the same one", async () => {
  const frame = frameWith('first-token', 'second-token');
  const { restApi, tokens } = appIn(frame);
  tokens.refuse('first-token');
  const [, data] = await Promise.all([restApi('only-second-token~sdk', {}), frame.refreshAuth()]);
  expect(data).toEqual({ access_token: 'second-token' });
  expect(frame.asked).toBe(1);
});

test('a late 401 of an old token makes no second refresh', async () => {
  const frame = frameWith('first-token', 'second-token');
  const { restApi, tokens } = appIn(frame);
  await restApi('only-second-token~late', {});
  tokens.refuse('first-token');
  await expect(tokens.get()).resolves.toBe('second-token');
  expect(frame.asked).toBe(1);
});

test('a token past its hour is renewed before the call', async () => {
  const frame = frameWith('', 'second-token');
  const { restApi } = appIn(frame);
  await restApi('only-second-token~hour', {});
  expect((await postsTo('only-second-token~hour')).map(({ auth }) => auth)).toEqual(['second-token']);
});

test('401 for ever: two attempts, one refresh, a verdict', async () => {
  const frame = frameWith('first-token', 'second-token', 'third-token');
  const { restApi } = appIn(frame);
  const failure = await failureOf(restApi('no-token-is-good~ever', {}));
  expect(failure).toMatchObject({
    kind: 'auth',
    code: 'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION',
    status: 401,
    executed: 'no',
    portalText: 'Access denied.',
  });
  expect(allTextOf(failure)).not.toMatch(/(first|second)-token/);
  expect(await postsTo('no-token-is-good~ever')).toHaveLength(2);
  // The page is not asked again until there is hope.
  await failureOf(restApi('no-token-is-good~ever', {}));
  expect(frame.asked).toBe(1);
});

test('a failed refresh is not repeated until there is hope', async () => {
  const frame = frameWith('first-token', null, 'second-token');
  const { restApi, tokens } = appIn(frame);
  const method = 'only-second-token~failed';
  const noToken = { kind: 'auth', code: 'REFRESH_FAILED', executed: 'no' };
  expect(await failureOf(restApi(method, {}))).toMatchObject(noToken);
  expect(await failureOf(restApi(method, {}))).toMatchObject(noToken);
  expect(frame.asked).toBe(1);
  expect(await postsTo(method)).toHaveLength(1);
  tokens.hope();
  await expect(restApi(method, {})).resolves.toEqual({ result: true });
  expect(frame.asked).toBe(2);
});

test('two calls whose shared refresh fails both end in their own error', async () => {
  const frame = frameWith('first-token', null);
  const { restApi } = appIn(frame);
  const method = 'only-second-token~both';
  const failures = await Promise.all([failureOf(restApi(method, {})), failureOf(restApi(method, {}))]);
  expect(failures.map(({ code }) => code)).toEqual(['REFRESH_FAILED', 'REFRESH_FAILED']);
  expect(frame.asked).toBe(1);
});

test('a refresh that brings the refused token again has failed', async () => {
  const frame = frameWith('first-token', 'first-token');
  const { restApi } = appIn(frame);
  expect(await failureOf(restApi('only-second-token~same', {}))).toMatchObject({ code: 'REFRESH_FAILED' });
});

test('a hidden frame asks for no token, and a visible one does again', async () => {
  const frame = frameWith('first-token', 'second-token');
  const { restApi } = appIn(frame);
  hide(true);
  const failure = await failureOf(restApi('only-second-token~hidden', {}));
  expect(failure).toMatchObject({ kind: 'auth', code: 'FRAME_HIDDEN', executed: 'no' });
  expect(frame.asked).toBe(0);
  hide(false);
  await expect(restApi('only-second-token~hidden', {})).resolves.toEqual({ result: true });
});

test('hidden after a refresh that failed, it says hidden: somebody who looks may renew the session', async () => {
  const { restApi } = appIn(frameWith('first-token', null));
  expect(await failureOf(restApi('only-second-token~was', {}))).toMatchObject({ code: 'REFRESH_FAILED' });
  hide(true);
  expect(await failureOf(restApi('only-second-token~was', {}))).toMatchObject({ code: 'FRAME_HIDDEN' });
});

test('a hidden frame with a good token works', async () => {
  const { restApi } = appIn(frameWith('second-token'));
  hide(true);
  await expect(restApi('only-second-token~hidden-good', {})).resolves.toEqual({ result: true });
});
