/** `imopenlines.*` (PB 3, RF 4.1, 4.2). */
import { describe, expect, test } from 'vitest';
import { createLineChat } from '../../../portal/world/chats.ts';
import { addFile } from '../../../portal/world/files.ts';
import { lastSession } from '../../../portal/world/lineStates.ts';
import { addMessage } from '../../../portal/world/messages.ts';
import { anna, at, keysAt, liam, marta, startTestPortal } from './support.ts';

const portal = startTestPortal();
const david = 7; // operator of chat 105, which is linked to lead 5
const pavel = 5; // responsible for lead 5 and deal 8

/** Chat 101 of deal 7: status 25, Anna's. */
const reply = (params: object, userId = anna) =>
  portal.v2(
    'imopenlines.crm.message.add',
    { CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: 7, USER_ID: anna, CHAT_ID: 101, MESSAGE: 'x', ...params },
    userId,
  );
const chats = (params: object, userId = anna) =>
  portal.v2('imopenlines.crm.chat.get', { CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: 7, ...params }, userId);
const dialog = (params: object, userId = anna) => portal.v2('imopenlines.dialog.get', params, userId);
const history = (params: object, userId = anna) =>
  portal.v2('imopenlines.session.history.get', params, userId);
const last = (chatId = 101) => portal.world.messages.get(chatId)?.at(-1);
const count = () => [...portal.world.messages.values()].flat().length;

function lastSessionOf(chatId: number) {
  const session = lastSession(portal.world, chatId);
  if (!session) throw new Error(`Chat ${chatId} has no session`);
  return session;
}

