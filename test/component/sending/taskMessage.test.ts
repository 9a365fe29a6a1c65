/** What an attempt is said to have ended in. */
import { expect, test } from 'vitest';
import { createRestApi } from '../../../src/portal/restApi.ts';
import { shareTokens } from '../../../src/portal/tokens.ts';
import { problemOf, sendTaskMessage, type Outcome } from '../../../src/sending/taskMessage.ts';
import { frameWith, layDown, wildOrigin } from '../portal/wild.ts';

const method = 'tasks.task.chat.message.send';
const restApi = createRestApi(wildOrigin, shareTokens(frameWith('a-token', null)));
const v3 = (suffix: string, more: object = {}) =>
  JSON.stringify({ error: { code: `BITRIX_REST_V3_EXCEPTION_${suffix}`, message: 'Said so.', ...more } });

const rows: Array<[what: string, status: number, body: string, outcome: Outcome['kind'], code?: string]> = [
  ['yes', 200, '{"result":{"result":true}}', 'answered'],
  ['yes, as a string', 200, '{"result":{"result":"Y"}}', 'unclear', 'UNEXPECTED_SHAPE at result'],
  ['no', 200, '{"result":{"result":false}}', 'unclear'],
  ['nothing', 200, '', 'unclear', 'EMPTY'],
  ['half an answer', 200, '{"result":{"resu', 'unclear', 'NOT_JSON'],
  ['no access', 403, v3('ACCESSDENIEDEXCEPTION'), 'refused'],
  ['a missing scope', 403, v3('INSUFFICIENTSCOPEEXCEPTION'), 'refused'],
  ['a field error', 400, v3('VALIDATION_REQUESTVALIDATIONEXCEPTION'), 'refused'],
  ['an empty field', 400, v3('VALIDATION_DTOVALIDATIONEXCEPTION'), 'refused'],
  ['too many requests', 503, '{"error":"QUERY_LIMIT_EXCEEDED"}', 'refused'],
  ['a code nobody knows', 400, v3('SOMETHINGNEWEXCEPTION'), 'unclear'],
  ['a server error', 500, v3('INTERNAL_INTERNALEXCEPTION'), 'unclear'],
  ['a gateway', 502, '<html>', 'unclear', 'HTTP_502'],
];

test.each(rows)('%s', async (_what, status, body, kind, code) => {
  await layDown(method, { status, body });
  const outcome = await sendTaskMessage(restApi, 51, 'Hello');
  expect(outcome.kind).toBe(kind);
  if (code !== undefined) expect(outcome).toMatchObject({ problem: { code } });
});

test('the words of the portal and of its fields are kept, the request is not', async () => {
  const validation = [{ message: 'Text is empty.', field: 'message.text' }];
  await layDown(method, { status: 400, body: v3('VALIDATION_REQUESTVALIDATIONEXCEPTION', { validation }) });
  const outcome = await sendTaskMessage(restApi, 51, 'A text for one person only');
  expect(outcome).toEqual({
    kind: 'refused',
    problem: {
      kind: 'validation',
      code: 'BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION',
      portalText: 'Said so. Text is empty.',
    },
  });
});

test('the missing scope is named', async () => {
  await layDown(method, { status: 403, body: v3('INSUFFICIENTSCOPEEXCEPTION') });
  expect(await sendTaskMessage(restApi, 51, 'Hello')).toMatchObject({
    problem: { kind: 'scope', scope: 'tasks' },
  });
});

test('an error of our own making says nothing of itself', () => {
  expect(problemOf(new TypeError('token=secret'))).toEqual({
    kind: 'unclear',
    code: 'UNEXPECTED',
    portalText: '',
  });
});
