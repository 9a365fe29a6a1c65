/**
 * The older CRM methods, scope `crm` (RF 5.1, docs `crm-deal-get.md`, `crm-deal-contact-items-get.md`): names in
 * capitals, all values strings; refusals are 400 with an empty code.
 */
import type { Call, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { portalDate } from '../world/clock.ts';
import { mayReadCrm } from '../world/rights.ts';
import type { CrmEntity } from '../world/types.ts';
import { contactIdsOf, findEntity, hasMultifields, hasPerson, multifieldsOf } from './crm/entities.ts';
import { intOf, upperKeys } from './values.ts';

const crm = (name: string, handle: V2Method['handle']): V2Method => ({
  name: `crm.${name}`,
  scopes: ['crm'],
  handle,
});

export const crmClassic: V2Method[] = [
  crm('lead.get', (call) => fieldsOf(open(call, 'lead'))),
  crm('deal.get', (call) => fieldsOf(open(call, 'deal'))),
  crm('contact.get', (call) => fieldsOf(open(call, 'contact'))),
  crm('company.get', (call) => fieldsOf(open(call, 'company'))),
  crm('deal.contact.items.get', (call) => bindings('CONTACT_ID', contactIdsOf(bound(call, 'deal')))),
  crm('contact.company.items.get', (call) => {
    const { companyId } = bound(call, 'contact');
    return bindings('COMPANY_ID', companyId === undefined ? [] : [companyId]);
  }),
];

function open({ world, user, params }: Call, type: CrmEntity['type']): CrmEntity {
  const id = intOf(upperKeys(params)['ID']);
  if (id <= 0) throw new V2Error('', 'ID is not defined or invalid.');
  const entity = findEntity(world, type, id);
  if (!entity) throw new V2Error('', 'Not found');
  if (!mayReadCrm(world, user, entity)) throw new V2Error('', 'Access denied.');
  return entity;
}

/** The lists of relations tell one without the right to the element by another code, with 403 (PB 1.4). */
function bound({ world, user, params }: Call, type: CrmEntity['type']): CrmEntity {
  const id = intOf(upperKeys(params)['ID']);
  if (id <= 0) throw new V2Error('', 'The parameter ownerEntityID is invalid or not defined.');
  const entity = findEntity(world, type, id);
  if (!entity) throw new V2Error('', 'Not found.');
  if (!mayReadCrm(world, user, entity)) throw new V2Error('ACCESS_DENIED', 'Access denied!', 403);
  return entity;
}

/** Numbers here. */
function bindings(name: string, ids: readonly number[]): unknown {
  return ids.map((id, index) => ({
    [name]: id,
    SORT: (index + 1) * 10,
    ROLE_ID: 0,
    IS_PRIMARY: index === 0 ? 'Y' : 'N',
  }));
}

function fieldsOf(entity: CrmEntity): Record<string, unknown> {
  const { id, type, title, assignedById, companyId, contactId } = entity;
  const made = portalDate(Date.now() - 30 * 86_400_000);
  const link = (to: number | undefined) => (to === undefined ? null : String(to));
  return {
    ID: String(id),
    ...(type === 'contact' ? {} : { TITLE: title }),
    ...(hasPerson(entity)
      ? { NAME: entity.firstName ?? null, SECOND_NAME: null, LAST_NAME: entity.lastName ?? null }
      : {}),
    ...(type === 'company' ? {} : { COMPANY_ID: link(companyId) }),
    ...(type === 'deal' || type === 'lead' ? { CONTACT_ID: link(contactId) } : {}),
    ASSIGNED_BY_ID: String(assignedById),
    CREATED_BY_ID: '1',
    DATE_CREATE: made,
    DATE_MODIFY: made,
    OPENED: 'Y',
    COMMENTS: null,
    ...(hasMultifields(entity) ? multifields(entity) : {}),
  };
}

/** A kind without values is left out. */
function multifields(entity: CrmEntity): Record<string, unknown> {
  const rows = multifieldsOf(entity);
  const of = (kind: string) =>
    rows
      .filter(({ typeId }) => typeId === kind)
      .map(({ id, valueType, value, typeId }) => ({
        ID: String(id),
        VALUE_TYPE: valueType,
        VALUE: value,
        TYPE_ID: typeId,
      }));
  const [phones, emails] = [of('PHONE'), of('EMAIL')];
  return {
    HAS_PHONE: phones.length > 0 ? 'Y' : 'N',
    HAS_EMAIL: emails.length > 0 ? 'Y' : 'N',
    ...(phones.length > 0 ? { PHONE: phones } : {}),
    ...(emails.length > 0 ? { EMAIL: emails } : {}),
  };
}
