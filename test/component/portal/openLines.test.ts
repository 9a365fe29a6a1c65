/** Open lines against the local portal. */
import { expect, inject, test } from 'vitest';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import {
  activeChats,
  getSessionHistory,
  sendOpenLineReply,
  type OpenLineReply,
} from '../../../src/portal/methods/openLines.ts';
import { classicRest } from './classicRest.ts';
import { getChats } from './oneByOne.ts';
import { allTextOf, failureOf } from './wild.ts';

const origin = inject('portalOrigin');
const tokens = inject('portalTokens');
const anna = classicRest(origin, tokens.admin);

/** An active chat of Anna's (user 1). */
const deal = { type: 'deal', id: 7 } as const;
const reply: OpenLineReply = { entity: deal, userId: 1, chatId: 101, text: 'Good afternoon' };

async function newestId(chatId: number): Promise<number> {
  return (await getMessages(anna, `chat${chatId}`)).messages.at(-1)?.id ?? 0;
}

test('a reply is written once, as it was typed, and its id is given', async () => {
  const text = '1+1=2 & 50% [ready] "so" \\ <i>\n🙂 Ж\u{10FFFF} end?a=b#c';
  const id = await sendOpenLineReply(anna, { ...reply, text });
  const { messages } = await getMessages(anna, 'chat101');
  const written = messages.filter((message) => message.text === text);
  expect(written).toMatchObject([{ id, authorId: 1, uuid: null, attaches: [{}] }]);
});

test('20,000 characters arrive whole', async () => {
  const text = 'ü+&'.repeat(6_666);
  const id = await sendOpenLineReply(anna, { ...reply, text });
  const { messages } = await getMessages(anna, 'chat101');
  expect(messages.find((message) => message.id === id)?.text).toBe(text);
});

test.each<[string, Partial<OpenLineReply>, object]>([
  ['a chat of another element', { chatId: 105 }, { code: 'CHAT_NOT_IN_CRM', kind: 'refused', status: 400 }],
  [
    'a closed session',
    { entity: deal, chatId: 102, userId: 6 },
    { code: 'CHAT_NOT_IN_CRM', kind: 'refused', status: 400 },
  ],
  [
    'an author who does not see the element',
    { userId: 2 },
    { code: 'ACCESS_DENIED', kind: 'denied', status: 403 },
  ],
  [
    'an author who is not in the chat',
    { entity: { type: 'lead', id: 5 }, chatId: 105, userId: 5 },
    { code: 'CANCELED', kind: 'refused', status: 400 },
  ],
  ['an empty text', { text: '' }, { code: 'ERROR_ARGUMENT', kind: 'refused', status: 400 }],
  ['a zero', { text: '0' }, { code: 'ERROR_ARGUMENT', kind: 'refused', status: 400 }],
])('%s: refused, and nothing was written', async (_what, change, expected) => {
  const before = await newestId(101);
  const failure = await failureOf(sendOpenLineReply(anna, { ...reply, ...change }));
  expect(failure).toMatchObject({ ...expected, executed: 'no' });
  expect(failure.portalText).not.toBe('');
  expect(await newestId(101)).toBe(before);
});

test('a caller who does not see the element: denied, without the token in the error', async () => {
  const failure = await failureOf(sendOpenLineReply(classicRest(origin, tokens.member), reply));
  expect(failure).toMatchObject({ kind: 'denied', status: 403, executed: 'no' });
  expect(allTextOf(failure)).not.toContain(tokens.member);
});

test('without the scope: it is named', async () => {
  const failure = await failureOf(sendOpenLineReply(classicRest(origin, tokens.withoutTasks), reply));
  expect(failure).toMatchObject({ kind: 'scope', scope: 'imopenlines', executed: 'no' });
});

test('an expired token: one refresh, one message', async () => {
  const text = 'After the hour, to the client';
  const id = await sendOpenLineReply(classicRest(origin, tokens.expired, tokens.admin), { ...reply, text });
  const { messages } = await getMessages(anna, 'chat101');
  expect(messages.filter((message) => message.text === text).map((message) => message.id)).toEqual([id]);
});

test('the active chats of an element, their ids as numbers', async () => {
  expect(await activeChats(anna, deal)).toEqual([
    { chatId: 101, connectorId: 'telegrambot', connectorTitle: 'Telegram' },
  ]);
  expect(await activeChats(anna, { type: 'deal', id: 9 })).toEqual([]);
});

