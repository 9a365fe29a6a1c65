/** Reading dialogs (PB 4.3, 4.4, RF 3.7 to 3.10). */
import { describe, expect, test } from 'vitest';
import { addMessage } from '../../../portal/world/messages.ts';
import { anna, at, idsAt, liam, listAt, marta, olga, startTestPortal } from './support.ts';

const portal = startTestPortal();

const get = async (params: object, userId = anna) =>
  (await portal.v2('im.dialog.messages.get', { DIALOG_ID: 'chat58', ...params }, userId)).result;
const ids = (page: unknown) => idsAt(page, 'messages');
const allOf = (chatId: number) => (portal.world.messages.get(chatId) ?? []).map(({ id }) => id);

describe('which messages', () => {
  test('PB 4.3: LIMIT is 20 by default and 50 at most, the newest first', async () => {
    const newest = allOf(65).reverse();
    expect(ids(await get({ DIALOG_ID: 'chat65' }))).toEqual(newest.slice(0, 20));
    expect(ids(await get({ DIALOG_ID: 'chat65', LIMIT: 400 }))).toEqual(newest.slice(0, 50));
    expect(ids(await get({ DIALOG_ID: 'chat65', LIMIT: '3' }))).toEqual(newest.slice(0, 3));
  });

  test('PB 4.3: without ids the page grows by what is unread', async () => {
    // Anna has two unread ones.
    expect(ids(await get({ LIMIT: 3 }))).toEqual(allOf(58).reverse().slice(0, 5));
  });

  test('PB 4.3: LAST_ID=0 gives exactly LIMIT', async () => {
    expect(ids(await get({ LIMIT: 3, LAST_ID: 0 }))).toEqual(allOf(58).reverse().slice(0, 3));
  });

  test('PB 4.3: more unread than LIMIT: the oldest unread ones and as many before them', async () => {
    const all = allOf(58);
    const page = await get({ LIMIT: 1 });
    expect(ids(page)).toEqual([all.at(-2), all.at(-3)]);
  });

  test('PB 4.3: 25 unread and a page of 20: the oldest 20 unread ones, then 20 read ones, 40 rows', async () => {
    const dialog = { DIALOG_ID: 'chat68' };
    const all = allOf(68);
    const page = ids(await get(dialog));
    expect(page).toEqual([...all.slice(-25, -5).reverse(), ...all.slice(-45, -25).reverse()]);
    expect(page).not.toContain(all.at(-1));
    // As many unread as LIMIT: now the page grows, and holds the newest.
    expect(ids(await get({ ...dialog, LIMIT: 25 }))).toEqual(all.slice(-50).reverse());
    expect(ids(await get({ ...dialog, LIMIT: 50 }))).toEqual(all.slice(-75).reverse());
  });

  test('PB 4.3: FIRST_ID and LAST_ID keep to LIMIT, whatever is unread', async () => {
    const all = allOf(68);
    const dialog = { DIALOG_ID: 'chat68', LIMIT: 10 };
    expect(ids(await get({ ...dialog, LAST_ID: 0 }))).toEqual(all.slice(-10).reverse());
    expect(ids(await get({ ...dialog, FIRST_ID: all.at(-26) }))).toEqual(all.slice(-25, -15));
  });

  test('PB 4.3: LAST_ID goes back, FIRST_ID forward and wins', async () => {
    const all = allOf(65);
    const middle = all[200] ?? 0;
    const dialog = { DIALOG_ID: 'chat65', LIMIT: 2 };
    expect(ids(await get({ ...dialog, LAST_ID: middle }))).toEqual([all[199], all[198]]);
    expect(ids(await get({ ...dialog, FIRST_ID: middle }))).toEqual([all[201], all[202]]);
    expect(ids(await get({ ...dialog, FIRST_ID: middle, LAST_ID: middle }))).toEqual([all[201], all[202]]);
    expect(ids(await get({ ...dialog, FIRST_ID: 0 }))).toEqual([all[0], all[1]]);
  });

  test('PB 4.3: nothing found: empty lists', async () => {
    expect(await get({ FIRST_ID: 999_999 })).toEqual({ chat_id: 58, messages: [], users: [], files: [] });
  });

  test('PB 4.3: CHAT_ID wins over DIALOG_ID; keys in any case', async () => {
    expect(await get({ CHAT_ID: 65 })).toHaveProperty('chat_id', 65);
    const { result } = await portal.v2('im.dialog.messages.get', { dialog_id: 'chat65', limit: 1 });
    expect(ids(result)).toHaveLength(1);
  });
});

