/** `filter` of REST 3.0, read into a test for rows (RF 1.5, PB 1.6). */
import { V3Error } from '../../rest/errors.ts';
import { isRecord, listOf, textOf } from '../values.ts';
import type { Dto, FieldType } from './dto.ts';
import { invalidRequest, lacksAttribute, quoted, unknownProperty, wrongType } from './failures.ts';

export type Row = Readonly<Record<string, unknown>>;
type RowTest = (row: Row) => boolean;
type OnEqual = (field: string, value: unknown) => void;

const operators: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '>': (left, right) => compare(left, right) > 0,
  '>=': (left, right) => compare(left, right) >= 0,
  '<': (left, right) => compare(left, right) < 0,
  '<=': (left, right) => compare(left, right) <= 0,
  in: (left, right) => listOf(right).includes(left),
  between: (left, right) => {
    const [from, to] = listOf(right);
    return compare(left, from) >= 0 && compare(left, to) <= 0;
  },
};

/**
 * Forms: `[field, value]`, `[field, operator, value]`, a list of those (AND), `{logic, conditions, negative}`.
 * @param required fields for which a plain `=` must be among the conditions (RF 2.5)
 * @throws V3Error INVALIDFILTER, UNKNOWNFILTEROPERATOR, UNKNOWNDTOPROPERTY, REQUESTVALIDATION,
 * REQUESTFILTERVALIDATION
 */
export function readFilter(dto: Dto, value: unknown, required: readonly string[] = []): RowTest {
  return readFirmFilter(dto, value, required).test;
}

/** The same, with the values that plain equalities hold fast: field -> value. @throws as `readFilter` */
export function readFirmFilter(
  dto: Dto,
  value: unknown,
  required: readonly string[],
): { test: RowTest; equals: ReadonlyMap<string, unknown> } {
  const equals = new Map<string, unknown>();
  const test = readGroup(dto, value ?? [], (field, fixed) => equals.set(field, fixed));
  const missing = required.filter((field) => !equals.has(field));
  if (missing.length > 0) throw missingConditions(missing);
  return { test, equals };
}

function readGroup(dto: Dto, value: unknown, onEqual: OnEqual): RowTest {
  if (Array.isArray(value)) return readList(dto, value as unknown[], onEqual);
  if (!isRecord(value) || !('conditions' in value)) throw invalidFilter(value);
  const { logic = 'and', negative = false } = value;
  if (logic !== 'and' && logic !== 'or') throw invalidFilter({ logic });
  if (typeof negative !== 'boolean') throw invalidFilter({ negative });
  // Inside an OR or a NOT an equality holds nothing fast.
  const isFirm = logic === 'and' && !negative;
  const tests = listOf(value['conditions']).map((part) => readGroup(dto, part, isFirm ? onEqual : () => {}));
  const whole: RowTest = (row) =>
    logic === 'or' ? tests.some((test) => test(row)) : tests.every((test) => test(row));
  return negative ? (row) => !whole(row) : whole;
}

function readList(dto: Dto, parts: unknown[], onEqual: OnEqual): RowTest {
  if (parts.length === 0) return () => true;
  if (typeof parts[0] === 'object') {
    const tests = parts.map((part) => readGroup(dto, part, onEqual));
    return (row) => tests.every((test) => test(row));
  }
  const [field, second, third] = parts;
  if (parts.length === 2)
    return readCondition(dto, field, Array.isArray(second) ? 'in' : '=', second, onEqual);
  if (parts.length === 3) return readCondition(dto, field, second, third, onEqual);
  throw invalidFilter(parts);
}

function readCondition(
  dto: Dto,
  field: unknown,
  operator: unknown,
  value: unknown,
  onEqual: OnEqual,
): RowTest {
  const holds =
    typeof operator === 'string' && Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (!holds) {
    throw new V3Error('UNKNOWNFILTEROPERATOREXCEPTION', `Unknown filter operator "${quoted(operator)}".`);
  }
  if (typeof field !== 'string') throw invalidFilter(field);
  const known = Object.hasOwn(dto.fields, field) ? dto.fields[field] : undefined;
  if (!known) throw unknownProperty(dto, field);
  if (!known.isFilterable) throw lacksAttribute(dto, field, 'Filterable');
  const takesList = operator === 'in' || operator === 'between';
  if (takesList !== Array.isArray(value)) throw invalidFilter(value);
  if (operator === 'between' && listOf(value).length !== 2) throw invalidFilter(value);
  // Unlike in `fields`, "8" is no int (PB 1.6).
  for (const single of takesList ? listOf(value) : [value]) {
    if (single !== null && !isOfType[known.type](single)) throw wrongType(field, known.type);
  }
  if (operator === '=') onEqual(field, value);
  return (row) => holds(row[field] ?? null, value);
}

const isOfType: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  int: (value) => Number.isSafeInteger(value),
  bool: (value) => typeof value === 'boolean',
  array: (value) => Array.isArray(value),
  string: (value) => typeof value === 'string',
  DateTime: (value) => typeof value === 'string',
};

/** Numbers by size, texts (dates among them) by their letters; null comes first. */
export function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [first, second] = [textOf(left), textOf(right)];
  return first < second ? -1 : Number(first !== second);
}

function invalidFilter(filter: unknown): V3Error {
  return new V3Error('INVALIDFILTEREXCEPTION', `Invalid filter "${quoted(filter)}".`);
}

/** An absent filter is the request's fault, a filter without the condition the filter's (PB 2.2). */
function missingConditions(fields: readonly string[]): V3Error {
  const items = fields.map((field) => ({
    message: `The filter must have a condition for the field "${field}".`,
    field: `filter.${field}`,
  }));
  const { message } = invalidRequest();
  return new V3Error('VALIDATION_REQUESTFILTERVALIDATIONEXCEPTION', message, 400, items);
}
