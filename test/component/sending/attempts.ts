/** How attempts end that get no verdict, or one that comes from the way to the method: the same for each kind of send. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Outcome } from '../../../src/delivery/policy.ts';
import type { Portal } from '../../../src/portal/connect.ts';
import type { Rule, TestPortal } from './portal.ts';
import { anna } from './portal.ts';

/** One attempt at something new. */
export interface Attempt {
  outcome: Outcome;
  /** how often the portal holds it */
  held: () => Promise<number>;
}

export interface Kind {
  method: string;
  attempt: (portal: Portal) => Promise<Attempt>;
  /** what it is when all goes well */
  fine: Outcome['kind'];
}

const html = '<html><body><h1>Please wait</h1></body></html>';
const internalV2 = '{"error":"INTERNAL_SERVER_ERROR","error_description":"Internal server error"}';
const internalV3 =
  '{"error":{"code":"BITRIX_REST_V3_EXCEPTION_INTERNAL_INTERNALEXCEPTION","message":"Internal error"}}';

const statuses = [500, 502, 504].flatMap((status): Array<[string, Rule, number]> => [
  [`${status}, written`, { fault: 'status', status }, 1],
  [`${status}, not written`, { fault: 'status', status, executed: false }, 0],
]);

/** Nobody can tell by these whether it was written. Fresh connections: on others the browser would repeat (BF 1A). */
const silences: ReadonlyArray<[name: string, rule: Rule, held: number]> = [
  ...statuses,
  ['500 with the classic error', { fault: 'status', status: 500, body: internalV2 }, 1],
  ['500 with the REST 3.0 error', { fault: 'status', status: 500, body: internalV3 }, 1],
  ['403 of a firewall', { fault: 'status', status: 403, body: html, executed: false }, 0],
  ['404 of a gateway', { fault: 'status', status: 404, body: html, executed: false }, 0],
  ['502 without CORS headers', { fault: 'status', status: 502, cors: false }, 1],
  ['503 without CORS headers', { fault: 'status', status: 503, cors: false, executed: false }, 0],
  ['503 with HTML', { fault: 'status', status: 503, body: html }, 1],
  ['a line cut before', { fault: 'drop-before', connection: 'fresh' }, 0],
  ['a line cut after', { fault: 'drop-after', connection: 'fresh' }, 1],
  ['written after the line was cut', { fault: 'late-commit', connection: 'fresh', ms: 150 }, 1],
  ['200 that breaks off', { fault: 'truncate', connection: 'fresh' }, 1],
  ['200 that ends too early', { fault: 'malformed' }, 1],
  ['200 with nothing', { fault: 'malformed', body: '' }, 1],
  ['200 with null', { fault: 'malformed', body: 'null' }, 1],
  ['200 with an empty list', { fault: 'malformed', body: '[]' }, 1],
  ['200 with HTML', { fault: 'malformed', body: html }, 1],
  ['200 with HTML, not written', { fault: 'malformed', body: html, executed: false }, 0],
  ['200 without a result', { fault: 'malformed', body: '{"time":{}}' }, 1],
  ['200 with false', { fault: 'malformed', body: '{"result":false,"time":{}}' }, 1],
];

/** Too many requests: nothing was written, and it may be tried again. */
const limits: ReadonlyArray<[name: string, status: number]> = [
  ['429', 429],
  ['503 QUERY_LIMIT_EXCEEDED', 503],
];

export function describeAttempts(portal: TestPortal, { method, attempt, fine }: Kind): void {
  const strike = (rule: Rule) => portal.faults({ method, times: 1, ...rule });

  describe('attempts', () => {
    test('fine: it is there once', async () => {
      await portal.noFaults();
      const { outcome, held } = await attempt(portal.portalOf(anna));
      expect(outcome.kind).toBe(fine);
      expect(await held()).toBe(1);
    });

    test.each(silences)('%s: unclear', async (_name, rule, written) => {
      await strike(rule);
      const { outcome, held } = await attempt(portal.portalOf(anna));
      await portal.noFaults();
      expect(outcome).toMatchObject({ kind: 'unclear' });
      await expect.poll(held).toBe(written);
    });

    test.each(limits)('%s: later, and nothing was written', async (_name, status) => {
      await strike({ fault: 'status', status, executed: false });
      const { outcome, held } = await attempt(portal.portalOf(anna));
      await portal.noFaults();
      expect(outcome).toMatchObject({ kind: 'later', problem: { kind: 'limit' } });
      expect(await held()).toBe(0);
    });

    test('401: one refresh, and it is there once', async () => {
      const frame = portal.portalOf(anna, portal.tokensOf(anna)[1]);
      await strike({ fault: 'status', status: 401, executed: false });
      const { outcome, held } = await attempt(frame);
      await portal.noFaults();
      expect(outcome.kind).toBe(fine);
      expect(await held()).toBe(1);
    });

    test.each<[string, string | null]>([
      ['the portal gives no new token', null],
      ['the new token is refused too', 'no-good-either'],
    ])('401, and %s: refused, and nothing was written', async (_why, token) => {
      await strike({ fault: 'status', status: 401, executed: false });
      const { outcome, held } = await attempt(portal.portalOf(anna, token));
      await portal.noFaults();
      expect(outcome).toMatchObject({ kind: 'refused', problem: { kind: 'auth' } });
      expect(JSON.stringify(outcome)).not.toContain(portal.tokensOf(anna)[0]);
      expect(await held()).toBe(0);
    });

    test('401 while nobody looks at the page: later, and nothing was written', async () => {
      await strike({ fault: 'status', status: 401, executed: false });
      hideFor(onTestFinished);
      const { outcome, held } = await attempt(portal.portalOf(anna, portal.tokensOf(anna)[1]));
      await portal.noFaults();
      expect(outcome).toMatchObject({ kind: 'notHere', problem: { kind: 'auth' } });
      expect(await held()).toBe(0);
    });
  });
}

/** Whether a page is hidden cannot be chosen in a test browser; the property is, for the length of a test. */
export function hideFor(atItsEnd: (end: () => void) => void): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
  atItsEnd(() => void Reflect.deleteProperty(document, 'hidden'));
}

/** What the portal says to a method when it refuses: a classic error, or one of REST 3.0. */
export function refusalWith(code: string, status = 400): Rule {
  const body = /[A-Z]EXCEPTION$/.test(code)
    ? { error: { code: `BITRIX_REST_V3_EXCEPTION_${code}`, message: 'No.' } }
    : { error: code, error_description: 'No.' };
  return { fault: 'status', status, body: JSON.stringify(body), executed: false };
}
