/** The ways in which a portal, a front end or a line can answer wrongly, as rules for `/control/faults`. */

export interface Misbehaviour {
  name: string;
  rule: Record<string, unknown>;
}

const oldError = JSON.stringify({
  error: 'INTERNAL_SERVER_ERROR',
  error_description: 'Internal server error',
});
const newError = JSON.stringify({
  error: { code: 'BITRIX_REST_V3_EXCEPTION_INTERNAL_INTERNALEXCEPTION', message: 'Internal server error' },
});
const html = '<html><body><h1>Please wait</h1></body></html>';

function refusal(status: number, body: string, name: string): Misbehaviour {
  return { name: `${status} with ${name}`, rule: { fault: 'status', status, body } };
}

function success(body: string, name: string): Misbehaviour {
  return { name: `200 with ${name}`, rule: { fault: 'malformed', body } };
}

/** What runs into a time limit is not among them: that takes its time. */
export const misbehaviours: readonly Misbehaviour[] = [
  refusal(500, html, 'HTML'),
  refusal(502, html, 'HTML'),
  refusal(503, html, 'HTML'),
  refusal(500, oldError, 'the classic error'),
  refusal(502, newError, 'the REST 3.0 error'),
  refusal(503, oldError, 'the classic error'),
  { name: '502 without CORS headers', rule: { fault: 'status', status: 502, cors: false } },
  { name: '429', rule: { fault: 'status', status: 429, executed: false } },
  { name: '200 that ends too early', rule: { fault: 'malformed' } },
  { name: '200 that breaks off', rule: { fault: 'truncate' } },
  success('', 'nothing'),
  success('null', 'null'),
  success('[]', 'an empty list'),
  success('{}', 'an empty object'),
  success(html, 'HTML'),
  { name: 'a line that is cut before', rule: { fault: 'drop-before' } },
  { name: 'a line that is cut after', rule: { fault: 'drop-after' } },
];
