/** `crm.item.get` and `.list`, scope `crm` (RF 5.1): camelCase, numbers are numbers, flags `Y` and `N`. */
import { Paged, type Call, type Params, type V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { portalDate } from '../world/clock.ts';
import { mayReadCrm } from '../world/rights.ts';
import type { CrmEntity, World } from '../world/types.ts';
import {
  contactIdsOf,
  entityTypeIds,
  findEntity,
  hasMultifields,
  hasPerson,
  multifieldsOf,
  typeOf,
  userCodesOf,
} from './crm/entities.ts';
import { matchesFilter } from './v2/filter.ts';
import { pageOf } from './v2/paging.ts';
import { intOf, isRecord, listOf, textOf } from './values.ts';

export const crmItems: V2Method[] = [
  { name: 'crm.item.get', scopes: ['crm'], handle: getItem },
  { name: 'crm.item.list', scopes: ['crm'], handle: listItems },
];

/** All refusals are 400: the type, the element, the right to it, in this order. */
function getItem({ world, user, params }: Call): unknown {
  const id = requireInt(params, 'id');
  const type = readType(params);
  const entity = findEntity(world, type, id);
  if (!entity) throw new V2Error('NOT_FOUND', 'Element not found');
  if (!mayReadCrm(world, user, entity)) {
    throw new V2Error('ACCESS_DENIED', 'You do not have permission to view this item');
  }
  return { item: itemOf(world, entity) };
}

/** Only what the caller may read. */
function listItems({ world, user, params }: Call): unknown {
  const type = readType(params);
  const filter = isRecord(params['filter']) ? params['filter'] : {};
  const order = Object.entries(isRecord(params['order']) ? params['order'] : {});
  for (const key of Object.keys(filter)) checkFilter(key);
  for (const [field, direction] of order) checkOrder(field, direction);
  const names = listOf(params['select']).map(textOf);
  const has = (name: string) =>
    names.length === 0 || names.includes('*') || name === 'id' || names.includes(name);
  const rows = world.crm
    .filter((entity) => entity.type === type && mayReadCrm(world, user, entity))
    .map((entity) => ({ item: itemOf(world, entity), row: rowOf(world, entity) }))
    .filter(({ row }) => matchesFilter(row, filter))
    .sort((left, right) => compare(left.row, right.row, order));
  const page = pageOf(rows, params['start']);
  const items = page.rows.map(({ item }) =>
    Object.fromEntries(Object.entries(item).filter(([name]) => has(name))),
  );
  return new Paged({ items }, page);
}

/** What one may filter and sort by, in small letters as in capitals. */
function rowOf(world: World, entity: CrmEntity): Record<string, unknown> {
  return {
    ID: entity.id,
    TITLE: entity.title,
    NAME: entity.firstName ?? '',
    LASTNAME: entity.lastName ?? '',
    ASSIGNEDBYID: entity.assignedById,
    COMPANYID: entity.companyId ?? 0,
    CONTACTID: entity.contactId ?? 0,
    CONTACTIDS: contactIdsOf(entity),
    IMOL: userCodesOf(world, entity),
  };
}

const filterable = /^(?:id|title|name|lastName|assignedById|companyId|contactId|contactIds)$/;

/** RF 4.4: `imol` by exact `=imol` only. */
function checkFilter(key: string): void {
  const field = key.replace(/^[^a-z]+/i, '');
  if (key === '=imol' || (field !== 'imol' && filterable.test(field))) return;
  throw new V2Error('INVALID_ARG_VALUE', `Invalid filter: field '${field}' is not allowed in filter`);
}

function checkOrder(field: string, direction: unknown): void {
  if (!filterable.test(field)) {
    throw new V2Error('INVALID_ARG_VALUE', `Invalid order: field '${field}' is not allowed in order`);
  }
  const sign = textOf(direction).toUpperCase();
  if (sign === 'ASC' || sign === 'DESC') return;
  const text = `Invalid order: allowed sort directions are \`ASC, DESC\`. But got '${sign}' for field '${field}'`;
  throw new V2Error('INVALID_ARG_VALUE', text);
}

function itemOf(world: World, entity: CrmEntity): Record<string, unknown> {
  const { id, type, title, assignedById, companyId = 0, contactId = 0 } = entity;
  const flag = (is: boolean) => (is ? 'Y' : 'N');
  const fields = multifieldsOf(entity);
  const first = (kind: string) => fields.find(({ typeId }) => typeId === kind)?.value ?? '';
  const made = portalDate(Date.now() - 30 * 86_400_000);
  return {
    id,
    createdTime: made,
    updatedTime: made,
    createdBy: 1,
    updatedBy: 1,
    assignedById,
    opened: 'Y',
    companyId,
    // RF 5.1: a contact has no title.
    ...(type === 'contact' ? {} : { title, contactId, contactIds: contactIdsOf(entity), stageId: 'NEW' }),
    ...(type === 'lead' || type === 'deal'
      ? { opportunity: entity.opportunity ?? 0, isManualOpportunity: 'N', currencyId: 'EUR' }
      : {}),
    ...(hasPerson(entity)
      ? { name: entity.firstName ?? null, secondName: null, lastName: entity.lastName ?? null }
      : {}),
    ...(hasMultifields(entity)
      ? {
          hasPhone: flag(first('PHONE') !== ''),
          hasEmail: flag(first('EMAIL') !== ''),
          hasImol: flag(userCodesOf(world, entity).length > 0),
          imol: '',
          phone: first('PHONE'),
          phoneWork: first('PHONE'),
          email: first('EMAIL'),
          emailWork: first('EMAIL'),
          fm: fields,
        }
      : {}),
    observers: [],
    entityTypeId: entityTypeIds.get(type),
  };
}

/** @throws V2Error 400 `NOT_FOUND` for a type that is not there (docs: "SPA not found") */
function readType(params: Params): CrmEntity['type'] {
  const type = typeOf(requireInt(params, 'entityTypeId'));
  if (!type) throw new V2Error('NOT_FOUND', 'SPA not found');
  return type;
}

/** As every controller of the portal binds its parameters. @throws V2Error 400 `100` */
function requireInt(params: Params, name: string): number {
  const value = params[name] ?? null;
  if (value === null) throw new V2Error('100', `Could not find value for parameter {${name}}`);
  if (/^-?\d+$/.test(textOf(value))) return intOf(value);
  throw new V2Error('100', `Invalid value to match with parameter {${name}}. Should be value of type int.`);
}

function compare(
  left: Record<string, unknown>,
  right: Record<string, unknown>,
  order: ReadonlyArray<[string, unknown]>,
): number {
  for (const [name, direction] of [...order, ['id', 'ASC'] as const]) {
    const [first, second] = [left, right].map((row) => textOf(row[name.toUpperCase()]));
    const difference = (first ?? '').localeCompare(second ?? '', 'en', { numeric: true });
    if (difference !== 0) return /^desc/i.test(textOf(direction)) ? -difference : difference;
  }
  return 0;
}
