/** CRM elements as REST tells of them: their type numbers, relations and multifields (RF 5.1). */
import { sessionsOf } from '../../world/sessions.ts';
import { lastSession } from '../../world/lineStates.ts';
import type { CrmEntity, World } from '../../world/types.ts';

/** `entityTypeId`; of the other types the local portal has none */
export const entityTypeIds: ReadonlyMap<CrmEntity['type'], number> = new Map([
  ['lead', 1],
  ['deal', 2],
  ['contact', 3],
  ['company', 4],
  ['dynamic_128', 128],
]);

export function typeOf(entityTypeId: number): CrmEntity['type'] | undefined {
  return [...entityTypeIds].find(([, id]) => id === entityTypeId)?.[0];
}

export function findEntity(world: World, type: CrmEntity['type'], id: number): CrmEntity | undefined {
  return world.crm.find((entity) => entity.type === type && entity.id === id);
}

/** The contacts of an element, the main one first. */
export function contactIdsOf({ contactId, contactIds }: CrmEntity): number[] {
  return contactIds ?? (contactId === undefined ? [] : [contactId]);
}

/** People, and companies, have phones and mail; deals and smart processes have not. */
export const hasMultifields = ({ type }: CrmEntity) => ['lead', 'contact', 'company'].includes(type);
export const hasPerson = ({ type }: CrmEntity) => type === 'lead' || type === 'contact';

export interface Multifield {
  id: number;
  typeId: 'PHONE' | 'EMAIL';
  valueType: 'WORK';
  value: string;
}

export function multifieldsOf(entity: CrmEntity): Multifield[] {
  const { phones = [], emails = [] } = entity;
  const rows = [
    ...phones.map((value) => ({ typeId: 'PHONE', value }) as const),
    ...emails.map((value) => ({ typeId: 'EMAIL', value }) as const),
  ];
  return rows.map(({ typeId, value }, index) => ({
    id: entity.id * 10 + index + 1,
    typeId,
    valueType: 'WORK',
    value,
  }));
}

/** `imol|` and the user codes of the chats that are linked to it (RF 4.4). */
export function userCodesOf(world: World, entity: CrmEntity): string[] {
  const chatIds = new Set(sessionsOf(world, entity).map(({ chatId }) => chatId));
  return [...chatIds].flatMap((id) => {
    const chat = lastSession(world, id) && world.chats.get(id);
    return chat ? [`imol|${chat.entityId}`] : [];
  });
}
