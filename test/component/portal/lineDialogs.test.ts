/** The chats of clients as one reads of them, over the SDK against a local portal. */
import { expect, test } from 'vitest';
import { getLineDialog } from '../../../src/portal/methods/lineDialogs.ts';
import { listLines } from '../../../src/portal/methods/lines.ts';
import { getPeople } from './oneByOne.ts';
import { anna, liam, openPortal } from '../sending/portal.ts';
import { failureOf } from './wild.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
const hour = 3_600_000;

test('an own chat: its session, its owner, what it is linked to, and until when the channel takes replies', async () => {
  const dialog = await getLineDialog(rest, 106);
  expect(dialog).toMatchObject({
    chatId: 106,
    name: 'Amira Haddad - Support',
    connectorId: 'whatsappbytwilio',
    lineId: 1,
    clientId: 26,
    sessionId: 407,
    ownerId: anna,
    isMember: true,
    isWaiting: false,
    linked: { lead: null, deal: 10, contact: 12, company: null },
    unreadCount: 3,
  });
  const left = (dialog.replyUntil ?? 0) - Date.now();
  expect(left).toBeGreaterThan(22 * hour);
  expect(left).toBeLessThan(24 * hour);
});

test('a chat that waits for anybody: no owner, no member, and no end of the replies', async () => {
  expect(await getLineDialog(rest, 108)).toMatchObject({
    sessionId: 409,
    ownerId: null,
    isMember: false,
    unreadCount: 0,
    replyUntil: null,
  });
});

test('a closed chat has no session', async () => {
  expect(await getLineDialog(rest, 109)).toMatchObject({ sessionId: null, ownerId: null, isMember: false });
});

test('one that waits for its client', async () => {
  expect(await getLineDialog(rest, 104)).toMatchObject({ sessionId: 404, ownerId: 5, isWaiting: true });
});

test.each([
  ['no such chat', anna, 9_999],
  ['the chat of a task', anna, 58],
  ['a chat of an element one may not see', liam, 106],
])('%s: denied, with 400 and not 403', async (_what, userId, chatId) => {
  const failure = await failureOf(getLineDialog(portal.portalOf(userId).rest, chatId));
  expect(failure).toMatchObject({ kind: 'denied', code: 'ACCESS_ERROR', status: 400 });
});

test('the lines by name, their queues with names', async () => {
  const lines = await listLines(rest);
  expect(lines.map(({ id, name, isActive }) => ({ id, name, isActive }))).toEqual([
    { id: 3, name: 'Old hotline', isActive: false },
    { id: 2, name: 'Sales', isActive: true },
    { id: 1, name: 'Support', isActive: true },
  ]);
  expect(lines.map(({ operatorIds }) => operatorIds)).toEqual([[], [5, 6], [1, 6, 7]]);
  expect(lines[2]?.names.get(1)).toBe('Anna Keller');
});

test('people by their ids: colleagues, bots and clients', async () => {
  const people = await getPeople(rest, [1, 31, 26, 9_999]);
  expect(people).toMatchObject([
    { id: 1, name: 'Anna Keller' },
    { id: 31, isBot: true },
    { id: 26, name: 'Amira Haddad', isClient: true },
  ]);
  expect(people[0]).not.toHaveProperty('isBot');
});
