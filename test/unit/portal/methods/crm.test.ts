/** `crm.*` (RF 5.1 and the docs it names). */
import { describe, expect, test } from 'vitest';
import { anna, at, keysAt, liam, startTestPortal } from './support.ts';

const portal = startTestPortal();
const crm = (name: string, params: object = {}, userId = anna) => portal.v2(`crm.${name}`, params, userId);
const item = (entityTypeId: number, id: number, userId = anna) =>
  crm('item.get', { entityTypeId, id }, userId);

describe('item.get', () => {
  test('a deal: its contacts and company, numbers as numbers', async () => {
    expect((await item(2, 11)).result).toMatchObject({
      item: {
        id: 11,
        title: 'Hafen: warehouse portal',
        contactId: 11,
        contactIds: [11, 12],
        companyId: 14,
        assignedById: 1,
        entityTypeId: 2,
      },
    });
    expect((await item(2, 9)).result).toMatchObject({ item: { contactId: 0, companyId: 0, contactIds: [] } });
  });

  test('a deal: what it is worth', async () => {
    const worth = { opportunity: 18_400.5, currencyId: 'EUR' };
    expect((await item(2, 10)).result).toMatchObject({ item: worth });
    expect(keysAt((await item(3, 12)).result, 'item')).not.toContain('opportunity');
  });

  test('a contact: no title, a name, its company, phones and mail', async () => {
    const { result } = await item(3, 11);
    expect(keysAt(result, 'item')).not.toContain('title');
    expect(at(result, 'item')).toMatchObject({
      name: 'Peter',
      lastName: 'Lindqvist',
      companyId: 14,
      hasPhone: 'Y',
      hasImol: 'Y',
      fm: [
        { typeId: 'PHONE', valueType: 'WORK', value: '+46 8 555 0111' },
        { typeId: 'EMAIL', valueType: 'WORK' },
      ],
    });
  });

  test('a smart process has one, and no open line chats', async () => {
    expect((await item(128, 1)).result).toMatchObject({ item: { entityTypeId: 128, contactId: 12 } });
    const chats = { CRM_ENTITY_TYPE: 'dynamic_128', CRM_ENTITY: 1, ACTIVE_ONLY: 'N' };
    expect((await portal.v2('imopenlines.crm.chat.get', chats)).result).toEqual([]);
  });

  test.each<[string, object, number, string]>([
    ['no id', { entityTypeId: 2 }, anna, '100'],
    ['no number', { entityTypeId: 'deal', id: 7 }, anna, '100'],
    ['no such type', { entityTypeId: 130, id: 1 }, liam, 'NOT_FOUND'],
    ['no such element', { entityTypeId: 2, id: 999 }, liam, 'NOT_FOUND'],
    ['no access', { entityTypeId: 2, id: 7 }, liam, 'ACCESS_DENIED'],
  ])('RF 5.1: 400: %s', async (_what, params, userId, error) => {
    expect(await crm('item.get', params, userId)).toMatchObject({ status: 400, error });
  });
});

describe('item.list', () => {
  const ids = async (params: object, userId = anna) => {
    const items = at((await crm('item.list', params, userId)).result, 'items');
    return Array.isArray(items) ? items.map((row) => at(row, 'id')) : items;
  };

  test('filter, order, selection; only what one may read', async () => {
    expect(await ids({ entityTypeId: 2, filter: { contactId: 12 } })).toEqual([10]);
    expect(await ids({ entityTypeId: 2, filter: { '@id': [7, 10] }, order: { id: 'DESC' } })).toEqual([
      10, 7,
    ]);
    expect(await ids({ entityTypeId: 2 }, liam)).toEqual([]);
    const { body } = await crm('item.list', { entityTypeId: 3, select: ['id', 'name'], filter: { id: 12 } });
    expect(body).toMatchObject({ result: { items: [{ id: 12, name: 'Amira' }] }, total: 1 });
    expect(keysAt(body, 'result', 'items', '0')).toEqual(['id', 'name']);
  });

  test('RF 4.4: the element of a dialog by its user code, exactly', async () => {
    const { result } = await portal.v2('imopenlines.dialog.get', { CHAT_ID: 106 });
    const imol = `imol|${String(at(result, 'entity_id'))}`;
    expect(await ids({ entityTypeId: 3, filter: { '=imol': imol } })).toEqual([12]);
    for (const filter of [{ imol }, { '%imol': imol }, { '=phone': '1' }]) {
      expect(await crm('item.list', { entityTypeId: 3, filter })).toMatchObject({
        status: 400,
        error: 'INVALID_ARG_VALUE',
      });
    }
  });

  test('docs: a wrong order or type', async () => {
    for (const order of [{ phone: 'ASC' }, { id: 'up' }]) {
      expect((await crm('item.list', { entityTypeId: 2, order })).error).toBe('INVALID_ARG_VALUE');
    }
    expect((await crm('item.list', { entityTypeId: 999 })).error).toBe('NOT_FOUND');
  });
});

describe('the older methods', () => {
  test('names in capitals, strings; null for no relation', async () => {
    expect((await crm('deal.get', { id: 10 })).result).toMatchObject({
      ID: '10',
      TITLE: 'Haddad: online shop',
      CONTACT_ID: '12',
      COMPANY_ID: null,
    });
    expect((await crm('contact.get', { ID: '3' })).result).toMatchObject({
      NAME: 'Clara',
      COMPANY_ID: '2',
      HAS_PHONE: 'Y',
      PHONE: [{ VALUE: '+49 30 555 0103', TYPE_ID: 'PHONE' }, { VALUE_TYPE: 'WORK' }],
    });
    expect((await crm('lead.get', { id: 5 })).result).toMatchObject({ NAME: 'Sofia' });
    expect(keysAt((await crm('company.get', { id: 4 })).result)).not.toContain('PHONE');
  });

  test.each<[string, object, number, string]>([
    ['no id', {}, anna, 'ID is not defined or invalid.'],
    ['not there', { id: 999 }, anna, 'Not found'],
    ['no access', { id: 7 }, liam, 'Access denied.'],
  ])('docs: 400 with an empty code: %s', async (_what, params, userId, text) => {
    const { status, body } = await crm('deal.get', params, userId);
    expect({ status, body }).toEqual({ status: 400, body: { error: '', error_description: text } });
  });

  test('deal.contact.items.get: the main one first', async () => {
    expect((await crm('deal.contact.items.get', { id: 11 })).result).toMatchObject([
      { CONTACT_ID: 11, IS_PRIMARY: 'Y', ROLE_ID: 0 },
      { CONTACT_ID: 12, IS_PRIMARY: 'N' },
    ]);
    expect((await crm('deal.contact.items.get', { id: 9 })).result).toEqual([]);
    expect((await crm('contact.company.items.get', { id: 11 })).result).toMatchObject([{ COMPANY_ID: 14 }]);
    expect(await crm('deal.contact.items.get')).toMatchObject({ status: 400, error: '' });
    expect(await crm('deal.contact.items.get', { id: 999 })).toMatchObject({ status: 400, error: '' });
    expect(await crm('deal.contact.items.get', { id: 7 }, liam)).toMatchObject({
      status: 403,
      error: 'ACCESS_DENIED',
    });
  });
});
