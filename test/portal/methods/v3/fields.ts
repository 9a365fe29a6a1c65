/** `id` and `fields` of a REST 3.0 request (PB 1.6). */
import type { Params } from '../../rest/call.ts';
import type { ValidationItem } from '../../rest/errors.ts';
import { isRecord, listOf } from '../values.ts';
import type { Dto, FieldType } from './dto.ts';
import { invalidDto, missingField, unknownProperty, wrongType } from './failures.ts';

/**
 * A whole number that must be there. A numeric string is refused, as the docs have it (RF 11, trap 11).
 * @throws V3Error REQUESTVALIDATION
 */
export function requireInt(params: Params, name: string): number {
  const value = params[name];
  if (value === undefined || value === null) throw missingField(name);
  if (!Number.isSafeInteger(value)) throw wrongType(name, 'int');
  return Number(value);
}

/**
 * The object in `fields`, converted to the types of the dto.
 * @param action whose required fields must be there
 * @throws V3Error in the order of the portal: `fields` missing (REQUESTVALIDATION), unknown key (UNKNOWNDTOPROPERTY),
 * not convertible (REQUESTVALIDATION), required or not editable (DTOVALIDATION, all at once)
 */
export function readFields(dto: Dto, params: Params, action: string): Record<string, unknown> {
  const given = params['fields'];
  if (given === undefined || given === null) throw missingField('fields');
  // PHP makes a list of anything else, whose keys 0, 1 … are unknown fields.
  const entries = isRecord(given) ? Object.entries(given) : [...listOf(given).entries()];
  for (const [name] of entries) {
    if (!Object.hasOwn(dto.fields, name)) throw unknownProperty(dto, String(name));
  }
  const fields = Object.fromEntries(
    entries.map(([name, value]) => [name, convert(String(name), dto.fields[name]?.type, value)]),
  );
  const items = objections(dto, fields, action);
  if (items.length > 0) throw invalidDto(items);
  return fields;
}

function objections(dto: Dto, fields: Record<string, unknown>, action: string): ValidationItem[] {
  return Object.entries(dto.fields).flatMap(([field, { requiredFor, isEditable }]) => {
    const isGiven = fields[field] !== undefined && fields[field] !== null;
    if (requiredFor?.includes(action)) {
      return isGiven ? [] : [{ message: `Required field "${field}" is empty.`, field }];
    }
    // The English text is in no source (PB NOT FOUND 7).
    return isGiven && !isEditable ? [{ message: `Field "${field}" is not editable.`, field }] : [];
  });
}

/** Numeric strings pass for numbers here, unlike in filters (PB 1.6). */
function convert(field: string, type: FieldType | undefined, value: unknown): unknown {
  if (value === null || type === undefined) return value;
  const isScalar = typeof value !== 'object';
  if (type === 'int') {
    const number = isScalar && value !== '' ? Number(value) : NaN;
    if (Number.isSafeInteger(number)) return number;
  } else if (type === 'array') {
    if (!isScalar) return listOf(value);
  } else if (isScalar) {
    return type === 'bool' ? value !== '' && value !== '0' && Boolean(value) : phpText(value);
  }
  throw wrongType(field, type);
}

function phpText(value: unknown): string {
  if (typeof value === 'boolean') return value ? '1' : '';
  return String(value);
}
