/** The list of a CRM card, as far as it is pure: rows, their order, where a reply goes, what is said of them. */
import { describe, expect, test } from 'vitest';
import { withCrmWords } from '../../../src/i18n/crm/withCrmWords.ts';
import { english } from '../../../src/i18n/translator.ts';
import type { LineDialog } from '../../../src/portal/methods/lineDialogs.ts';
import type { LineChat, LineEntity } from '../../../src/portal/methods/openLines.ts';
import { aboutCard } from '../../../src/screens/crm/aboutCard.ts';
import type { Listing, ReadChat } from '../../../src/screens/crm/listReading.ts';
import { listInterval } from '../../../src/screens/crm/listInterval.ts';
import { chatToOpen, mergeChats } from '../../../src/screens/crm/mergeChats.ts';
import { originWords, ownerFact, stateOf } from '../../../src/screens/crm/wordsOfChat.ts';

const deal: LineEntity = { type: 'deal', id: 10 };
const contact: LineEntity = { type: 'contact', id: 12 };
const company: LineEntity = { type: 'company', id: 14 };
const translator = withCrmWords(english);
const { t } = translator;

const row = (chatId: number, isActive = false): LineChat => ({
  chatId,
  isActive,
  connectorId: 'telegrambot',
  connectorTitle: 'Telegram',
});
const dialogOf = (chatId: number, more: Partial<LineDialog> = {}): LineDialog => ({
  chatId,
  name: 'Clara Weiss - Support',
  connectorId: 'telegrambot',
  lineId: 1,
  clientId: 21,
  sessionId: 401,
  ownerId: 1,
  isMember: true,
  isWaiting: false,
  linked: { lead: null, deal: 10, contact: 12, company: null },
  unreadCount: 0,
  lastMessageId: null,
  replyUntil: null,
  ...more,
});
const listings = (own: LineChat[], ofContact: LineChat[] = [], ofCompany: LineChat[] = []): Listing[] => [
  { entity: deal, name: null, chats: own },
  { entity: contact, name: 'Clara Weiss', chats: ofContact },
  { entity: company, name: 'Northwind', chats: ofCompany },
];
const people = new Map([[1, { id: 1, name: 'Anna Keller', color: null, avatarUrl: null }]]);
/** @param newest the newest message of each chat, by the chat's id */
const merge = (all: Listing[], newest: Record<number, number> = {}) => {
  const details = Object.entries(newest).map(([id, lastMessageId]): [number, ReadChat] => {
    const dialog = dialogOf(Number(id), { lastMessageId });
    return [Number(id), { dialog, lastMessage: null, lookedFor: lastMessageId, isOwed: false, turn: 0 }];
  });
  return mergeChats({ listings: all, details: new Map(details), people });
};

describe('one row a chat', () => {
  test('however many elements list it, and all of them are named', () => {
    const chats = merge(listings([row(1)], [row(1), row(2)], [row(2), row(3)]));
    expect(chats.map(({ chatId, origins }) => [chatId, origins.map(({ entity }) => entity.type)])).toEqual([
      [1, ['deal', 'contact']],
      [2, ['contact', 'company']],
      [3, ['company']],
    ]);
    expect(chats.map(({ origins }) => originWords(t, origins))).toEqual([
      '',
      'Contact’s: Clara Weiss',
      'Company’s: Northwind',
    ]);
  });

  test('a reply goes under the card where the chat is active there, else the contact, else the company', () => {
    const replyUnder = (own: boolean, ofContact: boolean, ofCompany: boolean) =>
      merge(listings([row(1, own)], [row(1, ofContact)], [row(1, ofCompany)]))[0];
    expect(replyUnder(true, true, true)).toMatchObject({ isActive: true, replyEntity: deal });
    expect(replyUnder(false, true, true)).toMatchObject({ isActive: true, replyEntity: contact });
    expect(replyUnder(false, false, true)).toMatchObject({ isActive: true, replyEntity: company });
    expect(replyUnder(false, false, false)).toMatchObject({ isActive: false, replyEntity: null });
  });
});

