/** Form and query text as PHP reads it: `a[b][]=c` nests, later values win, lists are the keys 0, 1, 2 … */
import qs from 'qs';
import type { Params } from '../rest/call.ts';

/** PHP's own limit of nesting; the one of variables is raised by Bitrix24. */
const maxDepth = 64;
const maxVariables = 10_000;

export function parseForm(text: string): Params {
  const parsed = qs.parse(text, {
    depth: maxDepth,
    parameterLimit: maxVariables,
    duplicates: 'last',
    // Keys stay keys here, so that gaps are not closed as qs would (`a[1]=x` is no list in PHP); lists come below.
    arrayLimit: 0,
    plainObjects: true,
  });
  return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, withLists(value)]));
}

function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const);
  const isList = entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}
