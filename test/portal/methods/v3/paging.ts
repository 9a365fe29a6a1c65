/** `order` and `pagination` of REST 3.0 (RF 1.5, PB 1.6). */
import { V3Error } from '../../rest/errors.ts';
import { isRecord, listOf } from '../values.ts';
import type { Dto } from './dto.ts';
import { lacksAttribute, quoted, unknownProperty } from './failures.ts';
import { compare, type Row } from './filter.ts';

/**
 * `{"id":"DESC"}` as a comparison for `sort`; by id ascending when there is none.
 * @throws V3Error INVALIDORDER (also for a list), UNKNOWNDTOPROPERTY, REQUESTVALIDATION (not sortable)
 */
export function readOrder(dto: Dto, value: unknown): (left: Row, right: Row) => number {
  if (!isRecord(value) && listOf(value).length > 0) throw invalidOrder(listOf(value)[0]);
  const rules = Object.entries(isRecord(value) ? value : {}).map(([field, direction]) => {
    const known = Object.hasOwn(dto.fields, field) ? dto.fields[field] : undefined;
    if (!known) throw unknownProperty(dto, field);
    if (!known.isSortable) throw lacksAttribute(dto, field, 'Sortable');
    const name = typeof direction === 'string' ? direction.toUpperCase() : '';
    if (name !== 'ASC' && name !== 'DESC') throw invalidOrder(direction);
    return { field, sign: name === 'ASC' ? 1 : -1 };
  });
  return (left, right) => {
    for (const { field, sign } of [...rules, { field: 'id', sign: 1 }]) {
      const difference = compare(left[field] ?? null, right[field] ?? null);
      if (difference !== 0) return difference * sign;
    }
    return 0;
  };
}

export interface Page {
  /** rows, default 50, at most 1000 */
  limit: number;
  offset: number;
}

/**
 * `page` counts from 1 and wins over `offset`. Numeric strings will do.
 * @throws V3Error INVALIDPAGINATION for what is no object, for what is no number or a negative one, and for `limit: 0`
 */
export function readPagination(value: unknown): Page {
  // An empty list is an empty object to PHP.
  if (!isRecord(value) && (!Array.isArray(value) || value.length > 0) && (value ?? null) !== null) {
    throw invalidPagination(value);
  }
  const given = isRecord(value) ? value : {};
  const limit = numberIn(given, 'limit') ?? 50;
  if (limit === 0) throw invalidPagination({ limit: given['limit'] });
  const page = numberIn(given, 'page');
  const size = Math.min(limit, 1000);
  const offset = page === undefined ? (numberIn(given, 'offset') ?? 0) : (Math.max(page, 1) - 1) * size;
  return { limit: size, offset };
}

function numberIn(given: Record<string, unknown>, name: string): number | undefined {
  const value = given[name];
  if (value === undefined || value === null) return undefined;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number < 0)
    throw invalidPagination({ [name]: value });
  return Math.trunc(number);
}

function invalidOrder(order: unknown): V3Error {
  return new V3Error('INVALIDORDEREXCEPTION', `Invalid sort order "${quoted(order)}".`);
}

function invalidPagination(page: unknown): V3Error {
  return new V3Error('INVALIDPAGINATIONEXCEPTION', `Invalid pagination parameter "${quoted(page)}".`);
}