describe('imopenlines.crm.message.add', () => {
  test('PB 3: the bare id; "sent automatically" is attached; PB 4.5: rewritten, without a uuid', async () => {
    const { status, result } = await reply({ MESSAGE: 'a &lt; b [br]c' });
    expect(status).toBe(200);
    expect(result).toBe(last()?.id);
    expect(last()).toMatchObject({
      authorId: anna,
      text: 'a < b \nc',
      uuid: null,
      params: { ATTACH: [{ BLOCKS: [{ MESSAGE: 'This message was sent automatically' }] }] },
    });
  });

  test('PB 3: the author is USER_ID and not the caller', async () => {
    await reply({ CRM_ENTITY_TYPE: 'LEAD', CRM_ENTITY: '5', CHAT_ID: '105', USER_ID: '7' });
    expect(last(105)).toMatchObject({ authorId: david });
  });

  const lead = { CRM_ENTITY_TYPE: 'lead', CRM_ENTITY: 5, CHAT_ID: 105 };

  test.each<[string, object, number, string, string]>([
    ['1: no type', { CRM_ENTITY_TYPE: '', CRM_ENTITY: '' }, 400, 'ERROR_ARGUMENT', 'CRM_ENTITY_TYPE'],
    ['2: no element', { CRM_ENTITY: 0, USER_ID: '' }, 400, 'ERROR_ARGUMENT', 'CRM_ENTITY'],
    [
      '2: an element that is no number',
      { CRM_ENTITY: 'D_7', USER_ID: '' },
      400,
      'ERROR_ARGUMENT',
      'CRM_ENTITY',
    ],
    ['2: a negative one', { CRM_ENTITY: -7, USER_ID: '' }, 400, 'ERROR_ARGUMENT', 'CRM_ENTITY'],
    ['3: no author', { USER_ID: undefined, CHAT_ID: '' }, 400, 'ERROR_ARGUMENT', 'USER_ID'],
    ['3: an author that is no number', { USER_ID: 'me', CHAT_ID: '' }, 400, 'ERROR_ARGUMENT', 'USER_ID'],
    ['4: no chat', { CHAT_ID: undefined, MESSAGE: '' }, 400, 'ERROR_ARGUMENT', 'CHAT_ID'],
    ['4: the form of im.*', { CHAT_ID: 'chat101', MESSAGE: '' }, 400, 'ERROR_ARGUMENT', 'CHAT_ID'],
    ['5: no text', { MESSAGE: '' }, 400, 'ERROR_ARGUMENT', 'MESSAGE'],
    ['5: "0" is empty to PHP', { MESSAGE: '0' }, 400, 'ERROR_ARGUMENT', 'MESSAGE'],
  ])('PB 3: %s', async (_what, params, status, error, argument) => {
    const before = count();
    // Liam may nothing here: the arguments come before the rights.
    const answer = await reply(params, liam);
    expect(answer).toMatchObject({ status, error, body: { argument } });
    expect(count()).toBe(before);
  });

  test.each<[string, object, number, number, string, RegExp]>([
    ['6: the caller, before the author', { USER_ID: marta }, liam, 403, 'ACCESS_DENIED', /You dont have/],
    [
      '7: the author, before the chat',
      { USER_ID: marta, CHAT_ID: 58 },
      anna,
      403,
      'ACCESS_DENIED',
      /User dont have/,
    ],
    ['7: a client', { USER_ID: 21 }, anna, 403, 'ACCESS_DENIED', /User dont have/],
    ['7: nobody', { USER_ID: 999 }, anna, 403, 'ACCESS_DENIED', /User dont have/],
    ['8: a chat of another element', { CHAT_ID: 105 }, anna, 400, 'CHAT_NOT_IN_CRM', /CRM entity/],
    ['8: a task chat', { CHAT_ID: 58 }, anna, 400, 'CHAT_NOT_IN_CRM', /CRM entity/],
    [
      '8: a type without open lines',
      { CRM_ENTITY_TYPE: 'quote' },
      anna,
      400,
      'CHAT_NOT_IN_CRM',
      /CRM entity/,
    ],
    ['8: closed (60)', { CHAT_ID: 102, USER_ID: 6 }, anna, 400, 'CHAT_NOT_IN_CRM', /CRM entity/],
    [
      '9: PB 1.4: in place of MESSAGE_ADD_ERROR',
      { ...lead, USER_ID: pavel },
      anna,
      400,
      'CANCELED',
      /cannot send/,
    ],
  ])('PB 3: %s', async (_what, params, caller, status, error, text) => {
    const before = count();
    const answer = await reply(params, caller);
    expect(answer).toMatchObject({ status, error });
    expect(at(answer.body, 'error_description')).toMatch(text);
    expect(count()).toBe(before);
  });

  test.each([
    [0, false],
    [5, false],
    [9, false],
    [10, true],
    [20, true],
    [25, true],
    [40, true],
    [49, true],
    [50, false],
    [60, false],
    [80, false],
  ])('PB 3: session status %i is active: %s', async (status, isActive) => {
    lastSessionOf(101).status = status;
    const answer = await reply({});
    expect(answer.error).toBe(isActive ? undefined : 'CHAT_NOT_IN_CRM');
  });

  test('PB 3: keys in small letters are not seen', async () => {
    const params = { crm_entity_type: 'deal', crm_entity: 7, user_id: 1, chat_id: 101, message: 'x' };
    expect(await portal.v2('imopenlines.crm.message.add', params)).toMatchObject({
      error: 'ERROR_ARGUMENT',
      body: { argument: 'CRM_ENTITY_TYPE' },
    });
  });

  test('with the attachment a blank text is a message', async () => {
    expect((await reply({ MESSAGE: ' ' })).result).toBe(last()?.id);
    expect(last()?.text).toBe('');
  });
});

describe('imopenlines.crm.chat.get', () => {
  test('PB 3: CHAT_ID is a string; active ones only', async () => {
    const expected = [{ CHAT_ID: '101', CONNECTOR_ID: 'telegrambot', CONNECTOR_TITLE: 'Telegram' }];
    expect((await chats({})).result).toEqual(expected);
    expect((await chats({ ACTIVE_ONLY: false })).result).toEqual(expected);
  });

  test('PB 3: ACTIVE_ONLY=N gives all, the last changed first, each chat once', async () => {
    const ids = async () => {
      const { result } = await chats({ ACTIVE_ONLY: 'N' });
      return Array.isArray(result) ? result.map((row) => at(row, 'CHAT_ID')) : result;
    };
    expect(await ids()).toEqual(['101', '102']);
    const { chat } = createLineChat(portal.world, { crm: [{ type: 'deal', id: 7 }], status: 60 });
    addMessage(portal.world, { chatId: chat.id, authorId: 21, typed: 'Hello' });
    // A second session of chat 101, in which nothing was said yet.
    const second = { id: 999, firstMessageId: portal.world.nextId.message };
    portal.world.sessions.set(second.id, { ...lastSessionOf(101), ...second });
    expect(await ids()).toEqual([String(chat.id), '101', '102']);
  });

  test('PB 3: a connector that is switched off is left out, and its chat takes no reply', async () => {
    lastSessionOf(101).connectorId = 'viber';
    expect((await chats({})).result).toEqual([]);
    expect((await reply({})).error).toBe('CHAT_NOT_IN_CRM');
  });

  test('PB 3, RF 4.1: no access is 403; an unknown element or type is an empty list to an admin', async () => {
    expect(await chats({}, liam)).toMatchObject({ status: 403, error: 'ACCESS_DENIED' });
    expect((await chats({ CRM_ENTITY: 999 })).result).toEqual([]);
    expect((await chats({ CRM_ENTITY_TYPE: 'DYNAMIC_128' })).result).toEqual([]);
    expect(await chats({ CRM_ENTITY: 'x' }, liam)).toMatchObject({ error: 'ERROR_ARGUMENT' });
  });
});

