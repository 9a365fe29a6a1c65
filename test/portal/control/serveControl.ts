/** `/control`: JSON in (an upload: a ZIP), JSON out, for this machine only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PortalContext } from '../context.ts';
import { readBody } from '../http/body.ts';
import { jsonType } from '../http/headers.ts';
import { controlCalls, type ControlCall } from './calls.ts';
import { refusalOf } from './guard.ts';
import { ControlError } from './input.ts';
import { uploadCall } from './upload.ts';

type BodyCall = (context: PortalContext, body: Buffer, query: URLSearchParams) => unknown;

const withJson =
  (call: ControlCall): BodyCall =>
  (context, body) =>
    call(context, parse(body.toString('utf8')));

/** By `METHOD /path`. */
const calls: Readonly<Record<string, BodyCall>> = {
  ...Object.fromEntries(Object.entries(controlCalls).map(([name, call]) => [name, withJson(call)])),
  'POST /control/upload': uploadCall,
};

/** Answers one call. Errors are `{"error":text}`: 403 for strangers, 404 and 405 for what is no call, 400 for bad input. */
export async function serveControl(
  context: PortalContext,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal = refusalOf(request, url);
  if (refusal !== null) return sendJson(response, 403, { error: refusal });
  const path = url.pathname.replace(/\/$/, '');
  if (path === '/control') return sendJson(response, 200, { calls: Object.keys(calls) });
  const call = calls[`${request.method} ${path}`];
  if (!call) {
    const others = Object.keys(calls).filter((name) => name.endsWith(` ${path}`));
    if (others.length === 0) return sendJson(response, 404, { error: `No such call: ${path}` });
    return sendJson(response, 405, { error: `Only ${others.join(', ')}` });
  }
  try {
    const answer = await call(context, await readBody(request), url.searchParams);
    // This very call may have asked for it.
    if (context.faults.closesConnections) response.setHeader('Connection', 'close');
    return sendJson(response, 200, answer);
  } catch (failure) {
    if (failure instanceof ControlError) return sendJson(response, 400, { error: failure.message });
    throw failure;
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError('The body is not JSON');
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value));
  response
    .writeHead(status, {
      'Content-Type': jsonType,
      'Content-Length': bytes.length,
      'Cache-Control': 'no-store',
    })
    .end(bytes);
}
