/** Which methods a request names, a batch and those inside it alike. */
import { isRecord } from '../methods/values.ts';
import type { Exchange } from './exchange.ts';
import { readCommands } from './v2Commands.ts';

/** The methods inside a batch, in order and as far as they can be read; none for a single call. */
export function methodsInside({
  version,
  method,
  query,
  body,
}: Pick<Exchange, 'version' | 'method' | 'query' | 'body'>): string[] {
  if (version === 'v2') {
    if (method.toLowerCase() !== 'batch') return [];
    return readCommands({ ...query, ...body.params }.cmd).map((command) => command.method);
  }
  if (method !== 'batch') return [];
  return Object.values(body.params).flatMap((item) =>
    isRecord(item) && typeof item['method'] === 'string' ? [item['method']] : [],
  );
}
