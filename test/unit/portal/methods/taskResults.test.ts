/** Results of tasks, REST 3.0 (PB 2.2, RF 2.5). */
import { describe, expect, test } from 'vitest';
import { addMessage } from '../../../portal/world/messages.ts';
import { anna, at, idsAt, keysAt, liam, listAt, marta, olga, startTestPortal } from './support.ts';

const portal = startTestPortal();
const call = (name: string, params: unknown, userId = marta) =>
  portal.v3(`tasks.task.result.${name}`, params, userId);
const add = (fields: unknown, userId?: number) => call('add', { fields }, userId);
const promote = (messageId: unknown, userId?: number) =>
  call('addfromchatmessage', { fields: { messageId } }, userId);
const list = (filter: unknown, more: object = {}, userId?: number) =>
  call('list', { filter, ...more }, userId);
const say = (chatId: number, authorId: number, typed = 'Done', params = {}) =>
  addMessage(portal.world, { chatId, authorId, typed, params }).id;
const last = (chatId = 58) => portal.world.messages.get(chatId)?.at(-1);
const idOf = (answer: { result: unknown }) => Number(at(answer.result, 'item', 'id'));
const count = () => portal.world.results.size;

const denied = { status: 403, error: 'ACCESSDENIEDEXCEPTION' };
const invalid = (...fields: string[]) => ({
  status: 400,
  error: 'VALIDATION_REQUESTVALIDATIONEXCEPTION',
  fields,
});
const invalidDto = (...fields: string[]) => ({
  status: 400,
  error: 'VALIDATION_DTOVALIDATIONEXCEPTION',
  fields,
});
const unknownField = { status: 400, error: 'UNKNOWNDTOPROPERTYEXCEPTION' };

describe('addfromchatmessage', () => {
  test('RF 2.5: the whole result', async () => {
    const messageId = say(58, 3, 'It is [B]done[/B]', { FILE_ID: [301] });
    const answer = await promote(messageId);
    expect(answer.result).toEqual({
      item: {
        id: 18,
        taskId: 51,
        text: 'It is [B]done[/B]',
        // PB 2.2: the caller, not the author of the message.
        authorId: marta,
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}[+-]\d\d:\d\d$/),
        updatedAt: null,
        status: 'open',
        fileIds: [301],
        rights: { edit: true, remove: true },
        messageId,
      },
    });
  });

  test('PB 2.2: each call makes another one', async () => {
    const messageId = say(58, marta);
    const [first, second] = [await promote(messageId), await promote(messageId)];
    expect(idOf(second)).not.toBe(idOf(first));
    const answer = await list([
      ['taskId', 51],
      ['messageId', messageId],
    ]);
    expect(idsAt(answer.result, 'items')).toEqual([idOf(first), idOf(second)]);
  });

  test('PB 2.2: the notice names who did it, and the message itself tells nothing of its results', async () => {
    const messageId = say(58, marta);
    await promote(messageId);
    const page = await portal.v2('im.dialog.messages.get', { DIALOG_ID: 'chat58', LAST_ID: 0, LIMIT: 2 });
    expect(listAt(page.result, 'messages')).toMatchObject([
      { author_id: 0, text: expect.stringContaining('[USER=2 REPLACE]Marta Olsen[/USER]') },
      { id: messageId, params: [] },
    ]);
  });

  test('PB 2.2: also from the words of the system', async () => {
    expect((await promote(say(58, 0, 'System'))).status).toBe(200);
  });

  test.each(['', '0'])('PB 2.2: a text %j is replaced', async (typed) => {
    const answer = await promote(say(58, marta, typed, { FILE_ID: [301] }));
    expect(at(answer.result, 'item', 'text')).toBe('Task result');
  });

  test('PB 2.2: who had no part becomes an auditor; who had one stays what they are', async () => {
    await promote(say(62, 7), anna);
    expect(portal.world.tasks.get(54)?.auditorIds).toEqual([8, anna]);
    await promote(say(58, anna));
    expect(portal.world.tasks.get(51)?.auditorIds).toEqual([olga]);
  });

  test('PB 2.2: a notice of the system in the chat', async () => {
    const messageId = say(58, marta);
    await promote(messageId);
    expect(last()).toMatchObject({ authorId: 0 });
    expect(last()?.id).toBeGreaterThan(messageId);
  });

  test('PB 2.2: a task reader need not be a member of the chat', async () => {
    portal.world.switches.taskReadersMayReadChat = false;
    expect((await promote(say(58, marta), olga)).status).toBe(200);
  });

  test.each<[string, () => number, number]>([
    ['no such message', () => 999_999, anna],
    ['0', () => 0, anna],
    ['no task chat', () => say(49, anna), anna],
    ['an open line', () => say(101, 21), anna],
    ['a task that one may not read', () => say(58, marta), liam],
  ])('PB 2.2: one refusal for every hidden reason: %s', async (_why, message, userId) => {
    const messageId = message();
    const before = { results: count(), newest: last()?.id };
    expect(await promote(messageId, userId)).toMatchObject(denied);
    expect({ results: count(), newest: last()?.id }).toEqual(before);
  });

  test.each<[string, unknown, object]>([
    ['no fields', undefined, invalid('fields')],
    ['no message', {}, invalidDto('messageId')],
    ['no number', { messageId: 'x' }, invalid('messageId')],
    ['fileIds', { messageId: 1, fileIds: [1] }, invalidDto('fileIds')],
    ['a field nobody knows', { messageId: 1, x: 1 }, unknownField],
  ])('RF 2.5: %s, before the message is looked for', async (_what, fields, refusal) => {
    expect(await call('addfromchatmessage', { fields }, liam)).toMatchObject(refusal);
  });

  test('PB 1.6: numeric strings pass in fields', async () => {
    expect((await promote(String(say(58, marta)))).status).toBe(200);
  });
});