describe('what a message looks like', () => {
  test('RF 3.7: its fields; params is a list when empty', async () => {
    const [message] = listAt(await get({ LAST_ID: 0, LIMIT: 1 }), 'messages');
    expect(message).toEqual({
      id: allOf(58).at(-1),
      chat_id: 58,
      author_id: marta,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+03:00$/),
      text: 'Then I draw the imprint page next. Anything else for today?',
      unread: true,
      uuid: portal.world.messages.get(58)?.at(-1)?.uuid,
      replaces: [],
      params: [],
      disappearing_date: null,
    });
  });

  test('PB 4.3: params with UPPER-case keys, the system is author 0, no member has unread ones', async () => {
    expect(await get({ FIRST_ID: 0, LIMIT: 1 }, olga)).toMatchObject({
      messages: [{ author_id: 0, unread: false, params: { CODE: ['CHAT_JOIN'] } }],
      users: [],
    });
  });

  test('PB 4.3: a message without text and content shows as a deleted one', async () => {
    addMessage(portal.world, { chatId: 58, authorId: marta, typed: '' });
    const [message] = listAt(await get({ LAST_ID: 0, LIMIT: 1 }), 'messages');
    expect(message).toMatchObject({ text: 'This message was deleted', params: { IS_DELETED: 'Y' } });
  });

  test('M, im_message_param.php PrepareValues: what a message replies to is not told, nor what is not listed', async () => {
    const params = { REPLY_ID: 1001, FUTURE_PARAM: ['x'], LIKE: [2] };
    addMessage(portal.world, { chatId: 58, authorId: marta, typed: 'x', params });
    const given = async () => at(listAt(await get({ LAST_ID: 0, LIMIT: 1 }), 'messages')[0], 'params');
    expect(await given()).toEqual({ LIKE: [2] });
    portal.world.switches.unlistedParams = true;
    expect(await given()).toEqual(params);
  });

  test('PB 4.3: CONVERT_TEXT', async () => {
    addMessage(portal.world, { chatId: 58, authorId: marta, typed: '<b>\n&' });
    const [message] = listAt(await get({ LAST_ID: 0, LIMIT: 1, CONVERT_TEXT: 'Y' }), 'messages');
    expect(message).toMatchObject({ text: '<b>\n&', text_converted: '&lt;b&gt;<br />&amp;' });
  });

  test('RF 3.9: people in snake_case, with ids as numbers', async () => {
    const users = listAt(await get({ LAST_ID: 0, LIMIT: 1 }), 'users');
    expect(users).toEqual([
      expect.objectContaining({
        id: marta,
        name: 'Marta Olsen',
        first_name: 'Marta',
        work_position: 'Designer',
        gender: 'F',
        avatar: '',
        idle: false,
        bot_data: null,
      }),
    ]);
  });

  test('RF 3.10: files in camelCase, with absolute addresses that open', async () => {
    const page = await get({ FIRST_ID: 0, LIMIT: 50 });
    const fileOf = (type: string) => listAt(page, 'files').find((file) => at(file, 'type') === type);
    const picture = fileOf('image');
    const origin = portal.running.origin;
    expect(picture).toMatchObject({
      chatId: 58,
      name: 'Start page, quiet.png',
      extension: 'png',
      image: { width: 320, height: 200 },
      authorName: 'Marta Olsen',
      urlShow: expect.stringContaining(`${origin}/disk/`),
    });
    expect(fileOf('file')).toMatchObject({ image: false, urlPreview: '' });
    const named = listAt(page, 'messages').flatMap((message) => listAt(message, 'params', 'FILE_ID'));
    expect(named).toContain(at(picture, 'id'));
    const response = await fetch(String(at(picture, 'urlShow')));
    expect(response.headers.get('content-type')).toBe('image/png');
  });
});

