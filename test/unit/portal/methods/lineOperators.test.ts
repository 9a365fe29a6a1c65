/** `imopenlines.operator.*` and what it makes of a conversation (PB 3, RF 4.3, PB source key M). */
import { describe, expect, test } from 'vitest';
import { createLineChat } from '../../../portal/world/chats.ts';
import { lastSession } from '../../../portal/world/lineStates.ts';
import { anna, at, liam, marta, startTestPortal } from './support.ts';

const portal = startTestPortal();
const yuki = 6; // in the queues of the lines 1 and 2
const david = 7; // has chat 107
const bot = 31;
const own = 106; // Anna's, with the bot in it
const davids = 107;
const nobodys = 108;
const closed = 109;

const operator = (name: string, params: object, userId = anna) =>
  portal.v2(`imopenlines.operator.${name}`, params, userId);
const chat = (id: number) => {
  const found = portal.world.chats.get(id);
  if (!found) throw new Error(`No chat ${id}`);
  return found;
};
const session = (chatId: number) => {
  const found = lastSession(portal.world, chatId);
  if (!found) throw new Error(`No session of ${chatId}`);
  return found;
};
const last = (chatId: number) => portal.world.messages.get(chatId)?.at(-1);
const silent = { status: 400, error: '', body: { error: '', error_description: '' } };

describe('whom it lets in', () => {
  test.each<[string, string, object, number, string]>([
    ['no chat', 'answer', {}, anna, 'CHAT_ID'],
    ['an unknown one', 'skip', { CHAT_ID: 9999 }, anna, 'CHAT_ID'],
    ['a task chat', 'spam', { CHAT_ID: 58 }, anna, 'CHAT_TYPE'],
    ['a task chat, of a stranger', 'finish', { CHAT_ID: 58 }, liam, 'CHAT_TYPE'],
    ['a stranger', 'answer', { CHAT_ID: nobodys }, marta, 'ACCESS_DENIED'],
    ['a stranger', 'another.finish', { CHAT_ID: davids }, liam, 'ACCESS_DENIED'],
    ['small letters', 'another.finish', { chat_id: davids }, anna, 'CHAT_ID'],
  ])('PB 3: 400: %s (%s)', async (_what, name, params, userId, error) => {
    expect(await operator(name, params, userId)).toMatchObject({ status: 400, error });
  });

  test('PB source key M: whose queue it waits in, without the CRM element', async () => {
    expect(await operator('answer', { chat_id: nobodys }, yuki)).toMatchObject({ status: 200, result: true });
  });
});

describe('answer', () => {
  test('takes it: operator, owner, member, state 10, a notice', async () => {
    expect((await operator('answer', { CHAT_ID: nobodys })).result).toBe(true);
    expect(session(nobodys)).toMatchObject({ operatorId: anna, status: 10 });
    expect(chat(nobodys)).toMatchObject({ ownerId: anna, memberIds: [28, anna] });
    expect(last(nobodys)).toMatchObject({ authorId: 0 });
    expect(last(nobodys)?.text).toContain('[USER=1]Anna Keller[/USER]');
  });

  test('PB source key M: a colleague’s too, without a question; who had it leaves, the bot stays', async () => {
    chat(davids).memberIds.push(bot);
    expect((await operator('answer', { CHAT_ID: davids })).result).toBe(true);
    expect(session(davids)).toMatchObject({ operatorId: anna, status: 40 });
    expect(chat(davids).memberIds.toSorted((a, b) => a - b)).toEqual([anna, 27, bot]);
  });

  test('PB 3: one’s own, and without an open session: an error without code and text', async () => {
    expect(await operator('answer', { CHAT_ID: own })).toMatchObject(silent);
    expect(await operator('answer', { CHAT_ID: closed })).toMatchObject(silent);
    // Anna is in the chat all the same, which her next message shows.
    expect(chat(closed).memberIds).toContain(anna);
  });
});

describe('skip', () => {
  test('on to the next of the queue, who has not answered yet', async () => {
    expect((await operator('skip', { CHAT_ID: own })).result).toBe(true);
    expect(session(own)).toMatchObject({ operatorId: yuki, status: 5 });
    expect(chat(own)).toMatchObject({ ownerId: 0, memberIds: [26, bot] });
  });

  test('alone in the queue: a notice, and an error without code and text', async () => {
    const [line] = portal.world.lines;
    if (line) line.queue = [anna];
    expect(await operator('skip', { CHAT_ID: own })).toMatchObject(silent);
    expect(session(own)).toMatchObject({ operatorId: anna, status: 25 });
    expect(last(own)?.text).toBe('There is nobody else in the queue');
  });

  test('without an open session one is out of the chat, with the same error', async () => {
    chat(closed).memberIds.push(anna);
    expect(await operator('skip', { CHAT_ID: closed })).toMatchObject(silent);
    expect(chat(closed).memberIds).not.toContain(anna);
  });
});

