/** Elements of the CRM, as far as a conversation with a client needs them: titles, names, and who belongs to whom. */
import * as v from 'valibot';
import { PortalError } from '../errors.ts';
import type { RestCommand } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';
import type { EntityReference, LineEntity } from './openLines.ts';

export interface CrmItem {
  entity: LineEntity;
  /** of a contact: its name; '' when there is none */
  title: string;
  /** the portal's own code of the stage, such as `NEW` or `C2:WON`; null where there is none */
  stage: string | null;
  amount: { value: number; currency: string } | null;
  /** of a lead or a contact: first and last name; null when there is neither */
  personName: string | null;
  firstName: string | null;
  lastName: string | null;
  phone: string | null;
  email: string | null;
  /** the main one first */
  contactIds: number[];
  companyId: number | null;
  /** the person responsible */
  assignedId: number | null;
}

/** A card with those it is about, as far as this person may see them. */
export interface CrmCard {
  item: CrmItem;
  contacts: CrmItem[];
  company: CrmItem | null;
  /** why a contact or the company is missing that this person may well see; left out: none is */
  relativeProblem?: PortalError;
}

const typeIds: Readonly<Record<LineEntity['type'], number>> = { lead: 1, deal: 2, contact: 3, company: 4 };

/** `crm.item.get` (v2, scope `crm`, RF 5.1). @param entity its id may be a reference within a batch */
export function crmItemCommand({ type, id }: EntityReference): RestCommand {
  return { method: 'crm.item.get', parameters: { entityTypeId: typeIds[type], id } };
}

const words = v.fallback(
  v.pipe(
    v.string(),
    v.trim(),
    v.transform((text) => text || null),
  ),
  null,
);
const id = v.fallback(wireNumber, 0);
const multifield = v.looseObject({ typeId: v.string(), value: v.string() });
const item = v.looseObject({
  title: words,
  name: words,
  lastName: words,
  stageId: words,
  statusId: words,
  opportunity: v.fallback(
    v.nullable(v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.finite())),
    null,
  ),
  currencyId: words,
  phone: words,
  email: words,
  fm: v.fallback(v.array(v.unknown()), []),
  contactId: id,
  contactIds: v.fallback(v.array(v.unknown()), []),
  companyId: id,
  assignedById: id,
});

/** @throws PortalError 'malformed' */
export function readCrmItem(entity: LineEntity, result: unknown): CrmItem {
  const { item: row } = read('crm.item.get', v.looseObject({ item }), result);
  const isPerson = entity.type === 'lead' || entity.type === 'contact';
  const personName = isPerson ? [row.name, row.lastName].filter((name) => name !== null).join(' ') : '';
  const contactIds = row.contactIds.flatMap((value) => {
    const number = v.safeParse(wireNumber, value);
    return number.success && number.output > 0 ? [number.output] : [];
  });
  return {
    entity,
    title: row.title ?? personName,
    stage: row.stageId ?? row.statusId,
    amount:
      row.opportunity !== null && row.currencyId !== null
        ? { value: row.opportunity, currency: row.currencyId }
        : null,
    personName: personName || null,
    firstName: isPerson ? row.name : null,
    lastName: isPerson ? row.lastName : null,
    phone: row.phone ?? firstOf('PHONE', row.fm),
    email: row.email ?? firstOf('EMAIL', row.fm),
    contactIds: contactIds.length === 0 && row.contactId > 0 ? [row.contactId] : contactIds,
    companyId: row.companyId > 0 ? row.companyId : null,
    assignedId: row.assignedById > 0 ? row.assignedById : null,
  };
}

/** Phones and mail as `fm`, a row each (RF 5.1). */
function firstOf(type: 'PHONE' | 'EMAIL', rows: readonly unknown[]): string | null {
  for (const row of rows) {
    const answer = v.safeParse(multifield, row);
    if (answer.success && answer.output.typeId === type && answer.output.value !== '')
      return answer.output.value;
  }
  return null;
}

/**
 * More contacts than this are not looked at: their chats, two commands each, leave room in the one batch of a reading of
 * the list for a dozen chats.
 */
const mostContacts = 10;

/** Contacts of the card that were not looked at. */
export function contactsLeftOut({ item: { contactIds } }: CrmCard): number {
  return Math.max(0, contactIds.length - mostContacts);
}

/** The commands of `readCard`, to stand in a batch with others; their names begin with `card`. */
export function cardCommands(entity: LineEntity): Record<string, RestCommand> {
  const commands: Record<string, RestCommand> = { card: crmItemCommand(entity) };
  if (entity.type === 'company') return commands;
  commands['cardCompany'] = crmItemCommand({ type: 'company', id: '$result[card][item][companyId]' });
  if (entity.type === 'contact') return commands;
  // Where there is no such contact the reference leaves nothing behind, and that command fails by itself.
  for (let place = 0; place < mostContacts; place += 1) {
    const reference = `$result[card][item][contactIds][${place}]`;
    commands[`cardContact${place}`] = crmItemCommand({ type: 'contact', id: reference });
  }
  return commands;
}

/**
 * @param answer the reader of the batch that `cardCommands` stood in
 * @throws PortalError where the element itself cannot be read; 'denied' when the person may not see it
 */
export function readCard(entity: LineEntity, answer: (name: string) => unknown): CrmCard {
  const own = readCrmItem(entity, answer('card'));
  const contactIds = entity.type === 'lead' || entity.type === 'deal' ? own.contactIds : [];
  const companyId = entity.type === 'company' ? null : own.companyId;
  const problems: PortalError[] = [];
  // One that cannot be read must not hide the others.
  const readRelative = (relative: LineEntity, name: string) => {
    try {
      return readIfAllowed(relative, () => answer(name));
    } catch (failure) {
      if (!(failure instanceof PortalError)) throw failure;
      problems.push(failure);
      return null;
    }
  };
  const contacts = contactIds
    .slice(0, mostContacts)
    .map((id, place) => readRelative({ type: 'contact', id }, `cardContact${place}`));
  const company = companyId === null ? null : readRelative({ type: 'company', id: companyId }, 'cardCompany');
  const [relativeProblem] = problems;
  return {
    item: own,
    contacts: contacts.filter((contact) => contact !== null),
    company,
    ...(relativeProblem && { relativeProblem }),
  };
}

/** There is no such element, or not for this person: nothing that another try would change. */
export function isOutOfReach({ kind, code }: PortalError): boolean {
  return kind === 'denied' || kind === 'notFound' || code === 'NOT_FOUND';
}

/** All refusals have status 400 (RF 5.1). */
function readIfAllowed(entity: LineEntity, answer: () => unknown): CrmItem | null {
  try {
    return readCrmItem(entity, answer());
  } catch (failure) {
    if (failure instanceof PortalError && isOutOfReach(failure)) return null;
    throw failure;
  }
}
