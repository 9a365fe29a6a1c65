/** `select` of REST 3.0: own names, and names of relations with a dot (RF 1.5, PB 1.6). */
import { V3Error } from '../../rest/errors.ts';
import { listOf } from '../values.ts';
import type { Dto } from './dto.ts';
import { quoted, unknownProperty } from './failures.ts';
import type { Row } from './filter.ts';

export interface Select {
  /** names of own fields */
  own: readonly string[];
  /** relation -> names of its fields */
  relations: Readonly<Record<string, readonly string[]>>;
}

/**
 * An unknown own name is dropped in silence, as the docs say; the portal's source of May 2026 would throw (PB 1.6).
 * @param defaults own names when nothing is selected
 * @throws V3Error INVALIDSELECT, also for a single text, or UNKNOWNDTOPROPERTY for what stands behind or before a dot
 * @throws Error for a relation whose shape is in no source: an answer would be made up
 */
export function readSelect(dto: Dto, value: unknown, defaults: readonly string[]): Select {
  if ((value ?? null) !== null && typeof value !== 'object') throw invalidSelect(value);
  const wanted = listOf(value).map((name) => {
    if (typeof name === 'string') return name;
    throw invalidSelect(name);
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
  if (dto.unimitated?.includes(relation)) {
    throw new Error(`The local portal does not imitate the relation ${JSON.stringify(name)}`);
  }
  const related = Object.hasOwn(dto.relations ?? {}, relation) ? dto.relations?.[relation] : undefined;
  if (!related) throw unknownProperty(dto, relation);
  if (!Object.hasOwn(related.fields, field)) throw unknownProperty(related, field);
  relations[relation] = [...(relations[relation] ?? []), field];
}

function invalidSelect(what: unknown): V3Error {
  return new V3Error('INVALIDSELECTEXCEPTION', `Invalid select expression "${quoted(what)}".`);
}

/** The selected part of an object; fields that are not selected are absent, not null (PB 1.6). */
export function pick(
  { own, relations }: Select,
  row: Row,
  related: Readonly<Record<string, Row | readonly Row[] | null>> = {},
): Record<string, unknown> {
  const item = choose(row, own);
  for (const [relation, names] of Object.entries(relations)) {
    const target = related[relation] ?? null;
    item[relation] = isList(target)
      ? target.map((one) => choose(one, names))
      : target && choose(target, names);
  }
  return item;
}

function isList(target: Row | readonly Row[] | null): target is readonly Row[] {
  return Array.isArray(target);
}

function choose(row: Row, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}
