/** `{"$ref":"alias.path"}` and `{"$refArray":"alias.field"}` in the batch of REST 3.0 (PB 1.6). */
import type { Params } from './call.ts';
import { V3Error } from './errors.ts';

/** @throws V3Error 400 INVALIDSELECTEXCEPTION for a path that leads nowhere */
export function resolveV3References(query: Params, known: ReadonlyMap<string, unknown>): Params {
  return Object.fromEntries(Object.entries(query).map(([key, value]) => [key, resolve(value, known)]));
}

function resolve(value: unknown, known: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((inner) => resolve(inner, known));
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) return follow(value.$ref, known);
  if ('$refArray' in value) return collect(value.$refArray, known);
  return resolveV3References({ ...value }, known);
}

function follow(reference: unknown, known: ReadonlyMap<string, unknown>): unknown {
  const [alias = '', ...path] = String(reference).split('.');
  return path.reduce((at, key) => step(at, key, reference), known.get(alias));
}

/** The field of every row of a list. */
function collect(reference: unknown, known: ReadonlyMap<string, unknown>): unknown[] {
  const path = String(reference).split('.');
  const field = path.pop() ?? '';
  const rows = follow(path.join('.'), known);
  if (!Array.isArray(rows)) throw nowhere(reference);
  return rows.map((row: unknown) => step(row, field, reference));
}

function step(at: unknown, key: string, reference: unknown): unknown {
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) throw nowhere(reference);
  return Reflect.get(at, key);
}

function nowhere(reference: unknown): V3Error {
  return new V3Error('INVALIDSELECTEXCEPTION', `Path '${String(reference)}' not found in context`);
}
