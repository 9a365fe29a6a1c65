/** REST 3.0 under `/rest/api/` (PB 1.6): method, auth, limit, scope, body, handler, in this order. */
import { authorize, type Caller } from '../auth/authorize.ts';
import { Raw, type Params, type V3Method } from './call.ts';
import { V2Error, V3Error } from './errors.ts';
import { reportCrash, type Exchange, type Reply } from './exchange.ts';
import { timeOf } from './time.ts';
import { runV3Batch } from './v3Batch.ts';
import { findV3, runV3Method } from './v3Method.ts';

/** Answers with the envelope of REST 3.0; never throws. */
export async function runV3(exchange: Exchange): Promise<Reply> {
  try {
    const method = exchange.method === 'batch' ? null : findV3(exchange, exchange.method);
    const caller = recognise(exchange);
    exchange.entry.userId = caller.user.id;
    if (method === null) {
      const result = await runV3Batch(exchange, caller);
      return { status: 200, body: { result, time: timeOf(exchange.startedAt) } };
    }
    const { result, time } = await runV3Method(exchange, method, caller, () => argumentsOf(exchange, method));
    return { status: 200, body: result instanceof Raw ? result.body : { result, time } };
  } catch (failure) {
    return v3Failure(exchange, failure);
  }
}

/** Whatever is wrong with the token, `/rest/api/` says the same: 401, and never `expired_token` (PB 1.6). */
function recognise(exchange: Exchange): Caller {
  try {
    return authorize(exchange.world, exchange.webhook, exchange.token);
  } catch (failure) {
    if (!(failure instanceof V2Error)) throw failure;
    throw new V3Error('ACCESSDENIEDEXCEPTION', 'Access denied.', 401);
  }
}

/** Arguments come from a JSON body only, none from none; the URL's query is not read for them (PB 1.6, RF 1.1). */
function argumentsOf({ body }: Exchange, method: V3Method): Params {
  if (body.kind === 'none') return {};
  if (method.needsJson && (body.kind !== 'json' || typeof body.json !== 'object' || body.json === null)) {
    throw new V3Error('INVALIDJSONEXCEPTION', 'Invalid JSON.');
  }
  return body.kind === 'json' ? body.params : {};
}

function v3Failure(exchange: Exchange, failure: unknown): Reply {
  if (!(failure instanceof V3Error)) reportCrash(exchange, exchange.method, failure);
  const error =
    failure instanceof V3Error
      ? failure
      : new V3Error('INTERNAL_INTERNALEXCEPTION', "Something's gone wrong.", 500);
  const validation = error.validation.length > 0 ? { validation: error.validation } : {};
  return {
    status: error.status,
    body: {
      error: { code: `BITRIX_REST_V3_EXCEPTION_${error.suffix}`, message: error.message, ...validation },
    },
  };
}