describe('add', () => {
  test('RF 2.5: by its text, for any reader of the task', async () => {
    const answer = await add({ taskId: 51, text: 'Done' }, olga);
    expect(at(answer.result, 'item')).toMatchObject({
      taskId: 51,
      text: 'Done',
      authorId: olga,
      messageId: null,
    });
    expect(last()).toMatchObject({ authorId: 0 });
  });

  test('RF 2.7: from then on the task has results', async () => {
    const hasResults = async () =>
      at((await portal.v3('tasks.task.get', { id: 51, select: ['containsResults'] })).result, 'item');
    expect(await hasResults()).toEqual({ containsResults: false });
    await add({ taskId: 51, text: 'Done' });
    expect(await hasResults()).toEqual({ containsResults: true });
  });

  test.each<[string, unknown, number, object]>([
    ['no fields', undefined, liam, invalid('fields')],
    ['nothing in them', {}, liam, invalidDto('taskId', 'text')],
    ['a message', { taskId: 51, text: 'x', messageId: 1 }, liam, invalidDto('messageId')],
    ['not readable', { taskId: 51, text: 'x' }, liam, denied],
    ['not there, for a non-admin', { taskId: 999, text: 'x' }, liam, denied],
    ['not there, for an admin', { taskId: 999, text: 'x' }, anna, invalid('taskId')],
    ['0, for an admin', { taskId: 0, text: 'x' }, anna, invalid('taskId')],
  ])('RF 2.5: %s', async (_what, fields, userId, refusal) => {
    const before = count();
    expect(await call('add', { fields }, userId)).toMatchObject(refusal);
    expect(count()).toBe(before);
  });
});

describe('update', () => {
  test('RF 2.5: a new text; only now there is an updatedAt', async () => {
    const id = idOf(await add({ taskId: 51, text: 'Done' }));
    const answer = await call('update', { id, fields: { text: 'Really done' } });
    expect(at(answer.result, 'item')).toMatchObject({ id, text: 'Really done', taskId: 51 });
    expect(at(answer.result, 'item', 'updatedAt')).toEqual(expect.any(String));
  });

  test.each<[string, object, number, object]>([
    ['neither id nor filter', { fields: { text: 'x' } }, marta, invalid('undefined', 'undefined')],
    ['both', { id: 17, filter: [['id', 17]], fields: {} }, marta, invalid('undefined', 'undefined')],
    ['a filter alone', { filter: [['id', 17]], fields: { text: 'x' } }, marta, invalid('id')],
    ['an id in quotes', { id: '17', fields: { text: 'x' } }, marta, invalid('id')],
    ['no fields', { id: 17 }, marta, invalid('fields')],
    ['no text', { id: 17, fields: {} }, marta, invalidDto('text')],
    ['another task', { id: 17, fields: { text: 'x', taskId: 51 } }, 7, invalidDto('taskId')],
    ['not there', { id: 999, fields: { text: 'x' } }, anna, denied],
    ['an admin', { id: 17, fields: { text: 'x' } }, anna, denied],
  ])('PB 2.2, RF 2.5: %s', async (_what, params, userId, refusal) => {
    expect(await call('update', params, userId)).toMatchObject(refusal);
    expect(portal.world.results.get(17)).toMatchObject({
      text: '18 requests of October are answered.',
      updatedAt: null,
    });
  });
});

