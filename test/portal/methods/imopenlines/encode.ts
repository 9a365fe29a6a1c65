/** How the open lines write the keys of their answers (PB 3, RF 4.2). */
import { isRecord } from '../values.ts';

/**
 * All keys in lower case, and only then each part after a `_` with a capital: `FILE_ID` becomes `fileId`, but
 * `senderId` becomes `senderid`. An empty map becomes a list, as in PHP.
 */
export function encodeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(encodeKeys);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [encodeKey(key), encodeKeys(inner)]);
  return entries.length === 0 ? [] : Object.fromEntries(entries);
}

function encodeKey(key: string): string {
  const [first = '', ...rest] = key.toLowerCase().split('_');
  return [first, ...rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1))].join('');
}
