/**
 * A time limit of its own for one call through the SDK, whose client has one for all. The SDK writes the id of a call
 * into its address, and there the request is recognised, the repeat after a refreshed token too.
 */
import { Text, type B24Frame } from '@bitrix24/b24jssdk';

type AjaxClient = ReturnType<B24Frame['getHttpClient']>['ajaxClient'];

/** Makes the call; the id has to be handed to the SDK, undefined leaves the choice to it. */
type Within = <Answer>(
  /** ms; undefined = that of the client */
  timeLimit: number | undefined,
  call: (requestId: string | undefined) => Promise<Answer>,
) => Promise<Answer>;

/** Not for the methods `task.*`, whose addresses carry no id. */
export function ownTimeLimits(client: AjaxClient): Within {
  const limits = new Map<string, number>();
  client.interceptors.request.use((config) => {
    const query = new URLSearchParams(config.url?.split('?')[1]);
    const limit = limits.get(query.get('bx24_request_id') ?? '');
    return limit === undefined ? config : { ...config, timeout: limit };
  });
  return async (timeLimit, call) => {
    if (timeLimit === undefined) return call(undefined);
    const requestId = Text.getUuidRfc4122();
    limits.set(requestId, timeLimit);
    try {
      return await call(requestId);
    } finally {
      limits.delete(requestId);
    }
  };
}
