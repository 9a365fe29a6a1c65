/** Classic REST under `/rest/` (PB 1.4): method, auth, limit, handler, in this order. */
import { authorize } from '../auth/authorize.ts';
import { Paged } from './call.ts';
import type { Exchange, Reply } from './exchange.ts';
import { timeOf, type Time } from './time.ts';
import { runV2Batch } from './v2Batch.ts';
import { findV2, runV2Method, v2Failure } from './v2Method.ts';

/** Answers with the classic envelope; never throws. */
export async function runV2(exchange: Exchange): Promise<Reply> {
  const params = { ...exchange.query, ...exchange.body.params };
  try {
    const isBatch = exchange.method.toLowerCase() === 'batch';
    const method = isBatch ? null : findV2(exchange, exchange.method);
    const caller = authorize(exchange.world, exchange.webhook, exchange.token, method?.scopes);
    exchange.entry.userId = caller.user.id;
    if (method === null) {
      return success(await runV2Batch(exchange, caller, params), timeOf(exchange.startedAt));
    }
    const { result, time } = await runV2Method(exchange, method, caller, params, exchange.startedAt);
    return success(result, time);
  } catch (failure) {
    const { status, ...body } = v2Failure(exchange, exchange.method, failure);
    return { status, body };
  }
}

function success(result: unknown, time: Time): Reply {
  if (!(result instanceof Paged)) return { status: 200, body: { result: result ?? null, time } };
  const { next, total } = result;
  return { status: 200, body: { result: result.result ?? null, next, total, time } };
}
