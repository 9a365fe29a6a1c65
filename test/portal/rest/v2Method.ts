/** Finds and runs one classic method, alone or inside a batch (PB 1.4). */
import type { Caller } from '../auth/authorize.ts';
import type { Params, V2Method } from './call.ts';
import { V2Error } from './errors.ts';
import { callOf, reportCrash, reportUnknown, type Exchange } from './exchange.ts';
import { timeOf, type Time } from './time.ts';

/** @throws V2Error 404, before any auth */
export function findV2(exchange: Exchange, name: string): V2Method {
  const method = exchange.registry.v2(name);
  if (method && (method.isThere?.(exchange.world.switches) ?? true)) return method;
  reportUnknown(exchange, name);
  throw new V2Error('ERROR_METHOD_NOT_FOUND', 'Method not found!', 404);
}

/** Checks the limit, runs the method and counts its run time; scopes come before. @throws whatever the method throws */
export async function runV2Method(
  exchange: Exchange,
  method: V2Method,
  caller: Caller,
  params: Params,
  startedAt: number,
): Promise<{ result: unknown; time: Time }> {
  if (method.needsApp && !caller.app) {
    const text = 'Current authorization type is denied for this method Application context required';
    throw new V2Error('WRONG_AUTH_TYPE', text, 403);
  }
  const { operating } = exchange.context;
  const pair = `${caller.key} ${method.name}`;
  if (operating.isOver(pair)) {
    throw new V2Error('OPERATION_TIME_LIMIT', 'Method is blocked due to operation time limit.', 429);
  }
  await exchange.held;
  exchange.operatingPair = pair;
  exchange.entry.executed = true;
  const began = performance.now();
  const result = await method.handle(callOf(exchange, caller, params));
  const seconds = (performance.now() - began) / 1000;
  return { result, time: timeOf(startedAt, operating.count(pair, seconds)) };
}

/** The error's fields as they stand in an answer or in `result_error`, and its HTTP status. */
export function v2Failure(
  exchange: Exchange,
  method: string,
  failure: unknown,
): { status: number; error: string; error_description: string } {
  if (failure instanceof V2Error) {
    const { status, code, message, extra } = failure;
    return { status, error: code, error_description: message, ...extra };
  }
  reportCrash(exchange, method, failure);
  return { status: 500, error: 'INTERNAL_SERVER_ERROR', error_description: 'Internal server error' };
}