describe('imopenlines.crm.chat.getLastId', () => {
  const lastId = (params: object, userId = anna) =>
    portal.v2('imopenlines.crm.chat.getLastId', params, userId);

  test('PB 3: an int, whatever the state and whoever asks', async () => {
    expect((await lastId({ CRM_ENTITY_TYPE: 'DEAL', CRM_ENTITY: '8' }, liam)).result).toBe(104);
  });

  test.each<[string, object, string]>([
    ['no element', { CRM_ENTITY_TYPE: 'deal' }, 'CRM_CHAT_EMPTY_CRM_DATA'],
    ['no type', { CRM_ENTITY: 7 }, 'CRM_CHAT_EMPTY_CRM_DATA'],
    ['no number', { CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: 'x' }, 'ERROR_ARGUMENT'],
    ['no chat', { CRM_ENTITY_TYPE: 'deal', CRM_ENTITY: 9 }, 'CRM_CHAT_EMPTY_CRM_DATA'],
    ['no such type', { CRM_ENTITY_TYPE: 'quote', CRM_ENTITY: 7 }, 'CRM_CHAT_EMPTY_CRM_DATA'],
  ])('PB 3: %s', async (_what, params, error) => {
    expect(await lastId(params)).toMatchObject({ status: 400, error });
  });
});

describe('imopenlines.dialog.get', () => {
  test.each<[string, object]>([
    ['CHAT_ID', { CHAT_ID: '101' }],
    ['keys in any case', { chat_id: 101 }],
    ['DIALOG_ID', { DIALOG_ID: 'chat101' }],
    ['SESSION_ID', { SESSION_ID: 401 }],
    ['USER_CODE', { USER_CODE: 'telegrambot|1|10100|21' }],
    ['USER_CODE with its prefix', { USER_CODE: 'imol|telegrambot|1|10100|21' }],
  ])('PB 3, RF 4.2: by %s', async (_what, params) => {
    const { status, result } = await dialog(params);
    expect(status).toBe(200);
    expect(result).toMatchObject({
      id: 101,
      dialog_id: 'chat101',
      type: 'lines',
      entity_type: 'LINES',
      message_type: 'L',
      entity_id: 'telegrambot|1|10100|21',
    });
    expect(String(at(result, 'entity_data_1')).split('|')[5]).toBe('401');
  });

  test('RF 4.2: the CRM element is enough, membership is not needed', async () => {
    expect((await dialog({ CHAT_ID: 105 }, pavel)).status).toBe(200);
  });

  test.each<[string, object, number]>([
    ['nothing given', {}, anna],
    ['unknown chat', { CHAT_ID: 9999 }, anna],
    ['no open line', { CHAT_ID: 58 }, anna],
    ['a person', { DIALOG_ID: '2' }, anna],
    ['unknown session', { SESSION_ID: 1 }, anna],
    ['unknown code', { USER_CODE: 'x|1|2|3' }, anna],
    ['no access', { CHAT_ID: 101 }, liam],
    ['the first that is given counts', { CHAT_ID: 9999, SESSION_ID: 401 }, anna],
  ])('PB 3: 400 for everything: %s', async (_what, params, userId) => {
    expect(await dialog(params, userId)).toMatchObject({ status: 400, error: 'ACCESS_ERROR' });
  });
});

