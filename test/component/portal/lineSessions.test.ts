/** What is done with the session of a client's chat, over the SDK against a local portal; seen by reading again. */
import { describe, expect, test } from 'vitest';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { getLineDialog } from '../../../src/portal/methods/lineDialogs.ts';
import {
  answerSession,
  finishColleaguesSession,
  finishSession,
  joinSession,
  markAsSpam,
  skipSession,
  startSession,
  transferSession,
} from '../../../src/portal/methods/lineSessions.ts';
import { activeChats } from '../../../src/portal/methods/openLines.ts';
import { saveQuickAnswer } from '../../../src/portal/methods/quickAnswers.ts';
import { anna, liam, openPortal } from '../sending/portal.ts';
import { failureOf } from './wild.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
/** An operator of the line Support, as Anna. */
const yuki = 6;
const yukisRest = portal.portalOf(yuki).rest;

const deal = { type: 'deal', id: 7 } as const;
const look = (chatId: number) => getLineDialog(rest, chatId);
const isActive = async (chatId: number) =>
  (await activeChats(rest, deal)).some((chat) => chat.chatId === chatId);
/** A chat of deal 7; 0 new, 10 answered, 40 the operator wrote, 60 closed. */
async function chatIn(status: number, operatorId: number | null): Promise<number> {
  return (await portal.newLine({ status, operatorId })).chat.id;
}

test('answer: one’s own, active, and in the chat', async () => {
  const chatId = await chatIn(0, null);
  expect(await isActive(chatId)).toBe(false);
  await answerSession(rest, chatId);
  expect(await look(chatId)).toMatchObject({ ownerId: anna, isMember: true });
  expect(await isActive(chatId)).toBe(true);
});

test('answer takes a conversation from a colleague', async () => {
  const chatId = await chatIn(40, yuki);
  await answerSession(rest, chatId);
  expect(await look(chatId)).toMatchObject({ ownerId: anna });
  expect(await failureOf(getMessages(yukisRest, `chat${chatId}`))).toMatchObject({ kind: 'denied' });
});

test('answering one’s own again: an error without code and words has a code of ours', async () => {
  const failure = await failureOf(answerSession(rest, await chatIn(40, anna)));
  expect(failure).toMatchObject({ code: 'EMPTY_ERROR', kind: 'refused', status: 400, portalText: '' });
});

test('skip: nobody’s until the next answers', async () => {
  const chatId = await chatIn(40, anna);
  await skipSession(rest, chatId);
  expect(await look(chatId)).toMatchObject({ ownerId: null, isMember: false });
  expect(await isActive(chatId)).toBe(false);
});

test('skip where nobody else is in the queue', async () => {
  const chatId = await chatIn(40, anna);
  await transferSession(rest, chatId, { lineId: 2 });
  expect(await failureOf(skipSession(rest, chatId))).toMatchObject({ code: 'EMPTY_ERROR' });
});

test('join: in the chat, and it stays the colleague’s', async () => {
  const chatId = await chatIn(40, yuki);
  await joinSession(rest, chatId);
  await joinSession(rest, chatId);
  expect(await look(chatId)).toMatchObject({ ownerId: yuki, isMember: true });
});

test('finish: closed, and out of the chat; a second time there is no session', async () => {
  const chatId = await chatIn(40, anna);
  await finishSession(rest, chatId);
  expect(await look(chatId)).toMatchObject({ sessionId: null, ownerId: null, isMember: false });
  const failure = await failureOf(finishSession(rest, chatId));
  expect(failure).toMatchObject({ code: 'NOT_LOAD_SESSION_OR_CHAT', executed: 'no' });
});

test('finish a colleague’s: refused, but by the method for that', async () => {
  const chatId = await chatIn(40, yuki);
  const failure = await failureOf(finishSession(rest, chatId));
  expect(failure).toMatchObject({ code: 'ERROR_USER_NOT_OPERATOR', executed: 'no' });
  await finishColleaguesSession(rest, chatId);
  expect(await look(chatId)).toMatchObject({ sessionId: null });
});