describe('finish', () => {
  test('state 60, all but the client leave, the open session is 0; replies are refused', async () => {
    expect((await operator('finish', { CHAT_ID: own })).result).toBe(true);
    expect(session(own).status).toBe(60);
    expect(chat(own)).toMatchObject({ ownerId: 0, memberIds: [26] });
    expect(last(own)).toMatchObject({ params: { CLASS: 'bx-messenger-content-item-ol-end' } });
    const card = await portal.v2('imopenlines.dialog.get', { CHAT_ID: own });
    expect(String(at(card.result, 'entity_data_1')).split('|')[5]).toBe('0');
    const reply = { CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: 10, USER_ID: 1, CHAT_ID: own, MESSAGE: 'x' };
    expect((await portal.v2('imopenlines.crm.message.add', reply)).error).toBe('CHAT_NOT_IN_CRM');
    expect((await portal.v2('im.dialog.messages.get', { DIALOG_ID: `chat${own}` })).error).toBe(
      'ACCESS_ERROR',
    );
  });

  test('a line that waits for the client: state 50 first, closed at the second time', async () => {
    session(own).lineId = 2;
    await operator('finish', { CHAT_ID: own });
    expect(session(own).status).toBe(50);
    expect(chat(own).memberIds).toContain(anna);
    const card = await portal.v2('imopenlines.dialog.get', { CHAT_ID: own });
    expect(String(at(card.result, 'entity_data_1')).split('|')[4]).toBe('Y');
    await operator('finish', { CHAT_ID: own });
    expect(session(own).status).toBe(60);
    expect(last(own)?.params['IMOL_VOTE_SID']).toBe(407);
  });

  test('PB 3: not one’s own, nothing to close; another.finish closes a colleague’s', async () => {
    expect(await operator('finish', { CHAT_ID: davids })).toMatchObject({ error: 'ERROR_USER_NOT_OPERATOR' });
    expect(await operator('finish', { CHAT_ID: closed })).toMatchObject({
      error: 'NOT_LOAD_SESSION_OR_CHAT',
    });
    expect((await operator('another.finish', { CHAT_ID: davids })).result).toBe(true);
    expect(session(davids).status).toBe(60);
  });
});

test('spam: state 65; true also where nothing is open', async () => {
  expect((await operator('spam', { CHAT_ID: own })).result).toBe(true);
  expect(session(own).status).toBe(65);
  expect((await operator('spam', { CHAT_ID: closed })).result).toBe(true);
  expect(session(closed).status).toBe(60);
});

describe('transfer', () => {
  test.each<[string, object]>([
    ['TRANSFER_ID', { TRANSFER_ID: '7' }],
    ['USER_ID', { USER_ID: david }],
    ['USER_ID beside a queue', { USER_ID: david, TRANSFER_ID: 'queue2' }],
  ])('to a person, by %s: it is theirs at once', async (_what, params) => {
    expect((await operator('transfer', { CHAT_ID: own, ...params })).result).toBe(true);
    expect(session(own).operatorId).toBe(david);
    expect(chat(own)).toMatchObject({ ownerId: david, memberIds: [26, bot, david] });
  });

  test.each<[string, object]>([
    ['TRANSFER_ID', { TRANSFER_ID: 'queue2' }],
    ['QUEUE_ID', { QUEUE_ID: '2' }],
  ])('to a queue, by %s: nobody has it, and no reply is taken', async (_what, params) => {
    expect((await operator('transfer', { CHAT_ID: own, ...params })).result).toBe(true);
    expect(session(own)).toMatchObject({ lineId: 2, operatorId: null, status: 5 });
    expect(chat(own)).toMatchObject({ ownerId: 0, memberIds: [26] });
  });

  test.each<[string, object, string]>([
    ['no chat', { USER_ID: 7 }, 'CHAT_ID_EMPTY'],
    ['small letters', { chat_id: own, user_id: 7 }, 'CHAT_ID_EMPTY'],
    ['nobody', { CHAT_ID: own }, 'TRANSFER_ID_EMPTY'],
    ['no person', { CHAT_ID: own, TRANSFER_ID: 'me' }, 'USER_ID_EMPTY'],
    ['no queue', { CHAT_ID: own, TRANSFER_ID: 'queue' }, 'QUEUE_ID_EMPTY'],
    ['oneself', { CHAT_ID: own, USER_ID: anna }, 'OPERATOR_WRONG'],
    ['a client', { CHAT_ID: own, USER_ID: 21 }, 'OPERATOR_WRONG'],
    ['a bot', { CHAT_ID: own, USER_ID: bot }, 'OPERATOR_WRONG'],
    ['who has left', { CHAT_ID: own, USER_ID: 10 }, 'OPERATOR_WRONG'],
    ['an unknown queue', { CHAT_ID: own, QUEUE_ID: 99 }, 'OPERATOR_WRONG'],
    ['a task chat', { CHAT_ID: 58, USER_ID: 7 }, 'OPERATOR_WRONG'],
  ])('PB 3: 400: %s', async (_what, params, error) => {
    expect(await operator('transfer', params)).toMatchObject({ status: 400, error });
  });

  test('PB source key M: without an open session it begins one', async () => {
    expect((await operator('transfer', { CHAT_ID: closed, USER_ID: david })).result).toBe(true);
    expect(session(closed)).toMatchObject({ operatorId: david, status: 10 });
  });
});

test('a chat without anything linked lets in its members and admins only', async () => {
  const made = createLineChat(portal.world, { crm: [], operatorId: david });
  expect(await operator('answer', { CHAT_ID: made.chat.id }, marta)).toMatchObject({
    error: 'ACCESS_DENIED',
  });
  expect((await operator('answer', { CHAT_ID: made.chat.id })).result).toBe(true);
});
