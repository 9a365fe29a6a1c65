/** Everything under `/rest/`: preflight, limits, body, faults, the two routers, the log. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tokenOf } from '../auth/authorize.ts';
import type { PortalContext } from '../context.ts';
import type { RequestEntry } from '../control/requestLog.ts';
import { queryLimitAnswer, statusAnswer } from '../faults/answers.ts';
import { readBody } from '../http/body.ts';
import { corsHeaders } from '../http/headers.ts';
import { parseBody, parseQuery } from '../http/params.ts';
import { answer, defaultDelay, pause, wireFaults } from './answer.ts';
import { methodsInside } from './batchMethods.ts';
import type { Exchange } from './exchange.ts';
import { parseRestPath, type RestPath } from './path.ts';
import type { Registry } from './registry.ts';
import { send } from './send.ts';

/** Answers one request. @param url as the caller addressed it */
export async function serveRest(
  context: PortalContext,
  registry: Registry,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = parseRestPath(url.pathname) ?? { version: 'v2', method: '', webhook: null };
  const isPreflight = request.method === 'OPTIONS';
  const entry = logArrival(context, isPreflight ? { ...path, method: 'OPTIONS' } : path);
  response.once('close', () => settle(entry, response));
  if (!isPreflight && !(await takeIn(context, path, request))) return undefined;
  const raw = await readBody(request);
  if (isPreflight) return preflight(context, path, request, response);
  if (isOverLimit(context, request)) {
    return send(response, queryLimitAnswer(!context.world.switches.limitWithoutCors));
  }
  const query = parseQuery(url);
  const body = await parseBody(raw, request.headers['content-type']);
  const exchange: Exchange = {
    context,
    registry,
    world: context.world,
    ...path,
    token: tokenOf(request, { ...query, ...body.params }),
    query,
    body,
    origin: url.origin,
    startedAt: Date.now(),
    entry,
    jobs: [],
    operatingPair: null,
    held: null,
  };
  entry.batch = methodsInside(exchange);
  const rule = context.faults.take(wireFaults, path.method, ...entry.batch);
  await answer(exchange, rule, request, response);
  runJobs(exchange);
}

/** PB 1.2: 200, three headers, nothing else; no method and no auth is looked at. */
async function preflight(
  context: PortalContext,
  { version }: RestPath,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const rule = context.faults.take(wireFaults, 'OPTIONS');
  if (rule?.fault === 'status') return send(response, statusAnswer(rule, version, context.world.switches));
  if (rule && rule.fault !== 'delay') {
    request.socket.destroy();
    return undefined;
  }
  if (rule) await pause(rule.ms ?? defaultDelay);
  response.writeHead(200, { ...corsHeaders, 'Content-Length': 0 }).end();
  return undefined;
}

function isOverLimit(context: PortalContext, request: IncomingMessage): boolean {
  const { queryLimit, limitWithoutCors } = context.world.switches;
  if (!queryLimit && !limitWithoutCors) return false;
  const address = request.socket.remoteAddress ?? '';
  // A machine that comes once as ::1 and once as 127.0.0.1 is one source.
  const source = ['::1', '::ffff:127.0.0.1'].includes(address) ? '127.0.0.1' : address;
  return !context.bucket.admit(source);
}

/** `stall`: the body is left where it is for a while, and then read, or never. @returns whether it is to be read */
async function takeIn(
  context: PortalContext,
  { method }: RestPath,
  request: IncomingMessage,
): Promise<boolean> {
  const rule = context.faults.take(['stall'], method);
  if (!rule) return true;
  await pause(rule.ms ?? defaultDelay);
  if (rule.executed !== false) return true;
  request.socket.destroy();
  return false;
}

/** Jobs after the answer, or later still where `uuid-late` says so (PB 4.1: the job has not run yet). */
function runJobs({ context, method, entry, jobs }: Exchange): void {
  if (jobs.length === 0) return;
  const late = context.faults.take(['uuid-late'], method, ...entry.batch);
  const run = () => {
    for (const job of jobs) job();
  };
  if (late) setTimeout(run, late.ms ?? defaultDelay).unref();
  else run();
}

function logArrival(context: PortalContext, { version, method }: RestPath): RequestEntry {
  const at = new Date().toISOString();
  const entry: RequestEntry = {
    at,
    version,
    method,
    batch: [],
    status: 0,
    executed: false,
    ms: 0,
    userId: null,
  };
  context.requests.push(entry);
  return entry;
}

function settle(entry: RequestEntry, response: ServerResponse): void {
  entry.ms = Date.now() - Date.parse(entry.at);
  if (response.headersSent) entry.status = response.statusCode;
}