describe('order', () => {
  test('newest message first, whoever lists the chat', () => {
    const chats = merge(listings([row(1, true), row(2)], [row(3, true)]), { 1: 50, 2: 70, 3: 60 });
    expect(chats.map(({ chatId }) => chatId)).toEqual([2, 3, 1]);
    expect(chatToOpen(chats)?.chatId).toBe(3);
  });

  test('of the portal while one of them was not looked into', () => {
    const chats = merge(listings([row(1), row(2)], [row(3)]), { 2: 70, 3: 60 });
    expect(chats.map(({ chatId }) => chatId)).toEqual([1, 2, 3]);
  });

  test('without an active one the newest opens, without any none', () => {
    expect(chatToOpen(merge(listings([row(1), row(2)]), { 1: 5, 2: 6 }))?.chatId).toBe(2);
    expect(chatToOpen(merge(listings([])))).toBeNull();
  });
});

describe('states claim no more than can be read', () => {
  const [chat] = merge(listings([row(1)]));
  const as = (isActive: boolean, dialog: LineDialog | null) => chat && { ...chat, isActive, dialog };
  test.each([
    ['active', true, dialogOf(1), 'Open'],
    ['active, though its dialog may not be read', true, null, 'Open'],
    ['no session runs', false, dialogOf(1, { sessionId: null, ownerId: null }), 'Closed'],
    ['nobody has it', false, dialogOf(1, { ownerId: null }), 'Nobody'],
    ['somebody has it, and it takes no replies', false, dialogOf(1), 'Inactive'],
    ['nothing but its row may be read', false, null, 'Inactive'],
  ] as const)('%s', (_, isActive, dialog, state) => {
    const shown = as(isActive, dialog);
    expect(shown && stateOf(shown)).toBe(state);
  });

  test('the owner is named where known, and said to be missing only where somebody should be there', () => {
    const [owned] = merge(listings([row(1, true)]), { 1: 5 });
    expect(owned && ownerFact(t, owned)).toBe('Owner: Anna Keller');
    const free = dialogOf(1, { ownerId: null });
    expect(owned && ownerFact(t, { ...owned, owner: null, dialog: free })).toBe('Owner: nobody yet');
    expect(owned && ownerFact(t, { ...owned, owner: null, dialog: free, isActive: false })).toBe('');
    expect(owned && ownerFact(t, { ...owned, owner: null, dialog: dialogOf(1, { ownerId: 99 }) })).toBe('');
  });
});

describe('the header', () => {
  const item = {
    entity: deal,
    title: 'Website redesign',
    stage: 'NEW',
    amount: { value: 18400, currency: 'EUR' },
    personName: null,
    firstName: null,
    lastName: null,
    phone: null,
    email: null,
    contactIds: [12],
    companyId: 14,
    assignedId: 1,
  };
  const john = { ...item, entity: contact, title: 'John Davies', personName: 'John Davies', amount: null };
  const northwind = { ...item, entity: company, title: 'Northwind Ltd', amount: null };
  const about = (card: Parameters<typeof aboutCard>[2], entity = deal) => aboutCard(translator, entity, card);

  test('names client and company, then number, title and amount', () => {
    expect(about({ item, contacts: [john], company: northwind })).toEqual({
      title: 'John Davies · Northwind Ltd',
      facts: ['Deal 10', 'Website redesign', '€18,400'],
    });
  });

  test('without a client the card has its title, without anything its number; nothing is said twice', () => {
    expect(about({ item, contacts: [], company: null })).toEqual({
      title: 'Website redesign',
      facts: ['Deal 10', '€18,400'],
    });
    expect(about({ item: john, contacts: [], company: null }, contact)).toEqual({
      title: 'John Davies',
      facts: ['Contact 12'],
    });
    expect(about(null)).toEqual({ title: 'Deal 10', facts: [] });
  });

  test('an amount in a currency that only this portal knows is shown all the same', () => {
    const own = { ...item, amount: { value: 1.5, currency: 'NO CODE' } };
    expect(about({ item: own, contacts: [], company: null }).facts).toContain('1.5 NO CODE');
  });
});

test('the list is read seldom, and ever more seldom where nobody is there or the portal has trouble', () => {
  const minute = 60_000;
  expect(listInterval(0, 0, false)).toBe(20_000);
  expect(listInterval(10 * minute, 0, false)).toBeGreaterThan(listInterval(0, 0, false));
  expect(listInterval(60 * minute, 0, false)).toBeGreaterThan(listInterval(10 * minute, 0, false));
  expect(listInterval(0, 3, false)).toBeGreaterThan(listInterval(0, 1, false));
  expect(listInterval(0, 0, true)).toBeGreaterThanOrEqual(minute);
});
