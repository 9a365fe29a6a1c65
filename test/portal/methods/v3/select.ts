/** `select` of REST 3.0: own names, and names of relations with a dot (RF 1.5, PB 1.6). */
import { V3Error } from '../../rest/errors.ts';
import { listOf } from '../values.ts';
import type { Dto } from './dto.ts';
import { quoted, unknownProperty } from './failures.ts';

export interface Select {
  /** names of own fields */
  own: readonly string[];
  /** relation -> names of its fields */
  relations: Readonly<Record<string, readonly string[]>>;
}

/**
 * An unknown own name is dropped in silence, as the docs say; the portal's source of May 2026 would throw (PB 1.6).
 * @param defaults own names when nothing is selected
 * @throws V3Error INVALIDSELECT, or UNKNOWNDTOPROPERTY for what stands behind or before a dot
 */
export function readSelect(dto: Dto, value: unknown, defaults: readonly string[]): Select {
  const wanted = listOf(value).map((name) => {
    if (typeof name === 'string') return name;
    throw new V3Error('INVALIDSELECTEXCEPTION', `Invalid select expression "${quoted(name)}".`);
  });
  if (wanted.length === 0) return { own: defaults, relations: {} };
  const relations: Record<string, string[]> = {};
  for (const name of wanted.filter((entry) => entry.includes('.'))) addRelated(dto, name, relations);
  return { own: wanted.filter((name) => Object.hasOwn(dto.fields, name)), relations };
}

function addRelated(dto: Dto, name: string, relations: Record<string, string[]>): void {
  const dot = name.indexOf('.');
  const relation = name.slice(0, dot);
  const field = name.slice(dot + 1);
  const related = Object.hasOwn(dto.relations ?? {}, relation) ? dto.relations?.[relation] : undefined;
  if (!related) throw unknownProperty(dto, relation);
  if (!Object.hasOwn(related.fields, field)) throw unknownProperty(related, field);
  relations[relation] = [...(relations[relation] ?? []), field];
}

/** The selected part of an object; fields that are not selected are absent, not null (PB 1.6). */
export function pick(
  { own, relations }: Select,
  row: Readonly<Record<string, unknown>>,
  related: Readonly<Record<string, Readonly<Record<string, unknown>> | null>> = {},
): Record<string, unknown> {
  const item = choose(row, own);
  for (const [relation, names] of Object.entries(relations)) {
    const target = related[relation];
    item[relation] = target ? choose(target, names) : null;
  }
  return item;
}

function choose(row: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}