test('the active chats of an element that may not be seen', async () => {
  const failure = await failureOf(activeChats(classicRest(origin, tokens.member), deal));
  expect(failure).toMatchObject({ kind: 'denied', status: 403 });
});

test('all chats of an element, the last changed first, and which are active', async () => {
  const chats = await getChats(anna, deal);
  expect(chats.map(({ chatId, isActive }) => ({ chatId, isActive }))).toEqual([
    { chatId: 101, isActive: true },
    { chatId: 102, isActive: false },
  ]);
  expect(await getChats(anna, { type: 'deal', id: 9 })).toEqual([]);
});

test('all chats of an element that may not be seen: denied, though the batch went through', async () => {
  const failure = await failureOf(getChats(classicRest(origin, tokens.member), deal));
  expect(failure).toMatchObject({ kind: 'denied', code: 'ACCESS_DENIED' });
});

test('a session reads like its dialog', async () => {
  await sendOpenLineReply(anna, { ...reply, text: 'a &lt; b' });
  const history = await getSessionHistory(anna, { chatId: 101 });
  const dialog = await getMessages(anna, 'chat101');
  expect(history.sessionId).toBe(401);
  expect(history.messages.length).toBeGreaterThan(3);
  // The history has no uuids (RF 4.2).
  for (const message of dialog.messages) message.uuid = null;
  expect(history.messages).toEqual(dialog.messages);
  expect(history.people.map(({ id, name }) => `${id} ${name}`)).toEqual(
    expect.arrayContaining(['1 Anna Keller', '21 Clara Weiss']),
  );
});

test('a session with a file, in a chat that the reader is not in', async () => {
  const parameters = { dialogId: 'chat105', fields: { name: 'prices.pdf', content: btoa('%PDF-') } };
  const david = classicRest(origin, tokens.operator);
  await david.call({ method: 'im.v2.File.upload', parameters });
  const { messages, files } = await getSessionHistory(anna, { chatId: 105 });
  expect(files).toMatchObject([{ name: 'prices.pdf', size: 5, kind: 'file', url: expect.any(String) }]);
  expect(messages.at(-1)?.fileIds).toEqual(files.map(({ id }) => id));
});

test('an earlier session by its id, to a reader outside the chat: who may join and who is in it', async () => {
  const david = classicRest(origin, tokens.operator);
  const earlier = await getSessionHistory(anna, { sessionId: 406 });
  expect(earlier).toMatchObject({ sessionId: 406, chatId: 106, canJoin: true, ownerId: 1 });
  expect(earlier.memberIds).toEqual([26, 1, 31]);
  const [first] = earlier.messages;
  expect(first).toMatchObject({ authorId: 0, session: { begins: 406 } });
  expect(earlier.messages.at(-1)?.session).toEqual({ ends: true });
  // Denied and unknown are one (PB 3).
  for (const sessionId of [406, 9_999])
    expect(await failureOf(getSessionHistory(david, { sessionId }))).toMatchObject({ kind: 'denied' });
});

test('how a message fared, alike in dialog and history', async () => {
  const stateOf = ({ text, channelState }: Message) => [text, channelState];
  const dialog = (await getMessages(anna, 'chat106')).messages;
  const history = (await getSessionHistory(anna, { sessionId: 407 })).messages;
  const expected = [
    ['Wonderful! Here is our offer.', 'delivered'],
    ['The prices hold until the end of the month.', 'failed'],
    ['Thank you, I have read it.', undefined],
  ];
  for (const messages of [dialog, history])
    expect(messages.map(stateOf)).toEqual(expect.arrayContaining(expected));
});

test.each([
  ['a chat without sessions', 58, { code: 'INVALID_SESSION_ID', kind: 'refused', status: 400 }],
  ['no such chat', 9_999, { code: 'INVALID_SESSION_ID', kind: 'refused', status: 400 }],
])('no history: %s', async (_what, chatId, expected) => {
  expect(await failureOf(getSessionHistory(anna, { chatId }))).toMatchObject(expected);
});

test('no history for who may not read it: denied, though with 400', async () => {
  const failure = await failureOf(getSessionHistory(classicRest(origin, tokens.member), { chatId: 101 }));
  expect(failure).toMatchObject({ kind: 'denied', code: 'ACCESS_DENIED', status: 400 });
});
