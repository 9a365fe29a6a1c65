/** The readers of open lines and of the CRM on the documented samples (RF 4.1, 4.2, 5.1) and on what portals send too. */
import { describe, expect, test } from 'vitest';
import { readCrmItem } from '../../../src/portal/methods/crmItems.ts';
import { readMessages } from '../../../src/portal/methods/dialogMessages.ts';
import { readLineDialog } from '../../../src/portal/methods/lineDialogs.ts';
import { readChats } from '../../../src/portal/methods/openLines.ts';
import { readOption } from '../../../src/portal/methods/options.ts';
import { readSessionHistory } from '../../../src/portal/methods/sessionHistory.ts';
import { readPeopleById } from '../../../src/portal/methods/users.ts';

describe('the chats of an element', () => {
  const row = (CHAT_ID: unknown, CONNECTOR_ID = 'livechat') => ({
    CHAT_ID,
    CONNECTOR_ID,
    CONNECTOR_TITLE: 'Live Chat',
  });

  test('one row a chat, whatever its connectors; a chat that just began is there too', () => {
    const all = [row('1763'), row('1763', 'telegrambot'), row(1700)];
    expect(readChats(all, [row('1763'), row('1800')])).toMatchObject([
      { chatId: 1763, connectorId: 'livechat', isActive: true },
      { chatId: 1700, isActive: false },
      { chatId: 1800, isActive: true },
    ]);
    expect(readChats([], [])).toEqual([]);
  });
});

describe('imopenlines.dialog.get', () => {
  const sample = {
    id: 1777,
    name: 'Guest - Line',
    owner: 103,
    role: 'owner',
    counter: 0,
    last_message_id: 85851,
    entity_id: 'livechat|22|1775|599',
    entity_data_1: 'Y|LEAD|1209|N|N|343|1773682918|0|0|0',
    entity_data_2: 'LEAD|1209|COMPANY|0|CONTACT|0|DEAL|0',
    mute_list: [],
  };

  test('the sample', () => {
    expect(readLineDialog(sample)).toEqual({
      chatId: 1777,
      name: 'Guest - Line',
      connectorId: 'livechat',
      lineId: 22,
      clientId: 599,
      sessionId: 343,
      ownerId: 103,
      isMember: true,
      isWaiting: false,
      linked: { lead: 1209, deal: null, contact: null, company: null },
      unreadCount: 0,
      lastMessageId: 85851,
      replyUntil: null,
    });
  });

  test('waiting for the client, with an end of the replies, and linked in another order', () => {
    const dialog = readLineDialog({
      ...sample,
      entity_data_1: 'Y|DEAL|7|N|Y|344|1773682918|22|1773769318|DEFAULT',
      entity_data_2: 'DEAL|7|CONTACT|3|COMPANY|0',
    });
    expect(dialog).toMatchObject({ isWaiting: true, replyUntil: 1_773_769_318_000, sessionId: 344 });
    expect(dialog.linked).toEqual({ lead: null, deal: 7, contact: 3, company: null });
  });

  test('only the id, as text', () => {
    expect(readLineDialog({ id: '1777', owner: '0', entity_data_1: null })).toMatchObject({
      chatId: 1777,
      connectorId: '',
      lineId: null,
      sessionId: null,
      ownerId: null,
      isMember: null,
      linked: { lead: null, deal: null, contact: null, company: null },
      lastMessageId: null,
    });
  });
});

