/** The codes of classic REST (PB 1.4, RF 8.2) and what a PortalError carries. */
import { describe, expect, test } from 'vitest';
import { fromFault, PortalError, suffixOf, type PortalErrorKind } from '../../../src/portal/errors.ts';

const fault = (code: string, version: 'v2' | 'v3' = 'v2') => ({ version, code, text: 'Words', fields: [] });

describe('classic REST', () => {
  const rows: Array<[code: string, status: number, kind: PortalErrorKind, executed: 'no' | 'unknown']> = [
    ['expired_token', 401, 'auth', 'no'],
    ['invalid_token', 401, 'auth', 'no'],
    ['NO_AUTH_FOUND', 401, 'auth', 'no'],
    ['authorization_error', 401, 'auth', 'no'],
    ['INVALID_CREDENTIALS', 401, 'auth', 'no'],
    ['user_access_error', 401, 'denied', 'no'],
    ['user_access_error', 403, 'denied', 'unknown'],
    ['insufficient_scope', 401, 'scope', 'no'],
    ['insufficient_scope', 403, 'scope', 'no'],
    ['ACCESS_ERROR', 403, 'denied', 'unknown'],
    ['ACCESS_ERROR', 400, 'denied', 'unknown'],
    ['ACCESS_DENIED', 403, 'denied', 'unknown'],
    ['AccessException', 400, 'denied', 'unknown'],
    ['WRONG_AUTH_TYPE', 403, 'denied', 'unknown'],
    ['ERROR_METHOD_NOT_FOUND', 404, 'notFound', 'no'],
    ['QUERY_LIMIT_EXCEEDED', 503, 'limit', 'no'],
    ['OPERATION_TIME_LIMIT', 429, 'limit', 'no'],
    ['OVERLOAD_LIMIT', 503, 'limit', 'unknown'],
    ['OVERLOAD_LIMIT', 401, 'limit', 'no'],
    ['DIALOG_ID_EMPTY', 400, 'refused', 'unknown'],
    ['ERROR_CORE', 500, 'unclear', 'unknown'],
    ['ERROR_UNEXPECTED_ANSWER', 200, 'unclear', 'unknown'],
    ['toString', 400, 'refused', 'unknown'],
  ];
  test.each(rows)('%s with %i is "%s", executed: %s', (code, status, kind, executed) => {
    expect(fromFault('im.dialog.messages.get', status, fault(code))).toMatchObject({
      kind,
      executed,
      code,
      status,
    });
  });

  test('an error without code and words has one of ours (PB 3)', () => {
    const silent = { ...fault(''), text: '' };
    expect(fromFault('imopenlines.operator.skip', 400, silent)).toMatchObject({
      code: 'EMPTY_ERROR',
      kind: 'refused',
      executed: 'unknown',
      portalText: '',
    });
  });
});

describe('the scope that is missing', () => {
  const rows: Array<[method: string, version: 'v2' | 'v3', scope: string]> = [
    ['tasks.task.get', 'v2', 'task'],
    ['tasks.task.get', 'v3', 'tasks'],
    ['tasks.task.chat.message.send', 'v3', 'tasks'],
    ['im.dialog.messages.get', 'v2', 'im'],
    ['imopenlines.crm.chat.get', 'v2', 'imopenlines'],
    ['crm.deal.get', 'v2', 'crm'],
    ['user.current', 'v2', 'user_brief'],
  ];
  test.each(rows)('%s (%s) needs %s', (method, version, scope) => {
    expect(fromFault(method, 403, fault('insufficient_scope', version)).scope).toBe(scope);
  });

  test('other errors name none', () => {
    expect(fromFault('tasks.task.get', 403, fault('ACCESS_DENIED')).scope).toBeUndefined();
  });
});

describe('codes a method raises before it writes', () => {
  const listed = ['ACCESSDENIEDEXCEPTION'];
  test.each([
    'BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION',
    'BITRIX_REST_V3_EXCEPTIONS_ACCESSDENIEDEXCEPTION',
  ])('%s counts in both spellings', (code) => {
    expect(fromFault('m', 403, fault(code, 'v3'), listed).executed).toBe('no');
    expect(fromFault('m', 403, fault(code, 'v3')).executed).toBe('unknown');
  });

  test('other codes do not', () => {
    expect(fromFault('m', 400, fault('CANCELED'), listed).executed).toBe('unknown');
  });
});

test('suffixOf leaves other prefixes alone', () => {
  expect(suffixOf('BITRIX_REST_V3_REALISATION_EXCEPTION_FIELDNOTFOUNDEXCEPTION')).toBe(
    'BITRIX_REST_V3_REALISATION_EXCEPTION_FIELDNOTFOUNDEXCEPTION',
  );
});

test('a PortalError says nothing but method and code by itself, and is unclear by default', () => {
  const failure = new PortalError({ kind: 'unclear', code: 'HTTP_502', method: 'im.dialog.get' });
  expect(String(failure)).toBe('PortalError: im.dialog.get: HTTP_502');
  expect(failure).toMatchObject({
    executed: 'unknown',
    status: 0,
    portalText: '',
    fields: [],
    scope: undefined,
  });
});
