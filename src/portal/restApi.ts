/**
 * The fetch shim: one REST 3.0 call from the frame (RF 1.1).
 *
 * Ours because the SDK's own v3 path repeats sends on a lost answer, does not refresh an expired token (PB 1.6:
 * `/rest/api/` never says `expired_token`) and cannot be cancelled. Only the three headers of the portal's CORS
 * list are sent (PB 1.2), so there is no `Idempotency-Key`.
 */
import { readAnswer } from './answer.ts';
import { PortalError, type RefusedBefore } from './errors.ts';
import type { Tokens } from './tokens.ts';

export interface RestApiOptions {
  /** cancels the call; what the portal did until then is unknown */
  signal?: AbortSignal;
  /** ms an attempt may take, its answer read to the end; short, see BF 1A: a silent connection must end before the browser repeats by itself */
  timeLimit?: number;
  /** lets the request outlive the frame: people close the slider right after Enter */
  keepalive?: boolean;
  /** codes this method raises before it writes anything, without `BITRIX_REST_V3_EXCEPTION_` */
  refusedBefore?: RefusedBefore;
}

/** Calls `method` and gives what stands in `result`; rejects with a PortalError, always. */
export type RestApi = (
  method: string,
  parameters: Readonly<Record<string, unknown>>,
  options?: RestApiOptions,
) => Promise<unknown>;

const defaultTimeLimit = 10_000;
/** Browsers allow 64 KiB for all keepalive bodies in flight together. */
const keepaliveRoom = 30_000;

/** @param origin the portal's, for example `https://example.bitrix24.com` */
export function createRestApi(origin: string, tokens: Tokens): RestApi {
  async function attempt(method: string, parameters: object, token: string, options: RestApiOptions) {
    // Nothing has left yet, or the portal has turned it away: see the 401 below.
    if (options.signal?.aborted) throw aborted(method, 'no');
    const limit = AbortSignal.timeout(options.timeLimit ?? defaultTimeLimit);
    const body = JSON.stringify({ ...parameters, ...(token === '' ? {} : { auth: token }) });
    try {
      const response = await fetch(`${origin}/rest/api/${method}`, {
        method: 'POST',
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body,
        credentials: 'omit',
        // A redirect would carry the token to wherever it points.
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        keepalive: options.keepalive === true && new Blob([body]).size < keepaliveRoom,
        signal: options.signal ? AbortSignal.any([limit, options.signal]) : limit,
      });
      return { status: response.status, text: await response.text() };
    } catch {
      throw silence(method, limit, options.signal);
    }
  }

  return async (method, parameters, options = {}) => {
    const token = await tokens.get();
    let answer = await attempt(method, parameters, token, options);
    if (answer.status === 401) {
      // A 401 was not executed, so this repeat cannot send twice; a second 401 is the verdict.
      tokens.refuse(token);
      answer = await attempt(method, parameters, await tokens.get(), options);
    }
    if (answer.status === 401) tokens.giveUp();
    else if (answer.status < 500) tokens.hope();
    return readAnswer(method, answer, options.refusedBefore);
  };
}

function silence(method: string, limit: AbortSignal, signal: AbortSignal | undefined): PortalError {
  if (signal?.aborted) return aborted(method, 'unknown');
  return new PortalError({ kind: 'unreachable', code: limit.aborted ? 'TIMEOUT' : 'NETWORK', method });
}

function aborted(method: string, executed: 'no' | 'unknown'): PortalError {
  return new PortalError({ kind: 'unclear', code: 'ABORTED', method, executed });
}