describe('who may read', () => {
  test('PB 4.3: by the source every task reader, by the docs members only', async () => {
    expect(await get({}, olga)).toHaveProperty('chat_id', 58);
    portal.world.switches.taskReadersMayReadChat = false;
    const refusal = { status: 403, error: 'ACCESS_ERROR' };
    expect(await portal.v2('im.dialog.messages.get', { DIALOG_ID: 'chat58' }, olga)).toMatchObject(refusal);
    expect(await get({}, marta)).toHaveProperty('chat_id', 58);
  });

  test('PB 4.3: refusals', async () => {
    const refused = (params: object, userId = anna) => portal.v2('im.dialog.messages.get', params, userId);
    expect(await refused({ DIALOG_ID: 'chat58' }, liam)).toMatchObject({
      status: 403,
      error: 'ACCESS_ERROR',
    });
    expect(await refused({ DIALOG_ID: 'chat9999' })).toMatchObject({ status: 403, error: 'ACCESS_ERROR' });
    expect(await refused({ DIALOG_ID: 'nonsense' })).toMatchObject({ status: 400, error: 'DIALOG_ID_EMPTY' });
    expect(await refused({})).toMatchObject({ status: 400, error: 'DIALOG_ID_EMPTY' });
    expect(await refused({ DIALOG_ID: 'chat58', LAST_ID: 'x' })).toMatchObject({
      status: 400,
      error: 'LAST_ID_STRING',
    });
    expect(await refused({ DIALOG_ID: 'chat58', FIRST_ID: '-1' })).toMatchObject({
      status: 400,
      error: 'FIRST_ID_STRING',
    });
  });

  test('RF 3.1: digits are a person', async () => {
    expect(await get({ DIALOG_ID: 2 })).toMatchObject({
      chat_id: 50,
      messages: [{ text: 'Perfect.' }, {}, {}],
    });
  });
});

describe('im.dialog.read', () => {
  const read = async (params: object, userId = anna) =>
    (await portal.v2('im.dialog.read', { DIALOG_ID: 'chat58', ...params }, userId)).result;

  test('PB 4.4: everything, or up to a message; never back', async () => {
    const all = allOf(58);
    expect(await read({ MESSAGE_ID: all.at(-2) })).toEqual({
      dialogId: 'chat58',
      chatId: 58,
      lastId: all.at(-2),
      counter: 1,
    });
    expect(await read({})).toMatchObject({ lastId: all.at(-1), counter: 0 });
    expect(await read({ LAST_ID: all[0] })).toMatchObject({ lastId: all.at(-1), counter: 0 });
  });

  test('M, im_rest.php dialogRead: LAST_ID wins over MESSAGE_ID; 0 and no number are no id', async () => {
    const all = allOf(58);
    expect(await read({ LAST_ID: all.at(-2), MESSAGE_ID: all.at(-1) })).toMatchObject({ lastId: all.at(-2) });
    expect(await read({ LAST_ID: 0, MESSAGE_ID: all[0] })).toMatchObject({ lastId: all.at(-1), counter: 0 });
    expect(await read({ DIALOG_ID: 'chat68', MESSAGE_ID: 'x' })).toMatchObject({ counter: 0 });
  });

  test('M, im_rest.php dialogRead: notifications', async () => {
    expect(await read({ DIALOG_ID: 'notify' })).toBe(true);
  });

  test('PB 4.4: a message of another chat is a bad id', async () => {
    expect(await read({ MESSAGE_ID: allOf(65)[0] })).toBe(false);
    expect(portal.world.chats.get(58)?.lastRead[anna]).toBe(allOf(58).at(-3));
  });

  test('PB 4.4: the counter ends at 100', async () => {
    const chat = portal.world.chats.get(65);
    if (chat) chat.lastRead[anna] = 0;
    expect(await read({ DIALOG_ID: 'chat65', MESSAGE_ID: allOf(65)[0] })).toMatchObject({ counter: 100 });
  });

  test('PB 4.4: of a person the dialog id is a number', async () => {
    expect(await read({ DIALOG_ID: '2' })).toMatchObject({ dialogId: 2, chatId: 50 });
  });

  test('PB 4.4: false instead of an error', async () => {
    expect(await read({}, liam)).toBe(false);
    expect(await read({}, olga)).toBe(false);
    expect(await read({ MESSAGE_ID: 999_999 })).toBe(false);
  });

  test('PB 4.4: an open line without operator is not read', async () => {
    portal.world.chats.get(103)?.memberIds.push(anna);
    expect(await read({ DIALOG_ID: 'chat103' })).toBe(false);
  });

  test('PB 4.4: a bad dialog id', async () => {
    expect(await portal.v2('im.dialog.read', { DIALOG_ID: 'x' })).toMatchObject({
      status: 400,
      error: 'DIALOG_ID_EMPTY',
    });
  });
});

