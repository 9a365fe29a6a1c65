/** Whom the variables of quick replies name: never another client than the one who reads the reply. */
import { expect, test } from 'vitest';
import type { CrmCard, CrmItem } from '../../../src/portal/methods/crmItems.ts';
import type { LineEntity } from '../../../src/portal/methods/openLines.ts';
import type { Origin } from '../../../src/screens/crm/crmChat.ts';
import { variablesOf } from '../../../src/screens/crm/variablesOf.ts';

const item = (type: LineEntity['type'], id: number, more: Partial<CrmItem> = {}): CrmItem => ({
  entity: { type, id },
  title: '',
  stage: null,
  amount: null,
  personName: null,
  firstName: null,
  lastName: null,
  phone: null,
  email: null,
  contactIds: [],
  companyId: null,
  assignedId: null,
  ...more,
});
const person = (type: 'lead' | 'contact', id: number, firstName: string, lastName: string) =>
  item(type, id, { personName: `${firstName} ${lastName}`, firstName, lastName });
const clara = person('contact', 12, 'Clara', 'Weiss');
const max = person('contact', 13, 'Max', 'Weber');
const dealOf = (...contacts: CrmItem[]): CrmCard => ({
  item: item('deal', 10, { title: 'Shop', contactIds: contacts.map(({ entity }) => entity.id) }),
  contacts,
  company: null,
});
const own: Origin = { entity: { type: 'deal', id: 10 }, name: null };
const company: Origin = { entity: { type: 'company', id: 14 }, name: 'Northwind' };
const originOf = ({ entity, personName }: CrmItem): Origin => ({ entity, name: personName });
const hidden: Origin = { entity: { type: 'contact', id: 99 }, name: 'Nina Hidden' };

test.each<[string, CrmCard | null, Origin[], string, string]>([
  ['the contact whose chat it is', dealOf(max, clara), [own, originOf(clara)], 'Clara Weiss', 'Clara'],
  ['the other one', dealOf(max, clara), [originOf(max), company], 'Max Weber', 'Max'],
  ['a contact who is not read', dealOf(max), [own, hidden], 'Nina Hidden', 'Nina'],
  ['several, and none of them listed', dealOf(max, clara), [own], 'channel name', 'channel'],
  [
    'two who list the same chat',
    dealOf(max, clara),
    [originOf(max), originOf(clara)],
    'channel name',
    'channel',
  ],
  ['the only one', dealOf(max), [own], 'Max Weber', 'Max'],
  [
    'the only one who may be read',
    { ...dealOf(max, clara), contacts: [max] },
    [own],
    'channel name',
    'channel',
  ],
  ['the company’s own chat', dealOf(max), [company], 'channel name', 'channel'],
  [
    'a lead',
    { item: person('lead', 5, 'Lea', 'Lind'), contacts: [], company: null },
    [{ entity: { type: 'lead', id: 5 }, name: null }],
    'Lea Lind',
    'Lea',
  ],
  [
    'a contact’s own card',
    { item: clara, contacts: [], company: null },
    [{ ...originOf(clara), name: null }],
    'Clara Weiss',
    'Clara',
  ],
  ['no card', null, [own], 'channel name', 'channel'],
])('%s', (_what, card, origins, name, firstName) => {
  const user = { id: 1, name: 'Anna Keller' };
  const variables = variablesOf({ card, user, origins, clientName: 'channel name', language: 'en' });
  expect([variables.get('client.name'), variables.get('client.firstName')]).toEqual([name, firstName]);
});