test('spam: closed', async () => {
  const chatId = await chatIn(25, anna);
  await markAsSpam(rest, chatId);
  expect(await look(chatId)).toMatchObject({ sessionId: null, ownerId: null });
});

test('start: a new session of one’s own, active at once, told in the chat', async () => {
  const chatId = await chatIn(60, anna);
  await startSession(rest, chatId);
  const { sessionId, ownerId } = await look(chatId);
  expect(ownerId).toBe(anna);
  expect(await isActive(chatId)).toBe(true);
  const { messages } = await getMessages(rest, `chat${chatId}`);
  expect(messages.map(({ session }) => session)).toContainEqual({ begins: sessionId });
});

test('start where one is open: only joined', async () => {
  const chatId = await chatIn(0, null);
  const before = await look(chatId);
  await startSession(rest, chatId);
  expect(await look(chatId)).toMatchObject({ sessionId: before.sessionId, isMember: true });
  expect(await isActive(chatId)).toBe(false);
});

describe('transfer', () => {
  test('to a colleague: theirs at once', async () => {
    const chatId = await chatIn(40, anna);
    await transferSession(rest, chatId, { userId: yuki });
    expect(await look(chatId)).toMatchObject({ ownerId: yuki, isMember: false });
  });

  test('to a queue: nobody’s until somebody answers', async () => {
    const chatId = await chatIn(40, anna);
    await transferSession(rest, chatId, { lineId: 2 });
    expect(await look(chatId)).toMatchObject({ ownerId: null });
    expect(await isActive(chatId)).toBe(false);
  });

  test.each<[string, { userId: number } | { lineId: number }, string]>([
    ['oneself', { userId: anna }, 'OPERATOR_WRONG'],
    ['a client', { userId: 21 }, 'OPERATOR_WRONG'],
    ['no such line', { lineId: 99 }, 'OPERATOR_WRONG'],
    ['nobody', { userId: 0 }, 'USER_ID_EMPTY'],
  ])('to %s: refused, and nothing has changed', async (_what, to, code) => {
    const chatId = await chatIn(40, anna);
    expect(await failureOf(transferSession(rest, chatId, to))).toMatchObject({ code, executed: 'no' });
    expect(await look(chatId)).toMatchObject({ ownerId: anna });
  });
});

test.each<[string, number, (chatId: number) => number, string]>([
  ['no such chat', anna, () => 9_999, 'CHAT_ID'],
  ['the chat of a task', anna, () => 58, 'CHAT_TYPE'],
  ['no right to the chat', liam, (chatId) => chatId, 'ACCESS_DENIED'],
])('%s: refused before anything happens, always with 400', async (_what, userId, chosen, code) => {
  const chatId = chosen(await chatIn(40, anna));
  const theirs = portal.portalOf(userId).rest;
  for (const act of [answerSession, skipSession, joinSession, finishSession, finishColleaguesSession])
    expect(await failureOf(act(theirs, chatId))).toMatchObject({ code, status: 400, executed: 'no' });
  for (const act of [markAsSpam, startSession])
    expect(await failureOf(act(theirs, chatId))).toMatchObject({ code, status: 400, executed: 'no' });
});

test('a message becomes a quick answer of the portal, for operators only', async () => {
  const chatId = await chatIn(40, anna);
  const { message } = await portal.say(chatId, anna, 'We are open from nine to six.');
  await saveQuickAnswer(rest, chatId, message.id);
  await saveQuickAnswer(rest, chatId, message.id);
  const failure = await failureOf(saveQuickAnswer(rest, chatId, 999_999_999));
  expect(failure).toMatchObject({ code: 'CANT_SAVE_QUICK_ANSWER', executed: 'no' });
  const theirs = portal.portalOf(liam).rest;
  expect(await failureOf(saveQuickAnswer(theirs, chatId, message.id))).toMatchObject({ kind: 'denied' });
});
