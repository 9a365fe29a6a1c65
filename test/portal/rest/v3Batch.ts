/** The batch of REST 3.0 (PB 1.6, RF 1.6): a JSON list at the root, and the first error is the whole answer. */
import type { Caller } from '../auth/authorize.ts';
import { Raw, type Params } from './call.ts';
import { V3Error } from './errors.ts';
import type { Exchange } from './exchange.ts';
import { findV3, runV3Method } from './v3Method.ts';
import { resolveV3References } from './v3References.ts';

interface Item {
  alias: string;
  method: string;
  query: Params;
}

/** @returns the results in order. @throws V3Error, the first one */
export async function runV3Batch(exchange: Exchange, caller: Caller): Promise<unknown[]> {
  const { json, kind } = exchange.body;
  if (kind !== 'json' || typeof json !== 'object' || json === null) {
    throw new V3Error('INVALIDJSONEXCEPTION', 'Invalid JSON.');
  }
  const items = readItems(json);
  const known = new Map<string, unknown>();
  const results: unknown[] = [];
  for (const item of items) {
    const method = findV3(exchange, item.method, 400);
    const query = resolveV3References(item.query, known);
    const { result } = await runV3Method(exchange, method, caller, () => query);
    const plain = result instanceof Raw ? result.body : result;
    known.set(item.alias, contentOf(plain));
    results.push(plain);
  }
  return results;
}

/**
 * Every key of the body is an item to the portal: an `auth` among them is none and breaks the batch, and so does
 * the `cmd` of a classic one (PB 1.6). All are read before the first runs.
 */
function readItems(body: object): Item[] {
  const items = Object.entries(body).map(([index, item]: [string, unknown]) => readItem(index, item));
  const aliases = new Set(items.map((item) => item.alias));
  if (aliases.size < items.length) throw invalid('as');
  return items;
}

function readItem(index: string, item: unknown): Item {
  if (typeof item !== 'object' || item === null) throw invalid(index);
  const { method, query, as: alias }: Record<string, unknown> = { ...item };
  if (typeof method !== 'string' || typeof query !== 'object' || query === null) throw invalid(index);
  return { alias: typeof alias === 'string' ? alias : index, method, query: { ...query } };
}

/** References leave out `item`: it is `first.id`, not `first.item.id` (RF 1.6). */
function contentOf(result: unknown): unknown {
  if (typeof result !== 'object' || result === null) return result;
  if ('item' in result) return result.item;
  return 'items' in result ? result.items : result;
}

function invalid(what: string): V3Error {
  return new V3Error('INVALIDSELECTEXCEPTION', `Invalid select expression "${what}".`);
}
