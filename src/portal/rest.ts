/**
 * Classic REST (`/rest/`, "v2") through the SDK: one attempt a call, and no preflight.
 *
 * The SDK would send JSON, and every JSON call from a frame costs an OPTIONS of its own (BF 3). The portal takes
 * form bodies as well (PB 1.3), and those need none; the SDK's own axios client writes them with PHP brackets.
 */
import { AjaxError, ApiVersion, type B24Frame } from '@bitrix24/b24jssdk';
import * as v from 'valibot';
import { fromFault, PortalError, type RefusedBefore } from './errors.ts';
import type { Tokens } from './tokens.ts';
import { wireMap } from './wire.ts';

/** What a form can carry: PHP reads nested ones back as `a[b][c]`. */
export type RestValue = string | number | readonly string[] | { readonly [key: string]: RestValue };

export interface RestCommand {
  method: string;
  parameters: Readonly<Record<string, RestValue>>;
}

export interface RestOptions {
  /** codes this method raises before it writes anything */
  refusedBefore?: RefusedBefore;
}

export interface Rest {
  /** One call; gives what stands in `result`. Rejects with a PortalError, always. */
  call(command: RestCommand, options?: RestOptions): Promise<unknown>;
  /**
   * Several reads in one POST (PB 1.5); later commands may refer to earlier answers as `$result[name][path]`.
   * Never for a person's text: `$result[…]` in it would be replaced.
   * @returns a reader: give it a command's name, it gives that command's `result` or throws its PortalError.
   * Rejects when the batch itself fails.
   */
  batch(commands: Readonly<Record<string, RestCommand>>): Promise<(name: string) => unknown>;
}

/** ms; short because of sends, see BF 1A. A read that took longer is asked again by whoever needs it. */
const timeLimit = 10_000;

/** @param sdk the SDK's frame, or its webhook client in development (src/dev) */
export function createRest(sdk: Pick<B24Frame, 'getHttpClient'>, tokens: Tokens): Rest {
  const http = sdk.getHttpClient(ApiVersion.v2);
  http.ajaxClient.defaults.timeout = timeLimit;
  http.ajaxClient.defaults.headers.post['Content-Type'] = 'application/x-www-form-urlencoded';
  http.ajaxClient.defaults.formSerializer = { indexes: true };
  http.ajaxClient.interceptors.response.use(
    (response) => {
      tokens.hope();
      return response;
    },
    (failure: unknown) => {
      const answer = v.safeParse(tokenRefused, failure);
      if (answer.success) tokens.refuse(tokenIn(answer.output.config.data));
      throw failure;
    },
  );

  async function call(method: string, parameters: object, options: RestOptions = {}): Promise<unknown> {
    try {
      const answer = await http.call(method, { ...parameters });
      if (answer.isSuccess) return answer.getData()?.result;
      throw [...answer.getErrors()][0] ?? new Error(method);
    } catch (failure) {
      throw asPortalError(method, failure, options.refusedBefore);
    }
  }

  return {
    async call(command, options) {
      const result = await call(command.method, command.parameters, options);
      if (result !== undefined) return result;
      throw new PortalError({ kind: 'malformed', code: 'NO_RESULT', method: command.method });
    },
    async batch(commands) {
      const cmd = Object.fromEntries(
        Object.entries(commands).map(([name, { method, parameters }]) => [
          name,
          `${method}?${toQuery(parameters)}`,
        ]),
      );
      const answer = v.safeParse(batchAnswer, await call('batch', { halt: 0, cmd }));
      if (!answer.success) throw new PortalError({ kind: 'malformed', code: 'BATCH', method: 'batch' });
      const { result, result_error: faults } = answer.output;
      return (name) => {
        const method = commands[name]?.method ?? name;
        const failure = faults[name];
        if (failure) {
          throw fromFault(method, 400, {
            version: 'v2',
            code: failure.error,
            text: failure.error_description,
            fields: [],
          });
        }
        if (name in result) return result[name];
        throw new PortalError({ kind: 'malformed', code: 'NO_RESULT', method });
      };
    },
  };
}

/** Other 401s, as for a missing scope (PB 1.4), say nothing against the token. */
const tokenRefused = v.looseObject({
  response: v.looseObject({
    status: v.literal(401),
    data: v.looseObject({ error: v.picklist(['expired_token', 'invalid_token']) }),
  }),
  config: v.looseObject({ data: v.string() }),
});
/** The SDK takes an empty code and "0" for none, and gives the name of its HTTP client's error instead. */
const plainFault = v.looseObject({
  response: v.looseObject({
    data: v.looseObject({ error: v.picklist(['', '0']), error_description: v.fallback(v.string(), '') }),
  }),
});
const fault = v.looseObject({ error: v.string(), error_description: v.optional(v.string(), '') });
/** PHP writes an empty map as `[]` (RF 8.5). */
const batchAnswer = v.looseObject({
  result: wireMap,
  result_error: v.union([v.pipe(v.tuple([]), v.transform(noFaults)), v.record(v.string(), fault)]),
});

function noFaults(): Record<string, v.InferOutput<typeof fault>> {
  return {};
}

function asPortalError(method: string, failure: unknown, refusedBefore?: RefusedBefore): PortalError {
  if (failure instanceof PortalError) return failure;
  // The SDK wraps what the shared refresh threw.
  if (failure instanceof AjaxError && failure.originalError instanceof PortalError)
    return failure.originalError;
  if (!(failure instanceof AjaxError)) return new PortalError({ kind: 'unclear', code: 'SDK', method });
  const { code, status } = failure;
  if (code === 'NETWORK_ERROR') return new PortalError({ kind: 'unreachable', code: 'NETWORK', method });
  if (code === 'REQUEST_TIMEOUT') return new PortalError({ kind: 'unreachable', code: 'TIMEOUT', method });
  // A success that is no JSON, or lacks `time` (BF 1G): it may have been executed.
  if (code.startsWith('JSSDK_'))
    return new PortalError({ kind: 'malformed', code: 'NOT_JSON', method, status });
  const plain = v.safeParse(plainFault, failure.originalError);
  if (plain.success) {
    const { error, error_description: text } = plain.output.response.data;
    return fromFault(method, status, { version: 'v2', code: error, text, fields: [] }, refusedBefore);
  }
  // Axios' own names stand for an error status without a readable body.
  if (code === 'ERR_BAD_RESPONSE' || code === 'ERR_BAD_REQUEST')
    return fromFault(method, status, { version: 'v2', code: `HTTP_${status}`, text: '', fields: [] });
  return fromFault(method, status, { version: 'v2', code, text: failure.message, fields: [] }, refusedBefore);
}

function tokenIn(form: string): string {
  return new URLSearchParams(form).get('auth') ?? '';
}

/** `a[b][0]=c`, as PHP reads it; for the commands of a batch, which are strings inside the body. */
function toQuery(parameters: RestCommand['parameters']): string {
  const query = new URLSearchParams();
  const add = (name: string, value: RestValue) => {
    if (typeof value !== 'object') query.append(name, String(value));
    else for (const [key, item] of Object.entries(value)) add(`${name}[${key}]`, item);
  };
  for (const [name, value] of Object.entries(parameters)) add(name, value);
  return query.toString();
}
