/** `imopenlines.session.*`, `message.*`, `crm.lead.create`, `crm.chat.user.*`, `config.*` (PB 3, RF 4, PB source key M). */
import { describe, expect, test } from 'vitest';
import { createLineChat } from '../../../portal/world/chats.ts';
import { lastSession } from '../../../portal/world/lineStates.ts';
import { addMessage } from '../../../portal/world/messages.ts';
import { anna, at, keysAt, liam, marta, startTestPortal } from './support.ts';

const portal = startTestPortal();
const pavel = 5; // responsible for deal 8 and lead 5, in the queue of line 2
const yuki = 6;
const david = 7;
const [own, davids, nobodys, closed] = [106, 107, 108, 109];

const ol = (name: string, params: object = {}, userId = anna) =>
  portal.v2(`imopenlines.${name}`, params, userId);
const chat = (id: number) => {
  const found = portal.world.chats.get(id);
  if (!found) throw new Error(`No chat ${id}`);
  return found;
};
const session = (chatId: number) => lastSession(portal.world, chatId);
const last = (chatId: number) => portal.world.messages.get(chatId)?.at(-1);
const silent = { status: 400, error: '', body: { error: '', error_description: '' } };

describe('open', () => {
  test('by user code; the id is a string (RF 4.3)', async () => {
    expect((await ol('session.open', { USER_CODE: 'telegrambot|1|10800|28' })).result).toEqual({
      chatId: '108',
    });
  });

  test.each<[string, string, number]>([
    ['an unknown code', 'x|1|2|3', anna],
    ['no access', 'telegrambot|1|10800|28', marta],
  ])('RF 4.3: 400 ACCESS_DENIED: %s', async (_what, USER_CODE, userId) => {
    expect(await ol('session.open', { USER_CODE }, userId)).toMatchObject({
      status: 400,
      error: 'ACCESS_DENIED',
    });
  });
});

describe('join', () => {
  test('a member, with a notice; the state stays, and it is true for who is in already', async () => {
    expect((await ol('session.join', { CHAT_ID: davids })).result).toBe(true);
    expect(chat(davids).memberIds).toContain(anna);
    expect(last(davids)).toMatchObject({ authorId: 0, params: { CODE: ['CHAT_JOIN'] } });
    expect(session(davids)).toMatchObject({ status: 40, operatorId: david });
    const count = portal.world.messages.get(davids)?.length;
    expect((await ol('session.join', { CHAT_ID: davids })).result).toBe(true);
    expect(portal.world.messages.get(davids)).toHaveLength(count ?? 0);
    expect((await portal.v2('im.dialog.messages.get', { DIALOG_ID: 'chat107' })).status).toBe(200);
  });

  test('who reads the element may (RF 4.3), others not', async () => {
    expect((await ol('session.join', { CHAT_ID: 105 }, pavel)).result).toBe(true);
    expect(await ol('session.join', { CHAT_ID: 105 }, liam)).toMatchObject({ error: 'ACCESS_DENIED' });
    expect(await ol('session.join', { chat_id: 105 })).toMatchObject({ error: 'CHAT_ID' });
  });
});

describe('start', () => {
  test('after a closed session a new one of one’s own, answered, with a notice that names it', async () => {
    expect((await ol('session.start', { CHAT_ID: closed })).result).toBe(true);
    expect(session(closed)).toMatchObject({ id: 413, status: 10, operatorId: anna });
    expect(chat(closed)).toMatchObject({ ownerId: anna, memberIds: [29, anna] });
    expect(last(closed)).toMatchObject({ params: { CLASS: 'bx-messenger-content-item-ol-start' } });
    expect(last(closed)?.text).toContain('imol|413');
    const reply = { CRM_ENTITY_TYPE: 'company', CRM_ENTITY: 14, USER_ID: 1, CHAT_ID: closed, MESSAGE: 'x' };
    expect((await ol('crm.message.add', reply)).result).toBe(last(closed)?.id);
    expect(session(closed)?.status).toBe(40);
  });

  test('with an open session one only joins it', async () => {
    expect((await ol('session.start', { CHAT_ID: davids })).result).toBe(true);
    expect(session(davids)).toMatchObject({ id: 408, operatorId: david });
    expect(chat(davids).memberIds).toContain(anna);
  });

  test('message.session.start: closes the open one, begins a new one with a copy of the message', async () => {
    const message = portal.world.messages.get(own)?.at(-1);
    expect((await ol('message.session.start', { CHAT_ID: own, MESSAGE_ID: message?.id })).result).toBe(true);
    expect(portal.world.sessions.get(407)?.status).toBe(60);
    expect(session(own)).toMatchObject({ id: 413, status: 10, operatorId: anna });
    expect(last(own)).toMatchObject({ authorId: 26, text: message?.text });
  });
});