describe('marks of messages in open lines', () => {
  const read = (params: unknown, text = '', author = 103) => {
    const row = { id: 5, author_id: author, date: '2026-03-11T13:12:46+01:00', text, params };
    const { channelState, session } = readMessages({ messages: [row] }).messages[0] ?? {};
    return { channelState, session };
  };

  test.each<[object, string | undefined]>([
    [{}, undefined],
    [{ SENDING: 'Y', SENDING_TS: 1_773_682_918 }, 'sending'],
    [{ SENDING: 'N' }, undefined],
    [{ CONNECTOR_MID: ['85853'] }, 'delivered'],
    [{ CONNECTOR_MID: [] }, undefined],
    [{ SENDING: 'Y', CONNECTOR_MID: ['85853'] }, 'delivered'],
    [{ CONNECTOR_MID: ['85853'], IS_DELIVERED: 'N' }, 'failed'],
    [{ IS_DELIVERED: 'Y' }, undefined],
  ])('%j: %s', (params, expected) => {
    expect(read(params).channelState).toBe(expected);
  });

  const start = 'bx-messenger-content-item-ol-start';
  test.each<[unknown, string, object | undefined]>([
    [{ CLASS: start }, 'New [URL=/online/?IM_HISTORY=imol|321]321[/URL]', { begins: 321 }],
    [{ CLASS: [start] }, 'New [URL=/online/?IM_HISTORY=imol%7C321]321[/URL]', { begins: 321 }],
    [{ CLASS: start, IMOL_SID: 321 }, 'New', { begins: 321 }],
    [{ CLASS: start }, 'New', { begins: 0 }],
    [{ CLASS: 'bx-messenger-content-item-ol-end' }, 'Closed', { ends: true }],
    [{ CLASS: 'bx-messenger-content-item-ol-output' }, 'Thanks', undefined],
    [[], 'IM_HISTORY=imol|321', undefined],
  ])('the system’s own: %j, %s', (params, text, expected) => {
    expect(read(params, text, 0).session).toEqual(expected);
    // Nobody else tells of sessions.
    expect(read(params, text).session).toBeUndefined();
  });
});

test('a history of which nothing but messages is told', () => {
  const message = { id: '5', chatid: '7', senderid: '0', date: '2026-03-11T13:12:46+01:00', text: 'a' };
  const told = { sessionId: '321', message: { 5: message }, chat: [], userInChat: [], users: [], files: [] };
  expect(readSessionHistory(told)).toMatchObject({
    sessionId: 321,
    chatId: 0,
    canJoin: false,
    ownerId: null,
    memberIds: null,
    messages: [{ id: 5, authorId: 0 }],
  });
});

describe('crm.item.get', () => {
  const lead = { type: 'lead', id: 250 } as const;

  test('the sample: a name in the title’s place only where there is none', () => {
    const item = { id: 250, title: 'Lead #250', stageId: 'IN_PROCESS', assignedById: 1, name: 'Ada' };
    expect(readCrmItem(lead, { item })).toEqual({
      entity: lead,
      title: 'Lead #250',
      stage: 'IN_PROCESS',
      amount: null,
      personName: 'Ada',
      firstName: 'Ada',
      lastName: null,
      phone: null,
      email: null,
      contactIds: [],
      companyId: null,
      assignedId: 1,
    });
    expect(readCrmItem({ type: 'contact', id: 1 }, { item: { name: ' Ada ', lastName: 'King' } }).title).toBe(
      'Ada King',
    );
  });

  test('text for numbers, an only contact, phones in rows, and nonsense', () => {
    const item = {
      title: null,
      opportunity: '1200.50',
      currencyId: 'EUR',
      contactId: '12',
      contactIds: [],
      companyId: '14',
      fm: [{ typeId: 'EMAIL', value: 'a@b.example' }, { typeId: 'PHONE', value: '+49 1' }, null],
    };
    expect(readCrmItem({ type: 'deal', id: 7 }, { item })).toMatchObject({
      title: '',
      amount: { value: 1200.5, currency: 'EUR' },
      contactIds: [12],
      companyId: 14,
      phone: '+49 1',
      email: 'a@b.example',
    });
    const odd = { opportunity: 'much', currencyId: 'EUR', contactIds: 'x', companyId: {}, phone: ['1'] };
    expect(readCrmItem({ type: 'deal', id: 7 }, { item: odd })).toMatchObject({
      amount: null,
      contactIds: [],
      companyId: null,
      phone: null,
    });
  });
});

test.each([
  [null, null],
  [[], '[]'],
  [false, 'false'],
  ['', ''],
  ['[1]', '[1]'],
  [5, '5'],
])('the option %j is %j', (result, expected) => {
  expect(readOption(result)).toBe(expected);
});

test('people by id: a list, an object, nobody', () => {
  const person = { id: '31', name: 'Helper', bot: true, connector: false };
  expect(readPeopleById([person, null])).toMatchObject([{ id: 31, isBot: true }]);
  expect(readPeopleById({ 31: person })).toHaveLength(1);
  expect(readPeopleById([])).toEqual([]);
});