describe('im.dialog.get', () => {
  const card = async (dialogId: string) => (await portal.v2('im.dialog.get', { DIALOG_ID: dialogId })).result;

  test('RF 2.3, 3.8: a task chat', async () => {
    expect(await card('chat58')).toMatchObject({
      id: 58,
      dialog_id: 'chat58',
      type: 'tasksTask',
      message_type: 'X',
      entity_type: 'TASKS_TASK',
      entity_id: '51',
      entity_link: { type: 'TASKS', id: '51' },
      role: 'owner',
      counter: 2,
      user_counter: 4,
      last_message_id: allOf(58).at(-1),
    });
  });

  test('RF 4.2: an open line hides its session in entity_data_1', async () => {
    const line = await card('chat101');
    expect(String(at(line, 'entity_data_1')).split('|').slice(0, 6)).toEqual([
      'Y',
      'DEAL',
      '7',
      'N',
      'N',
      '401',
    ]);
    expect(at(line, 'entity_data_2')).toBe('LEAD|0|COMPANY|2|CONTACT|3|DEAL|7');
  });

  test('RF 3.8: refusals', async () => {
    expect(await portal.v2('im.dialog.get', {})).toMatchObject({ status: 400, error: 'DIALOG_ID_EMPTY' });
    const refusal = { status: 403, error: 'ACCESS_ERROR' };
    expect(await portal.v2('im.dialog.get', { DIALOG_ID: 'chat58' }, liam)).toMatchObject(refusal);
  });
});

describe('im.dialog.users.list', () => {
  const list = (params: object) => portal.v2('im.dialog.users.list', { DIALOG_ID: 'chat49', ...params });

  test('PB 4.4: next and total stand beside result', async () => {
    const { body, result } = await list({ LIMIT: 4 });
    expect(idsAt(result)).toEqual([1, 2, 3, 4]);
    expect(body).toMatchObject({ total: 9, next: 4 });
    expect(idsAt((await list({ LIMIT: 4, OFFSET: 8 })).result)).toEqual([9]);
    expect(idsAt((await list({ LIMIT: 4, start: 8 })).result)).toEqual([9]);
  });

  test('PB 4.4: with LAST_ID no total', async () => {
    const { body, result } = await list({ LIMIT: 2, LAST_ID: 4 });
    expect(idsAt(result)).toEqual([5, 6]);
    expect(body).not.toHaveProperty('total');
  });

  test('RF 3.8: SKIP_EXTERNAL leaves out clients, unless their type is named', async () => {
    portal.world.chats.get(101)?.memberIds.push(anna);
    const ids = async (params: object) => idsAt((await list({ DIALOG_ID: 'chat101', ...params })).result);
    expect(await ids({})).toEqual([1, 21]);
    expect(await ids({ SKIP_EXTERNAL: 'Y' })).toEqual([1]);
    expect(await ids({ SKIP_EXTERNAL: 'N' })).toEqual([1, 21]);
    const some = { SKIP_EXTERNAL: 'Y', SKIP_EXTERNAL_EXCEPT_TYPES: 'bot,imconnector' };
    expect(await ids(some)).toEqual([1, 21]);
  });

  test('PB 4.4: the inactive are skipped', async () => {
    portal.world.chats.get(49)?.memberIds.push(10);
    expect(idsAt((await list({})).result)).not.toContain(10);
  });
});
