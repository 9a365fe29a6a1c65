/** Answer texts of REST 3.0 that never reach a browser's fetch in one piece with their status. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAnswer } from '../../../src/portal/answer.ts';
import { PortalError } from '../../../src/portal/errors.ts';

const method = 'tasks.task.get';

function verdictOf(status: number, text: string): unknown {
  try {
    return { result: readAnswer(method, { status, text }) };
  } catch (failure) {
    return failure;
  }
}

test('status 0 is unclear', () => {
  expect(verdictOf(0, '')).toMatchObject({ kind: 'unclear', code: 'HTTP_0', executed: 'unknown' });
});

test('a bare 401 was not executed', () => {
  expect(verdictOf(401, '<html>')).toMatchObject({ kind: 'auth', code: 'HTTP_401', executed: 'no' });
});

test('an error beside a result is an error', () => {
  expect(verdictOf(200, '{"result":true,"error":"BROKEN"}')).toMatchObject({
    kind: 'refused',
    code: 'BROKEN',
  });
});

test('a result with an error status is no result', () => {
  expect(verdictOf(500, '{"result":true}')).toMatchObject({ kind: 'unclear', code: 'HTTP_500' });
});

test('any JSON with any status is a result or one PortalError', () => {
  const status = fc.constantFrom(0, 200, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503);
  const error = fc.record(
    { error: fc.jsonValue(), error_description: fc.jsonValue(), result: fc.jsonValue() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(status, fc.oneof(fc.jsonValue(), error), (code, value) => {
      const verdict = verdictOf(code, JSON.stringify(value));
      if (verdict instanceof PortalError)
        return verdict.method === method && typeof verdict.kind === 'string';
      // Only a 2xx with a `result` is one.
      return code >= 200 && code < 300 && typeof value === 'object' && value !== null && 'result' in value;
    }),
  );
});
