/** Finds and runs one method of REST 3.0, alone or inside a batch (PB 1.6). */
import type { Caller } from '../auth/authorize.ts';
import { coversV3 } from '../auth/scopes.ts';
import type { Params, V3Method } from './call.ts';
import { V3Error } from './errors.ts';
import { callOf, reportUnknown, type Exchange } from './exchange.ts';
import { timeOf, type Time } from './time.ts';

/** @throws V3Error 404, before any auth; inside a batch 400 (RF 1.4) */
export function findV3(exchange: Exchange, name: string, status = 404): V3Method {
  const method = exchange.registry.v3(name);
  if (method) return method;
  reportUnknown(exchange, name);
  throw new V3Error('METHODNOTFOUNDEXCEPTION', `Method "${name}" was not found.`, status);
}

/** Runs one method, alone or inside a batch. @throws V3Error, its own or the method's */
export async function runV3Method(
  exchange: Exchange,
  method: V3Method,
  caller: Caller,
  readArguments: () => Params,
): Promise<{ result: unknown; time: Time }> {
  const { operating } = exchange.context;
  const pair = `${caller.key} v3 ${method.name}`;
  if (operating.isOver(pair)) {
    throw new V3Error('RATELIMITEXCEPTION', 'Request was blocked because the limit was exceeded.', 429);
  }
  if (!coversV3(exchange.world, caller.scopes, method.name, method.scope)) {
    // The English text is in no source (PB NOT FOUND 7).
    throw new V3Error('INSUFFICIENTSCOPEEXCEPTION', 'Insufficient scope.', 403);
  }
  const params = readArguments();
  await exchange.held;
  exchange.operatingPair = pair;
  exchange.entry.executed = true;
  const began = performance.now();
  const result = await method.handle(callOf(exchange, caller, params));
  const seconds = (performance.now() - began) / 1000;
  return { result, time: timeOf(exchange.startedAt, operating.count(pair, seconds)) };
}
