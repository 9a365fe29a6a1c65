/** The server that misbehaves on purpose (test/tools/wild), as the tests see it. */
import { inject } from 'vitest';
import { PortalError } from '../../../src/portal/errors.ts';
import type { FrameAuth } from '../../../src/portal/tokens.ts';

interface LoggedRequest {
  method: string;
  http: string;
  auth: string;
  size: number;
}

interface TokenData {
  access_token: string;
}

export const wildOrigin = inject('wildOrigin');

/** Lays down what a method answers. */
export async function layDown(method: string, answer: { status: number; body: string; type?: string }) {
  const url = `${wildOrigin}/answers/${encodeURIComponent(method)}`;
  await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(answer),
  });
}

/** The requests that reached a method, preflights left out. */
export async function postsTo(method: string): Promise<LoggedRequest[]> {
  return (await logOf(method)).filter(({ http }) => http === 'POST');
}

export async function logOf(method: string): Promise<LoggedRequest[]> {
  const answer = await fetch(`${wildOrigin}/log/${encodeURIComponent(method)}`);
  return (await answer.json()) as LoggedRequest[];
}

export interface FakeFrame extends FrameAuth<TokenData> {
  /** how often the page around the frame was asked for a new token */
  asked: number;
  token: string;
}

/**
 * The SDK's `auth` manager as far as it is used: holds a token, and gets the next of `tokens` when it is refreshed;
 * null: the page around the frame stays silent, until the SDK gives up.
 */
export function frameWith(...tokens: Array<string | null>): FakeFrame {
  const [first, ...later] = tokens;
  const frame: FakeFrame = {
    asked: 0,
    token: first ?? '',
    getAuthData: () => (frame.token ? { access_token: frame.token } : false),
    async refreshAuth() {
      frame.asked += 1;
      const next = later.shift();
      // Answers come through postMessage: never at once.
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
      if (!next) throw new Error('JSSDK_FRAME_REFRESH_AUTH_TIMEOUT');
      frame.token = next;
      return { access_token: next };
    },
  };
  return frame;
}

/** The error a call must end in; anything but a PortalError fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<PortalError> {
  let value: unknown;
  try {
    value = await call;
  } catch (failure) {
    if (failure instanceof PortalError) return failure;
    throw failure;
  }
  throw new Error(`Expected a PortalError, got ${JSON.stringify(value)}`);
}

/** Everything of an error that could be shown, logged or stored. */
export function allTextOf(failure: PortalError): string {
  const own = Object.getOwnPropertyNames(failure).map(
    (name) => `${name}=${JSON.stringify(Reflect.get(failure, name))}`,
  );
  return [failure.message, failure.stack, String(failure), JSON.stringify(failure), ...own].join('\n');
}
