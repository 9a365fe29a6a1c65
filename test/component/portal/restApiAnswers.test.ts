/** What the fetch shim makes of every answer a portal, or something in front of it, can give (RF 1.4, PB 1.6). */
import { describe, expect, test } from 'vitest';
import type { FieldError, PortalErrorKind } from '../../../src/portal/errors.ts';
import { createRestApi } from '../../../src/portal/restApi.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { allTextOf, failureOf, frameWith, layDown, wildOrigin } from './wild.ts';

const token = 'secret-token-of-anna';
const restApi = createRestApi(wildOrigin, shareTokens(frameWith(token, token)));

interface Expected {
  kind: PortalErrorKind;
  code?: string;
  executed?: 'no' | 'unknown';
  fields?: FieldError[];
  portalText?: string;
  scope?: string;
}

let count = 0;

async function answerBy(status: number, body: string, name = 'tasks.task.chat.message.send', type?: string) {
  count += 1;
  const method = `${name}~${count}`;
  await layDown(method, { status, body, ...(type ? { type } : {}) });
  const refusedBefore = ['VALIDATION_DTOVALIDATIONEXCEPTION'];
  return { method, call: restApi(method, { fields: { taskId: 51 } }, { refusedBefore }) };
}

async function expectFailure(status: number, body: string, expected: Expected, name?: string, type?: string) {
  const { method, call } = await answerBy(status, body, name, type);
  const failure = await failureOf(call);
  const { kind, code, executed, fields, portalText, scope } = failure;
  expect({ kind, executed, status: failure.status, method: failure.method }).toEqual({
    kind: expected.kind,
    executed: expected.executed ?? 'unknown',
    status,
    method,
  });
  if (expected.code !== undefined) expect(code).toBe(expected.code);
  expect(fields).toEqual(expected.fields ?? []);
  expect(portalText).toBe(expected.portalText ?? '');
  expect(scope).toBe(expected.scope);
  expect(allTextOf(failure)).not.toContain(token);
  expect('cause' in failure).toBe(false);
}

type CodeRow = [
  suffix: string,
  status: number,
  kind: PortalErrorKind,
  executed: 'no' | 'unknown',
  scope?: string,
];

const codes: CodeRow[] = [
  ['VALIDATION_REQUESTVALIDATIONEXCEPTION', 400, 'validation', 'unknown'],
  ['VALIDATION_DTOVALIDATIONEXCEPTION', 400, 'validation', 'no'],
  ['VALIDATION_REQUESTFILTERVALIDATIONEXCEPTION', 400, 'validation', 'unknown'],
  ['INVALIDJSONEXCEPTION', 400, 'refused', 'no'],
  ['UNKNOWNDTOPROPERTYEXCEPTION', 400, 'refused', 'unknown'],
  ['UNKNOWNFILTEROPERATOREXCEPTION', 400, 'refused', 'unknown'],
  ['INVALIDFILTEREXCEPTION', 400, 'refused', 'unknown'],
  ['INVALIDSELECTEXCEPTION', 400, 'refused', 'unknown'],
  ['INVALIDORDEREXCEPTION', 400, 'refused', 'unknown'],
  ['INVALIDPAGINATIONEXCEPTION', 400, 'refused', 'unknown'],
  ['ENTITYNOTFOUNDEXCEPTION', 400, 'notFound', 'unknown'],
  ['ACCESSDENIEDEXCEPTION', 403, 'denied', 'unknown'],
  ['ACCESSDENIEDEXCEPTION', 400, 'denied', 'unknown'],
  ['INSUFFICIENTSCOPEEXCEPTION', 403, 'scope', 'no', 'tasks'],
  ['IDEMPOTENCYKEYREUSEDEXCEPTION', 422, 'refused', 'unknown'],
  ['INVALIDIDEMPOTENCYKEYEXCEPTION', 400, 'refused', 'unknown'],
  ['METHODNOTFOUNDEXCEPTION', 404, 'notFound', 'no'],
  ['METHODNOTFOUNDEXCEPTION', 400, 'notFound', 'no'],
  ['RATELIMITEXCEPTION', 429, 'limit', 'no'],
  ['INTERNAL_INTERNALEXCEPTION', 500, 'unclear', 'unknown'],
];

describe.each(['BITRIX_REST_V3_EXCEPTION_', 'BITRIX_REST_V3_EXCEPTIONS_'])('codes %s…', (prefix) => {
  test.each(codes)('%s with %i is "%s", executed: %s', async (suffix, status, kind, executed, scope) => {
    const code = prefix + suffix;
    const body = JSON.stringify({ error: { code, message: 'Said so.' } });
    const named = scope === undefined ? {} : { scope };
    await expectFailure(status, body, { kind, code, executed, portalText: 'Said so.', ...named });
  });
});

describe('codes without the usual prefix', () => {
  const rows: Array<[code: string, status: number, kind: PortalErrorKind]> = [
    ['NOTE_COLLECTION_UNDER_IMPORT', 409, 'refused'],
    ['BITRIX_REST_V3_REALISATION_EXCEPTION_FIELDNOTFOUNDEXCEPTION', 400, 'refused'],
    ['SOMETHING_OF_A_MODULE', 403, 'denied'],
    ['SOMETHING_OF_A_MODULE', 503, 'unclear'],
    ['constructor', 400, 'refused'],
  ];
  test.each(rows)('%s with %i is "%s"', async (code, status, kind) => {
    await expectFailure(status, JSON.stringify({ error: { code, message: '' } }), { kind, code });
  });
});