describe('intercept', () => {
  test('takes a colleague’s conversation over', async () => {
    expect((await ol('session.intercept', { CHAT_ID: davids })).result).toBe(true);
    expect(session(davids)?.operatorId).toBe(anna);
    expect(chat(davids).memberIds).toEqual([27, anna]);
  });

  test('RF 4.3: true though there is nobody to take it from; every refusal is OPERATOR_WRONG', async () => {
    expect((await ol('session.intercept', { CHAT_ID: nobodys })).result).toBe(true);
    expect(session(nobodys)).toMatchObject({ operatorId: null, status: 0 });
    expect(await ol('session.intercept')).toMatchObject({ error: 'CHAT_ID_EMPTY' });
    expect(await ol('session.intercept', { CHAT_ID: davids }, liam)).toMatchObject({
      error: 'OPERATOR_WRONG',
    });
  });
});

describe('pin', () => {
  test('of the operator only; entity_data_1 tells it', async () => {
    expect((await ol('session.mode.pin', { CHAT_ID: own })).result).toBe(true);
    const card = await ol('dialog.get', { CHAT_ID: own });
    expect(String(at(card.result, 'entity_data_1')).split('|')[3]).toBe('Y');
    expect((await ol('session.mode.pin', { CHAT_ID: own, ACTIVATE: 'N' })).result).toBe(true);
    expect(session(own)?.isPinned).toBe(false);
    expect(await ol('session.mode.pin', { CHAT_ID: davids })).toMatchObject(silent);
    expect(await ol('session.mode.pin')).toMatchObject({ status: 400, error: 'CHAT_ID_EMPTY' });
  });

  test('all: the ids of one’s active sessions that changed', async () => {
    expect((await ol('session.mode.pinAll')).result).toEqual([401, 407]);
    expect((await ol('session.mode.pinAll')).result).toEqual([]);
    expect((await ol('session.mode.unpinAll')).result).toEqual([401, 407]);
  });
});

describe('message.quick.save', () => {
  const save = (params: object, userId = anna) => ol('message.quick.save', params, userId);

  test('once for each message, and for each text', async () => {
    const { id = 0 } = last(own) ?? {};
    expect((await save({ CHAT_ID: own, MESSAGE_ID: id })).result).toBe(true);
    expect((await save({ CHAT_ID: own, MESSAGE_ID: id })).result).toBe(true);
    const same = addMessage(portal.world, { chatId: own, authorId: 26, typed: last(own)?.text ?? '' });
    expect((await save({ CHAT_ID: own, MESSAGE_ID: same.id })).result).toBe(true);
    expect(portal.world.quickAnswers).toHaveLength(1);
    expect(portal.world.quickAnswers).toMatchObject([{ lineId: 1, messageId: id }]);
  });

  test.each<[string, object, number, string]>([
    ['no message, before anything else', { CHAT_ID: 9999 }, liam, 'CANT_SAVE_QUICK_ANSWER'],
    ['no chat', { MESSAGE_ID: 'last' }, anna, 'CHAT_ID'],
    ['a task chat', { CHAT_ID: 58, MESSAGE_ID: 'last' }, anna, 'CHAT_TYPE'],
    ['a stranger', { CHAT_ID: own, MESSAGE_ID: 'last' }, liam, 'ACCESS_DENIED'],
  ])('RF 4.3: 400: %s', async (_what, params, userId, error) => {
    const filled = 'MESSAGE_ID' in params ? { ...params, MESSAGE_ID: last(own)?.id } : params;
    expect(await save(filled, userId)).toMatchObject({ status: 400, error });
  });

  test('RF 4.3: neither admin nor in the queue', async () => {
    chat(own).memberIds.push(liam);
    const params = { CHAT_ID: own, MESSAGE_ID: last(own)?.id };
    expect(await save(params, liam)).toMatchObject({ error: 'CANT_SAVE_QUICK_ANSWER' });
  });
});