describe('imopenlines.session.history.get', () => {
  test('RF 4.2: messages keyed by id, keys flattened, ids as strings', async () => {
    const { result: id } = await reply({ MESSAGE: '<b>' });
    const { status, result } = await history({ CHAT_ID: 101 });
    expect(status).toBe(200);
    expect(at(result, 'message', String(id))).toEqual({
      id: String(id),
      chatid: '101',
      senderid: '1',
      recipientid: 'chat101',
      date: last()?.date,
      text: '<b>',
      textlegacy: '&lt;b&gt;',
      params: {
        attach: [
          {
            id: '1',
            blocks: [{ message: 'This message was sent automatically' }],
            description: '',
            color: 'transparent',
          },
        ],
        connectorMid: [expect.any(String)],
      },
    });
    expect(at(result, 'usersMessage', 'chat101')).toEqual(
      portal.world.messages
        .get(101)
        ?.map((message) => String(message.id))
        .reverse(),
    );
  });

  test('RF 4.2: the rest of the answer', async () => {
    const body = Buffer.from('x');
    const { id } = addFile(portal.world, { chatId: 101, authorId: 1, name: 'a.txt', body });
    addMessage(portal.world, { chatId: 101, authorId: 1, typed: '', params: { FILE_ID: [id] } });
    const { result } = await history({ SESSION_ID: 401, CHAT_ID: 9999 });
    expect(result).toMatchObject({
      chatId: 101,
      canJoin: 'Y',
      canVoteHead: 'Y',
      sessionId: 401,
      sessionVoteHead: 0,
      sessionCommentHead: null,
      userId: 'chat101',
      openlines: { canvoteashead: { 1: true } },
      users: { 1: { id: '1', firstName: 'Anna', workPosition: 'Project lead' } },
      userInGroup: { 1: { id: 1, users: ['1'] } },
      woUserInGroup: [],
      chat: { 101: { id: '101', owner: '1', entityType: 'LINES', messageType: 'L', textFieldEnabled: true } },
      userBlockChat: { 101: { 1: false, 21: false } },
      userInChat: { 101: [21, 1] },
      files: { [id]: { id, chatid: 101, authorid: 1, name: 'a.txt' } },
    });
    expect(keysAt(result, 'files', String(id))).toContain('urldownload');
  });

  test('RF 4.2: an empty map is a list', async () => {
    const { result } = await history({ CHAT_ID: 101 });
    expect(at(result, 'files')).toEqual([]);
    const [first = ''] = keysAt(result, 'message');
    expect(at(result, 'message', first, 'params')).toEqual([]);
  });

  test('RF 4.2: one session a call; CHAT_ID means the last one', async () => {
    const sent = await fetch(`${portal.running.origin}/control/client-message`, {
      method: 'POST',
      body: JSON.stringify({ chatId: 102, text: 'Me again' }),
    });
    expect(sent.status).toBe(200);
    const now = await history({ CHAT_ID: 102 });
    // The portal's own notice of the new session comes first.
    const id = last(102)?.id ?? 0;
    expect(keysAt(now.result, 'message')).toEqual([String(id - 1), String(id)]);
    const then = await history({ SESSION_ID: 402 });
    expect(keysAt(then.result, 'message')).toHaveLength(3);
    expect(keysAt(then.result, 'message')).not.toContain(String(last(102)?.id));
  });

  test.each<[string, object, number, string]>([
    ['neither', {}, anna, 'MISSING_REQUIRED_PARAM'],
    ['small letters', { chat_id: 101 }, anna, 'MISSING_REQUIRED_PARAM'],
    ['a chat without session', { CHAT_ID: 58 }, anna, 'INVALID_SESSION_ID'],
    ['an unknown session', { SESSION_ID: 1 }, anna, 'ACCESS_DENIED'],
    ['no access', { CHAT_ID: 101 }, liam, 'ACCESS_DENIED'],
  ])('PB 3: 400: %s', async (_what, params, userId, error) => {
    expect(await history(params, userId)).toMatchObject({ status: 400, error });
  });

  test('PB 3: a session without messages is denied', async () => {
    const { session } = createLineChat(portal.world, { crm: [] });
    expect(await history({ SESSION_ID: session.id })).toMatchObject({ error: 'ACCESS_DENIED' });
  });
});

test('createLineChat: what is left out makes a chat that takes replies', async () => {
  const { chat } = createLineChat(portal.world, { crm: [{ type: 'contact', id: 3 }] });
  const params = { CRM_ENTITY_TYPE: 'contact', CRM_ENTITY: 3, CHAT_ID: chat.id };
  expect((await reply(params)).result).toBe(last(chat.id)?.id);
});
