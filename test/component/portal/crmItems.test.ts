/** Elements of the CRM over the SDK against a local portal. */
import { expect, test } from 'vitest';
import { anna, liam, openPortal } from '../sending/portal.ts';
import { getCard } from './oneByOne.ts';
import { failureOf } from './wild.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);

test('a deal with its contacts and company, in one request', async () => {
  const card = await getCard(rest, { type: 'deal', id: 11 });
  expect(card.item).toMatchObject({ title: 'Hafen: warehouse portal', stage: 'NEW', contactIds: [11, 12] });
  expect(card.contacts).toMatchObject([
    {
      entity: { type: 'contact', id: 11 },
      title: 'Peter Lindqvist',
      firstName: 'Peter',
      lastName: 'Lindqvist',
      phone: '+46 8 555 0111',
      email: 'peter.lindqvist@hafen.example',
    },
    { entity: { type: 'contact', id: 12 }, personName: 'Amira Haddad', email: null },
  ]);
  expect(card.company).toMatchObject({ title: 'Hafen Logistik GmbH', phone: '+49 40 555 0140' });
  expect(await portal.requestsTo('batch')).toHaveLength(1);
});

test('a deal without anybody, a contact of a company, a company, a lead', async () => {
  expect(await getCard(rest, { type: 'deal', id: 9 })).toMatchObject({ contacts: [], company: null });
  const contact = await getCard(rest, { type: 'contact', id: 11 });
  expect(contact).toMatchObject({ item: { personName: 'Peter Lindqvist' }, company: { title: /Hafen/ } });
  const company = await getCard(rest, { type: 'company', id: 14 });
  expect(company).toMatchObject({ item: { personName: null, amount: null }, contacts: [], company: null });
  expect((await getCard(rest, { type: 'lead', id: 5 })).item).toMatchObject({ personName: 'Sofia Marino' });
});

test('an amount', async () => {
  const { item } = await getCard(rest, { type: 'deal', id: 10 });
  expect(item.amount).toEqual({ value: 18_400.5, currency: 'EUR' });
});

test('an element one may not see: denied', async () => {
  const failure = await failureOf(getCard(portal.portalOf(liam).rest, { type: 'deal', id: 11 }));
  expect(failure).toMatchObject({ kind: 'denied', code: 'ACCESS_DENIED' });
});