test('crm.lead.create: true with an element already; else a lead, for the operator only', async () => {
  expect((await ol('crm.lead.create', { CHAT_ID: davids })).result).toBe(true);
  const made = createLineChat(portal.world, { crm: [], operatorId: david });
  const params = { CHAT_ID: made.chat.id };
  expect(await ol('crm.lead.create', params)).toMatchObject({
    status: 400,
    error: 'ERROR_USER_NOT_OPERATOR',
  });
  expect((await ol('crm.lead.create', params, david)).result).toBe(true);
  expect(made.session.crm).toMatchObject([{ type: 'lead' }]);
  expect(await ol('crm.lead.create', { CHAT_ID: 58 })).toMatchObject({ error: 'CHAT_TYPE' });
});

describe('crm.chat.user.add', () => {
  const lead = { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 5 };
  const add = (params: object, userId = anna) => ol('crm.chat.user.add', { ...lead, ...params }, userId);

  test('the chat’s id; 0 where there is none (RF 4.1)', async () => {
    expect((await add({ USER_ID: anna, CHAT_ID: 105 })).result).toBe(105);
    expect(chat(105).memberIds).toContain(anna);
    expect((await add({ CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: 9, USER_ID: anna })).result).toBe(0);
  });

  test.each<[string, object, number, number, string, RegExp]>([
    ['no type', { CRM_ENTITY_TYPE: '' }, liam, 400, 'ERROR_ARGUMENT', /CRM_ENTITY_TYPE/],
    ['no number', { CRM_ENTITY: 'x' }, liam, 400, 'ERROR_ARGUMENT', /invalid type/],
    ['the caller has no access', { USER_ID: anna }, liam, 403, 'ACCESS_DENIED', /to join user/],
    ['another chat', { CHAT_ID: 101 }, anna, 400, 'CHAT_NOT_IN_CRM', /CRM entity/],
    ['no person', {}, anna, 400, 'ERROR_ARGUMENT', /Empty USER_ID/],
    ['who has left', { USER_ID: 10 }, anna, 400, 'CRM_CHAT_USER_NOT_ACTIVE', /not active/],
    ['the person has no access', { USER_ID: marta }, anna, 403, 'ACCESS_DENIED', /this CRM entity/],
    ['the person is not of the line', { USER_ID: pavel }, anna, 403, 'ACCESS_DENIED', /view chat history/],
    ['a member already', { USER_ID: david }, anna, 400, 'WRONG_REQUEST', /already member/],
  ])('PB 3: %s', async (_what, params, caller, status, error, text) => {
    const answer = await add(params, caller);
    expect(answer).toMatchObject({ status, error });
    expect(at(answer.body, 'error_description')).toMatch(text);
  });

  test('PB 3: a closed or waiting chat is none of the element', async () => {
    const company = { CRM_ENTITY_TYPE: 'company', CRM_ENTITY: 14, USER_ID: yuki };
    expect(await add(company)).toMatchObject({ status: 400, error: 'CHAT_NOT_IN_CRM' });
  });
});

describe('crm.chat.user.delete', () => {
  const remove = (params: object, userId = anna) =>
    ol('crm.chat.user.delete', { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 5, USER_ID: david, ...params }, userId);

  test('the chat’s id', async () => {
    expect((await remove({})).result).toBe(105);
    expect(chat(105).memberIds).not.toContain(david);
  });

  test.each<[string, object, number, number, string]>([
    ['no person, first', { USER_ID: 0, CRM_ENTITY_TYPE: '' }, liam, 400, 'CRM_CHAT_EMPTY_USER'],
    ['no element', { CRM_ENTITY: '' }, liam, 400, 'CRM_CHAT_EMPTY_CRM_DATA'],
    ['no number', { CRM_ENTITY: 'x' }, liam, 400, 'ERROR_ARGUMENT'],
    ['the caller has no access', {}, liam, 403, 'ACCESS_DENIED'],
    ['another chat', { CHAT_ID: 101 }, anna, 400, 'CHAT_NOT_IN_CRM'],
    ['who has left', { USER_ID: 10 }, anna, 400, 'CRM_CHAT_USER_NOT_ACTIVE'],
    ['not in the chat', { USER_ID: marta }, anna, 400, 'WRONG_REQUEST'],
  ])('PB 3: %s', async (_what, params, caller, status, error) => {
    expect(await remove(params, caller)).toMatchObject({ status, error });
  });

  test('PB 3: who may not join the line: 403 with a code of its own', async () => {
    // The element that the chat names first decides, here one that Pavel does not read.
    const first = session(105);
    if (first) first.crm = [{ type: 'deal', id: 10 }, ...first.crm];
    const expected = { status: 403, error: 'CHAT_DELETE_USER_PERMISSION_DENIED' };
    expect(await remove({}, pavel)).toMatchObject(expected);
  });
});

