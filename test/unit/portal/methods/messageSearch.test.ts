/** `im.dialog.messages.search` (RF 3.8; M = PB source key M, `im_rest.php`, `MessageCollection.php`). */
import { describe, expect, test } from 'vitest';
import { addMessage } from '../../../portal/world/messages.ts';
import { anna, at, idsAt, keysAt, liam, listAt, marta, olga, startTestPortal } from './support.ts';

const portal = startTestPortal();
const search = (params: object, userId = anna) =>
  portal.v2('im.dialog.messages.search', { CHAT_ID: 65, ...params }, userId);
const find = async (params: object) => (await search(params)).result;
const found = async (params: object) => idsAt(await find(params), 'messages');
const allOf = (chatId: number) => portal.world.messages.get(chatId) ?? [];
const idsOf = (part: string) =>
  allOf(65)
    .filter(({ text }) => text.toLowerCase().includes(part))
    .map(({ id }) => id);
const say = (typed: string, params = {}) =>
  addMessage(portal.world, { chatId: 58, authorId: marta, typed, params }).id;

describe('which messages', () => {
  test('RF 3.8: a part of the text in any case, the newest first', async () => {
    const expected = idsOf('опечатк').reverse().slice(0, 50);
    expect(expected.length).toBeGreaterThan(5);
    expect(await found({ SEARCH_MESSAGE: 'ОПЕЧАТК' })).toEqual(expected);
  });

  test('RF 3.8: only texts longer than two characters are looked for', async () => {
    const newest = allOf(65)
      .map(({ id }) => id)
      .reverse();
    expect(await found({ SEARCH_MESSAGE: 'зв' })).toEqual(newest.slice(0, 50));
    expect(await found({ SEARCH_MESSAGE: '🙂🙂' })).toEqual(newest.slice(0, 50));
    expect(await found({ SEARCH_MESSAGE: 'qqq' })).toEqual([]);
  });

  test('RF 3.8: LIMIT is 50 by default and 200 at most', async () => {
    expect(await found({})).toHaveLength(50);
    expect(await found({ LIMIT: 0 })).toHaveLength(50);
    expect(await found({ LIMIT: 7 })).toHaveLength(7);
    expect(await found({ LIMIT: 400 })).toHaveLength(200);
  });

  test('RF 3.8: ORDER by id, and on from LAST_ID', async () => {
    const all = allOf(65).map(({ id }) => id);
    const [first = 0] = all;
    expect(await found({ ORDER: { ID: 'ASC' }, LIMIT: 2 })).toEqual(all.slice(0, 2));
    expect(await found({ ORDER: { ID: 'ASC' }, LAST_ID: first, LIMIT: 2 })).toEqual(all.slice(1, 3));
    expect(await found({ LAST_ID: all.at(-1), LIMIT: 2 })).toEqual(all.slice(-3, -1).reverse());
  });

  test('M: LAST_ID=0 is an id too: nothing comes before it', async () => {
    expect(await found({ LAST_ID: 0 })).toEqual([]);
  });

  test('RF 3.8: DATE_FROM, DATE_TO; DATE is 24 hours from then on', async () => {
    const all = allOf(65);
    const [from, to] = [all[100]?.date ?? '', all[103]?.date ?? ''];
    const ids = all
      .slice(100, 104)
      .map(({ id }) => id)
      .reverse();
    expect(await found({ DATE_FROM: from, DATE_TO: to })).toEqual(ids);
    const ofDay = all.filter(({ date }) => {
      const since = Date.parse(date) - Date.parse(from);
      return since >= 0 && since <= 86_400_000;
    });
    expect(await found({ DATE: from })).toEqual(ofDay.map(({ id }) => id).reverse());
  });

  test('M: what is stored is searched, BB codes included, and % and _ stand for anything', async () => {
    const id = say('See https://northwind.example.com/100% now (a.b)');
    const ids = async (text: string) =>
      idsAt((await search({ CHAT_ID: 58, SEARCH_MESSAGE: text, LIMIT: 1 })).result, 'messages');
    expect(await ids('[/URL]')).toEqual([id]);
    expect(await ids('See%now')).toEqual([id]);
    expect(await ids('n_w (')).toEqual([id]);
    expect(await ids('(a.b)')).toEqual([id]);
    expect(await ids('(axb)')).toEqual([]);
  });
});

