/** Reading parameters the way PHP does: numbers may be strings, lists may be objects with numeric keys. */
import type { Params } from '../rest/call.ts';

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The members of a list; a single value is a list of one, nothing is an empty one. */
export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value as unknown[];
  return isRecord(value) ? Object.values(value) : [value];
}

/** PHP's `intval`: the digits a text begins with, else 0. */
export function intOf(value: unknown): number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : 0;
  const digits = typeof value === 'string' ? /^\s*[+-]?\d+/.exec(value) : null;
  return digits ? Number(digits[0]) : 0;
}

/** A scalar as text, else an empty one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The methods of `im` and `user.get` take their parameters in any case (PB 4). */
export function upperKeys(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key.toUpperCase(), value]));
}

/** PHP's `empty`: nothing, `""`, `"0"`, 0, false and empty lists. */
export function isEmpty(value: unknown): boolean {
  if (!value || value === '0') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