describe('field errors', () => {
  const code = 'BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION';
  const withRows = (validation: unknown) => JSON.stringify({ error: { code, message: 'No.', validation } });

  test('with and without a field', async () => {
    const fields = [{ message: 'Text is empty.', field: 'message.text' }, { message: 'And more.' }];
    await expectFailure(400, withRows(fields), { kind: 'validation', code, fields, portalText: 'No.' });
  });

  test.each([[null], [{}], ['text'], [[7]]])(
    'an unreadable list %j hides nothing else',
    async (validation) => {
      await expectFailure(400, withRows(validation), { kind: 'validation', code, portalText: 'No.' });
    },
  );

  test('a row without a readable message stays a row', async () => {
    const fields = [{ message: '', field: 'taskId' }];
    await expectFailure(400, withRows([{ message: null, field: 'taskId' }]), {
      kind: 'validation',
      code,
      fields,
      portalText: 'No.',
    });
  });

  test('a message that is no text hides nothing else', async () => {
    await expectFailure(400, JSON.stringify({ error: { code, message: null } }), {
      kind: 'validation',
      code,
    });
  });
});

describe('the older envelope on /rest/api/', () => {
  const rows: Array<[code: string, status: number, expected: Expected]> = [
    ['ERROR_METHOD_NOT_FOUND', 404, { kind: 'notFound', executed: 'no' }],
    ['QUERY_LIMIT_EXCEEDED', 503, { kind: 'limit', executed: 'no' }],
    ['OPERATION_TIME_LIMIT', 429, { kind: 'limit', executed: 'no' }],
    ['OVERLOAD_LIMIT', 503, { kind: 'limit' }],
    ['insufficient_scope', 403, { kind: 'scope', executed: 'no', scope: 'tasks' }],
    ['Bad Request', 400, { kind: 'refused' }],
    ['INTERNAL_SERVER_ERROR', 500, { kind: 'unclear' }],
    ['ACCESS_DENIED', 403, { kind: 'denied' }],
    ['user_access_error', 403, { kind: 'denied' }],
    ['ERROR_WITH_STATUS_200', 200, { kind: 'refused' }],
  ];
  test.each(rows)('%s with %i', async (code, status, expected) => {
    const body = JSON.stringify({ error: code, error_description: 'Said so.' });
    await expectFailure(status, body, { ...expected, code, portalText: 'Said so.' });
  });

  test('without a description', async () => {
    await expectFailure(400, '{"error":"BROKEN"}', { kind: 'refused', code: 'BROKEN' });
  });
});

describe('a status without a verdict', () => {
  const page = '<html><body><h1>Bad Gateway</h1></body></html>';
  test.each([500, 502, 503, 504])('an HTML page with %i', async (status) => {
    await expectFailure(status, page, { kind: 'unclear', code: `HTTP_${status}` }, undefined, 'text/html');
  });

  const rows: Array<[status: number, body: string, expected: Expected]> = [
    [500, '{}', { kind: 'unclear', code: 'HTTP_500' }],
    [500, '{"error":{}}', { kind: 'unclear', code: 'HTTP_500' }],
    [500, '', { kind: 'unclear', code: 'HTTP_500' }],
    [404, page, { kind: 'unclear', code: 'HTTP_404' }],
    [403, page, { kind: 'unclear', code: 'HTTP_403' }],
    [413, '', { kind: 'unclear', code: 'HTTP_413' }],
    [429, 'slow down', { kind: 'limit', code: 'HTTP_429', executed: 'no' }],
    [400, 'null', { kind: 'unclear', code: 'HTTP_400' }],
  ];
  test.each(rows)('%i %j', async (status, body, expected) => {
    await expectFailure(status, body, expected);
  });
});

describe('a success that says nothing', () => {
  const rows: Array<[body: string, code: string]> = [
    ['', 'EMPTY'],
    ['  \r\n\t ', 'EMPTY'],
    ['null', 'NO_RESULT'],
    ['[]', 'NO_RESULT'],
    ['{}', 'NO_RESULT'],
    ['"yes"', 'NO_RESULT'],
    ['{"result":{"result":tr', 'NOT_JSON'],
    ['<!doctype html><title>Sign in</title>', 'NOT_JSON'],
    ['\uFEFF', 'EMPTY'],
  ];
  test.each(rows)('%j is malformed: %s', async (body, code) => {
    await expectFailure(200, body, { kind: 'malformed', code });
  });

  test('204', async () => {
    await expectFailure(204, '', { kind: 'malformed', code: 'EMPTY' });
  });
});

describe('a success', () => {
  const rows: Array<[body: string, result: unknown]> = [
    ['{"result":{"result":true},"time":{"start":1}}', { result: true }],
    ['{"result":{"result":true}}', { result: true }],
    ['{"result":[]}', []],
    ['{"result":null}', null],
    ['{"result":false,"error":null}', false],
    [' \n{"result":0}\n', 0],
  ];
  test.each(rows)('%j', async (body, result) => {
    const { call } = await answerBy(200, body);
    expect(await call).toEqual(result);
  });
});
