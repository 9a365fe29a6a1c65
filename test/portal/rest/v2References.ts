/** `$result[key][path]` in the commands of a classic batch (PB 1.5). */
import type { Params } from './call.ts';

const reference = /\$result((?:\[[^\]]*\])+)/g;

/**
 * Replaces references in every value, however deep. A value that is nothing but a reference becomes what it points
 * at; inside other text only plain values appear, and what points nowhere leaves nothing behind.
 */
export function resolveReferences(params: Params, results: Readonly<Record<string, unknown>>): Params {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, resolve(value, results)]));
}

function resolve(value: unknown, results: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(value)) return value.map((inner) => resolve(inner, results));
  if (typeof value === 'object' && value !== null) return resolveReferences({ ...value }, results);
  if (typeof value !== 'string') return value;
  const whole = /^\$result((?:\[[^\]]*\])+)$/.exec(value)?.[1];
  if (whole !== undefined) return pointedAt(whole, results) ?? null;
  return value.replaceAll(reference, (_found, path: string) => asText(pointedAt(path, results)));
}

function pointedAt(path: string, results: unknown): unknown {
  return path
    .slice(1, -1)
    .split('][')
    .reduce<unknown>((at, key) => {
      if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
      return Reflect.get(at, key);
    }, results);
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
