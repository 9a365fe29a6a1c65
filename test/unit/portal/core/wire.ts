/** One HTTP request with the connection in plain sight, which `fetch` hides. */
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';

export interface Exchange {
  /** null = the connection ended before an answer */
  status: number | null;
  headers: IncomingMessage['headers'];
  text: string;
  /** the body arrived whole */
  complete: boolean;
  /** the request went over a connection that had served before */
  reused: boolean;
}

/** An agent with one connection, which it keeps. */
export function oneConnection(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1 });
}

/** Sends a JSON POST (or what `options` say) and never rejects: a lost answer is an outcome. */
export function exchange(
  url: string,
  options: { agent?: Agent; method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Exchange> {
  const { agent, method = 'POST', body = '{}', headers = { 'content-type': 'application/json' } } = options;
  return new Promise((resolve) => {
    const outcome: Exchange = { status: null, headers: {}, text: '', complete: false, reused: false };
    const request = httpRequest(url, { method, headers, ...(agent ? { agent } : {}) });
    const finish = () => resolve({ ...outcome, reused: request.reusedSocket });
    request.once('response', (response) => {
      outcome.status = response.statusCode ?? null;
      outcome.headers = response.headers;
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        outcome.text += chunk;
      });
      response.once('error', () => {});
      response.once('close', () => {
        outcome.complete = response.complete;
        finish();
      });
    });
    request.once('error', finish);
    request.end(method === 'POST' ? body : undefined);
  });
}