describe('configs', () => {
  test('RF 4.4: ids are strings, people of the queue numbers; in config.get strings', async () => {
    const asked = {
      PARAMS: { select: ['ID', 'LINE_NAME'], filter: { ACTIVE: 'Y' } },
      OPTIONS: { QUEUE: 'Y' },
    };
    const { result } = await ol('config.list.get', asked, marta);
    expect(result).toMatchObject([
      {
        ID: '1',
        LINE_NAME: 'Support',
        QUEUE: [1, 6, 7],
        QUEUE_USERS_FIELDS: { 6: { USER_NAME: 'Yuki Tanaka' } },
      },
      { ID: '2', LINE_NAME: 'Sales', QUEUE: [5, 6] },
    ]);
    expect(keysAt(result, '0')).not.toContain('ACTIVE');
    const one = await ol('config.get', { CONFIG_ID: '1' });
    expect(one.result).toMatchObject({ ID: '1', QUEUE: ['1', '6', '7'], DATE_CREATE: {} });
  });

  test('RF 4.4: wrong PARAMS; an unknown line is false', async () => {
    for (const PARAMS of [{ select: 'ID' }, { page: 1 }]) {
      expect(await ol('config.list.get', { PARAMS })).toMatchObject({ status: 400, error: 'INVALID_FORMAT' });
    }
    expect((await ol('config.get', { CONFIG_ID: 99 })).result).toBe(false);
    expect(await ol('config.get')).toMatchObject({ status: 400, error: 'CONFIG_ID_EMPTY' });
  });
});

describe('messages to the client', () => {
  const say = (text: string, chatId = own, userId = anna) =>
    portal.v2('im.message.add', { DIALOG_ID: `chat${chatId}`, MESSAGE: text }, userId);
  const params = async (id: unknown) => {
    const { result } = await portal.v2('im.dialog.messages.get', { DIALOG_ID: `chat${own}`, LIMIT: 5 });
    const rows = at(result, 'messages');
    return at(Array.isArray(rows) ? rows.find((row) => at(row, 'id') === id) : null, 'params');
  };
  const report = (body: object) =>
    fetch(`${portal.running.origin}/control/delivery`, { method: 'POST', body: JSON.stringify(body) });

  test('PB source key M: the state becomes 40, and the channel tells that it is there', async () => {
    const { result } = await say('x');
    expect(session(own)?.status).toBe(40);
    expect(await params(result)).toEqual({ CONNECTOR_MID: [expect.any(String)] });
  });

  test('PB source key M: under way SENDING and SENDING_TS, then there, or not with a notice', async () => {
    portal.world.switches.delivery = 'sending';
    const { result: messageId } = await say('x');
    expect(await params(messageId)).toEqual({ SENDING: 'Y', SENDING_TS: expect.any(Number) });
    await report({ messageId, state: 'failed' });
    expect(await params(messageId)).toEqual({ IS_DELIVERED: 'N' });
    expect(last(own)).toMatchObject({ authorId: 0 });
    await report({ messageId, state: 'delivered' });
    expect(await params(messageId)).toEqual({ CONNECTOR_MID: [expect.any(String)] });
    const elsewhere = portal.world.messages.get(58)?.at(-1)?.id;
    expect((await report({ messageId: elsewhere, state: 'failed' })).status).toBe(400);
  });

  test('a site chat has them at once; a bot leaves a conversation that nobody has answered as it is', () => {
    portal.world.switches.delivery = 'failed';
    const message = addMessage(portal.world, { chatId: 110, authorId: 31, typed: 'x' });
    expect(message.params).toHaveProperty('CONNECTOR_MID');
    expect(session(110)?.status).toBe(0);
  });

  test('PB source key M: a member who writes into a closed conversation begins one', async () => {
    chat(closed).memberIds.push(anna);
    await say('x', closed);
    expect(session(closed)).toMatchObject({ id: 413, operatorId: anna, status: 40 });
  });

  test('PB source key M: WhatsApp takes replies for a day after the client’s message; entity_data_1 tells until when', async () => {
    const card = async (id: number) =>
      String(at((await ol('dialog.get', { CHAT_ID: id })).result, 'entity_data_1'))
        .split('|')
        .slice(8);
    const written = portal.world.messages.get(own)?.findLast(({ authorId }) => authorId === 26);
    const end = Math.trunc(Date.parse(written?.date ?? '') / 1000) + 86_400;
    expect(await card(own)).toEqual([String(end), 'DEFAULT']);
    expect(await card(nobodys)).toEqual(['0', '0']);
  });
});