describe('delete', () => {
  test.each([
    ['its creator', 7],
    ['an admin', anna],
  ])('PB 2.2: %s', async (_who, userId) => {
    expect((await call('delete', { id: 17 }, userId)).result).toEqual({ result: true });
    expect(portal.world.results.has(17)).toBe(false);
  });

  test('PB 2.2: nobody else; a missing one is told to an admin as done', async () => {
    expect(await call('delete', { id: 17 })).toMatchObject(denied);
    expect(portal.world.results.has(17)).toBe(true);
    expect(await call('delete', { id: 999 })).toMatchObject(denied);
    expect((await call('delete', { id: 999 }, anna)).result).toEqual({ result: true });
  });

  test('PB 2.2, RF 2.5: an id, and nothing else', async () => {
    expect(await call('delete', {}, anna)).toMatchObject(invalid('undefined', 'undefined'));
    expect(await call('delete', { filter: [['id', 17]] }, anna)).toMatchObject(invalid('id'));
  });
});

describe('list', () => {
  test('RF 2.5: the results of one task, all own fields, no author', async () => {
    await add({ taskId: 51, text: 'Done' });
    const { result } = await list([['taskId', '=', 54]]);
    expect(idsAt(result, 'items')).toEqual([17]);
    expect(keysAt(listAt(result, 'items')[0])).toEqual([
      'id',
      'taskId',
      'text',
      'authorId',
      'createdAt',
      'updatedAt',
      'status',
      'fileIds',
      'rights',
      'messageId',
    ]);
    expect(at(listAt(result, 'items')[0], 'rights')).toEqual({ edit: false, remove: false });
  });

  test('PB 2.2: the author where it is selected', async () => {
    const { result } = await list([['taskId', 54]], { select: ['id', 'author.id', 'author.name'] });
    expect(listAt(result, 'items')).toEqual([{ id: 17, author: { id: 7, name: expect.any(String) } }]);
  });

  test('RF 2.5: order and pages; PB 2.2: 50 at a time', async () => {
    for (let number = 1; number <= 51; number += 1) await add({ taskId: 51, text: `${number}` });
    const ids = async (more: object) => idsAt((await list([['taskId', 51]], more)).result, 'items');
    expect(await ids({})).toHaveLength(50);
    expect(await ids({ order: { id: 'DESC' }, pagination: { limit: 2 } })).toEqual([68, 67]);
    expect(await ids({ pagination: { limit: 50, page: 2 } })).toEqual([68]);
  });

  test.each<[string, object, object]>([
    ['no filter', {}, invalid('filter')],
    ['an empty one', { filter: [] }, invalid('filter')],
    [
      'a filter without the task',
      { filter: [['messageId', 1]] },
      { status: 400, error: 'VALIDATION_REQUESTFILTERVALIDATIONEXCEPTION', fields: ['filter.taskId'] },
    ],
    ['a task in quotes', { filter: [['taskId', '51']] }, invalid('taskId')],
    [
      'a message in quotes',
      {
        filter: [
          ['taskId', 51],
          ['messageId', '1'],
        ],
      },
      invalid('messageId'),
    ],
    [
      'a field that is not filterable',
      {
        filter: [
          ['taskId', 51],
          ['text', 'x'],
        ],
      },
      invalid('text'),
    ],
    [
      'an unknown field',
      {
        filter: [
          ['taskId', 51],
          ['x', 1],
        ],
      },
      unknownField,
    ],
    ['a field that is not sortable', { filter: [['taskId', 51]], order: { text: 'ASC' } }, invalid('text')],
  ])('PB 2.2, RF 2.5: %s', async (_what, params, refusal) => {
    expect(await call('list', params, liam)).toMatchObject(refusal);
  });

  test('PB 2.2: task readers only; an admin passes for any task', async () => {
    expect(await list([['taskId', 51]], {}, liam)).toMatchObject(denied);
    expect(await list([['taskId', 999]])).toMatchObject(denied);
    expect((await list([['taskId', 999]], {}, anna)).result).toEqual({ items: [] });
  });
});

test('GET /control/state lists them', async () => {
  const id = idOf(await add({ taskId: 51, text: 'Done' }));
  const state: unknown = await (await fetch(`${portal.running.origin}/control/state`)).json();
  expect(idsAt(state, 'results')).toEqual([17, 11, 12, 13, 14, 15, id]);
});