describe('what comes back', () => {
  test('the docs’ sample: the newer form, camelCase', async () => {
    const id = say('Hello');
    const result = (await search({ CHAT_ID: 58, LIMIT: 1 })).result;
    expect(result).toMatchObject({
      files: [],
      additionalMessages: [],
      copilot: null,
      stickers: [],
      reactions: [],
      usersShort: [],
      tariffRestrictions: { isHistoryLimitExceeded: false },
      users: [{ id: marta, firstName: 'Marta', workPosition: 'Designer', externalAuthId: 'default' }],
    });
    expect(listAt(result, 'messages')).toEqual([
      {
        id,
        chatId: 58,
        chat_id: 58,
        authorId: marta,
        author_id: marta,
        date: expect.any(String),
        text: 'Hello',
        isSystem: false,
        uuid: null,
        forward: null,
        params: [],
        viewedByOthers: false,
        unread: true,
        viewed: false,
      },
    ]);
  });

  test('M: a reply tells here what it replies to, as text, and brings that message along', async () => {
    const first = allOf(58)[1]?.id ?? 0;
    await portal.v2('im.message.add', { DIALOG_ID: 'chat58', MESSAGE: 'Yes', REPLY_ID: first });
    const result = (await search({ CHAT_ID: 58, LIMIT: 1 })).result;
    expect(at(listAt(result, 'messages')[0], 'params')).toEqual({ REPLY_ID: String(first) });
    expect(idsAt(result, 'additionalMessages')).toEqual([first]);
    expect(idsAt(result, 'users')).toContain(allOf(58)[1]?.authorId);
    // Where it is on the page itself it does not come twice.
    await portal.v2('im.message.add', { DIALOG_ID: 'chat58', MESSAGE: 'No', REPLY_ID: allOf(58).at(-1)?.id });
    const page = (await search({ CHAT_ID: 58, LIMIT: 2 })).result;
    expect(idsAt(page, 'additionalMessages')).toEqual([first]);
  });

  test('M, Param.php: numbers are texts, and every param is given', async () => {
    say('x', { LIKE: [1, 3], FILE_ID: [301], IS_EDITED: 'Y', FUTURE_PARAM: ['x'], CODE: ['CHAT_JOIN'] });
    const result = (await search({ CHAT_ID: 58, LIMIT: 1 })).result;
    expect(at(listAt(result, 'messages')[0], 'params')).toEqual({
      LIKE: ['1', '3'],
      FILE_ID: ['301'],
      IS_EDITED: 'Y',
      FUTURE_PARAM: ['x'],
      CODE: 'CHAT_JOIN',
    });
    expect(idsAt(result, 'files')).toEqual([301]);
  });

  test('RF 3.8: reactions', async () => {
    const messageId = say('x', { LIKE: [1, 3] });
    const result = (await search({ CHAT_ID: 58, LIMIT: 1 })).result;
    expect(listAt(result, 'reactions')).toEqual([
      { messageId, reactionCounters: { like: 2 }, reactionUsers: { like: [1, 3] }, ownReactions: ['like'] },
    ]);
    expect(keysAt(listAt(result, 'usersShort')[0])).toEqual(['id', 'name', 'avatar']);
  });
});

describe('refusals', () => {
  test.each<[string, object, number, number, string]>([
    ['no chat', { CHAT_ID: undefined }, anna, 400, 'CHAT_ID_EMPTY'],
    ['an unknown chat', { CHAT_ID: 9999 }, anna, 403, 'ACCESS_ERROR'],
    ['RF 11.19: a dialog id instead of the number', { CHAT_ID: 'chat58' }, anna, 403, 'ACCESS_ERROR'],
    ['no access', { CHAT_ID: 58 }, liam, 403, 'ACCESS_ERROR'],
    ['no date, before the chat', { CHAT_ID: undefined, DATE: 'today' }, anna, 400, 'ERROR_CORE'],
  ])('RF 3.8: %s', async (_what, params, userId, status, error) => {
    expect(await search(params, userId)).toMatchObject({ status, error });
  });

  test('PB 4.3: task readers where the switch lets them', async () => {
    expect((await search({ CHAT_ID: 58 }, olga)).status).toBe(200);
    portal.world.switches.taskReadersMayReadChat = false;
    expect(await search({ CHAT_ID: 58 }, olga)).toMatchObject({ status: 403, error: 'ACCESS_ERROR' });
  });
});
