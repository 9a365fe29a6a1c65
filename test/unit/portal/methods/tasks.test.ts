/** Tasks in both REST versions (RF 2.7, 2.8, PB 2.1, 2.3). */
import { describe, expect, test } from 'vitest';
import { anna, idsAt, keysAt, liam, listAt, marta, olga, startTestPortal } from './support.ts';

const portal = startTestPortal();

const lastMessage = () => {
  const message = portal.world.messages.get(58)?.at(-1);
  if (!message) throw new Error('nothing in chat 58');
  return message;
};

describe('v2 tasks.task.get', () => {
  test('RF 2.7: scalars are strings, chatId is a number, group is an empty list', async () => {
    const { result } = await portal.v2('tasks.task.get', { taskId: 51 });
    expect(result).toMatchObject({
      task: {
        id: '51',
        status: '3',
        createdBy: '1',
        responsibleId: '2',
        chatId: 58,
        group: [],
        auditors: ['8'],
      },
    });
    expect(result).toMatchObject({ task: { creator: { id: '1', name: 'Anna Keller' } } });
  });

  test('RF 2.7: select takes UPPER_SNAKE names and answers camelCase ones', async () => {
    const { result } = await portal.v2('tasks.task.get', { taskId: '51', select: ['TITLE', 'CHAT_ID'] });
    expect(keysAt(result, 'task').sort()).toEqual(['action', 'chatId', 'favorite', 'group', 'id', 'title']);
  });

  test.each([
    ['not there', 999, anna],
    ['not readable', 51, liam],
  ])('RF 2.7: a task that is %s is 200 and an empty list', async (_why, taskId, userId) => {
    expect(await portal.v2('tasks.task.get', { taskId }, userId)).toMatchObject({ status: 200, result: [] });
  });

  test('PB 2.3: auditors read', async () => {
    expect((await portal.v2('tasks.task.get', { taskId: 51 }, olga)).result).toHaveProperty('task.id', '51');
  });

  test('a chat is not made by it', async () => {
    expect((await portal.v2('tasks.task.get', { taskId: 53 })).result).toHaveProperty('task.chatId', null);
  });

  test.each([
    ['no taskId', {}, '100'],
    ['taskId that is no number', { taskId: 'x' }, '100'],
    ['select that is no list', { taskId: 51, select: 'ID' }, '100'],
    ['taskId 0', { taskId: 0 }, '0'],
  ])('RF 2.7: %s', async (_what, params, error) => {
    expect(await portal.v2('tasks.task.get', params)).toMatchObject({ status: 400, error });
  });
});

describe('v2 tasks.task.list', () => {
  test('RF 2.8: readable tasks, with total beside result', async () => {
    const { body } = await portal.v2('tasks.task.list', { order: { ID: 'desc' }, select: ['ID'] }, marta);
    const ids = idsAt(body, 'result', 'tasks');
    expect(ids).not.toContain('55');
    expect(ids).toContain('51');
    expect(body).toMatchObject({ total: ids.length });
    expect(body).not.toHaveProperty('next');
  });

  test('filters', async () => {
    const ids = async (filter: object) =>
      idsAt((await portal.v2('tasks.task.list', { filter })).result, 'tasks');
    expect(await ids({ ID: [51, 52] })).toEqual(['51', '52']);
    expect(await ids({ '%TITLE': 'REDESIGN' })).toEqual(['51']);
    expect(await ids({ AUDITORS: 8, '!ID': 51 })).toEqual(['54']);
    expect(await ids({ '<=ID': 52 })).toEqual(['51', '52']);
  });

  test('RF 2.7, 2.8: filtered by UF_CRM_TASK, which is told on request only', async () => {
    const filter = { UF_CRM_TASK: 'D_7' };
    const rows = async (select?: string[]) =>
      (await portal.v2('tasks.task.list', { filter, ...(select ? { select } : {}) })).result;
    expect(await rows(['*', 'UF_CRM_TASK'])).toMatchObject({
      tasks: [{ id: '51', title: 'Website redesign for Northwind', ufCrmTask: ['D_7', 'CO_2'] }],
    });
    expect(await rows()).not.toHaveProperty('tasks.0.ufCrmTask');
    expect(await rows(['*'])).not.toHaveProperty('tasks.0.ufCrmTask');
  });

  test('by the last message or change', async () => {
    portal.world.messages.get(58)?.push({ ...lastMessage(), date: '2100-01-01T00:00:00+03:00' });
    const { result } = await portal.v2('tasks.task.list', { order: { ACTIVITY_DATE: 'desc' } });
    expect(listAt(result, 'tasks')[0]).toMatchObject({
      id: '51',
      activityDate: '2100-01-01T00:00:00+03:00',
    });
    expect(listAt(result, 'tasks')).toHaveLength(portal.world.tasks.size);
    expect((await portal.v2('tasks.task.list', { order: { CHANGED_DATE: 'asc' } })).status).toBe(200);
  });

  test('RF 2.8: an unknown field to sort by', async () => {
    expect(await portal.v2('tasks.task.list', { order: { NONE: 'asc' } })).toMatchObject({
      status: 400,
      error: '0',
    });
  });
});

describe('v3 tasks.task.get', () => {
  test('RF 2.7: real types, all own fields, no relations', async () => {
    const { result } = await portal.v3('tasks.task.get', { id: 51 });
    expect(result).toMatchObject({ item: { id: 51, chatId: 58, status: 'in_progress', creatorId: 1 } });
    expect(result).not.toHaveProperty('item.chat');
  });

  test('PB 2.3: relations only by a dotted select; what is not selected is absent', async () => {
    const select = ['id', 'chat.id', 'chat.entityId', 'chat.entityType', 'creator.name'];
    const { result } = await portal.v3('tasks.task.get', { id: 51, select });
    expect(result).toEqual({
      item: {
        id: 51,
        chat: { id: 58, entityId: 51, entityType: 'TASKS_TASK' },
        creator: { name: 'Anna Keller' },
      },
    });
  });

  test('RF 1.5: an unknown own field is dropped, an unknown related one is not', async () => {
    expect((await portal.v3('tasks.task.get', { id: 51, select: ['id', 'nope'] })).result).toEqual({
      item: { id: 51 },
    });
    const refusal = { status: 400, error: 'UNKNOWNDTOPROPERTYEXCEPTION' };
    expect(await portal.v3('tasks.task.get', { id: 51, select: ['chat.nope'] })).toMatchObject(refusal);
    expect(await portal.v3('tasks.task.get', { id: 51, select: ['nope.id'] })).toMatchObject(refusal);
  });

  test('RF 2.7: all documented own fields; without data they are null', async () => {
    const { result } = await portal.v3('tasks.task.get', { id: 51 });
    expect(keysAt(result, 'item')).toHaveLength(68);
    expect(result).toMatchObject({
      item: { crmItemIds: ['D_7', 'CO_2'], startPlan: null, guid: null, changed: expect.any(String) },
    });
    const select = ['changed', 'activity', 'closed'];
    expect(keysAt((await portal.v3('tasks.task.get', { id: 51, select })).result, 'item')).toEqual(select);
  });

  test('RF 2.7: relations to many are lists, those of nothing are null', async () => {
    const select = ['accomplices.name', 'auditors.id', 'group.name', 'stage.title', 'flow.id', 'tags.id'];
    const { result } = await portal.v3('tasks.task.get', { id: 51, select: [...select, 'parent.title'] });
    expect(result).toEqual({
      item: {
        accomplices: [{ name: 'Елена Соколова' }, { name: 'Tomás Rivera' }],
        auditors: [{ id: 8 }],
        group: null,
        stage: null,
        flow: null,
        tags: [],
        parent: null,
      },
    });
  });

  test('a relation of which only the name is documented is a loud failure', async () => {
    expect((await portal.v3('tasks.task.get', { id: 51, select: ['source.id'] })).status).toBe(500);
  });

  test.each([[['id']], 'id', 5])('RF 1.4: a select that is none: %j', async (wrong) => {
    const select = Array.isArray(wrong) ? [wrong] : wrong;
    const answer = await portal.v3('tasks.task.get', { id: 51, select });
    expect(answer).toMatchObject({ status: 400, error: 'INVALIDSELECTEXCEPTION' });
  });

  test('PB 2.3: it makes the chat of a task that has none; list does not', async () => {
    const listed = { filter: ['id', 53], select: ['id', 'chatId'] };
    expect((await portal.v3('tasks.task.list', listed)).result).toEqual({
      items: [{ id: 53, chatId: null }],
    });
    const { result } = await portal.v3('tasks.task.get', { id: 53, select: ['chatId'] });
    expect(result).toEqual({ item: { chatId: expect.any(Number) } });
    const chatId = portal.world.tasks.get(53)?.chatId ?? 0;
    expect(result).toEqual({ item: { chatId } });
    expect(portal.world.chats.get(chatId)).toMatchObject({
      entityType: 'TASKS_TASK',
      entityId: '53',
      memberIds: [1, 5],
    });
  });

  test.each([
    ['not readable', 51, liam, { status: 403, error: 'ACCESSDENIEDEXCEPTION' }],
    ['not there, for a non-admin', 999, liam, { status: 403, error: 'ACCESSDENIEDEXCEPTION' }],
    ['not there, for an admin', 999, anna, { status: 400, error: 'ENTITYNOTFOUNDEXCEPTION' }],
  ])('PB 2.3: %s', async (_why, id, userId, refusal) => {
    expect(await portal.v3('tasks.task.get', { id }, userId)).toMatchObject(refusal);
  });

  test.each([
    ['missing', {}],
    ['a string (RF 11, trap 11)', { id: '51' }],
  ])('RF 2.7: id %s', async (_what, params) => {
    const refusal = { status: 400, error: 'VALIDATION_REQUESTVALIDATIONEXCEPTION', fields: ['id'] };
    expect(await portal.v3('tasks.task.get', params)).toMatchObject(refusal);
  });
});

describe('v3 tasks.task.list', () => {
  const ids = async (params: object, userId = anna) =>
    idsAt((await portal.v3('tasks.task.list', params, userId)).result, 'items');

  test('RF 2.8: without select only ids; without order by id; only readable tasks', async () => {
    const { result } = await portal.v3('tasks.task.list', {}, liam);
    expect(result).toEqual({ items: [] });
    const all = await ids({});
    expect(all).toEqual([...all].sort((a, b) => Number(a) - Number(b)));
    expect((await portal.v3('tasks.task.list', { pagination: { limit: 1 } })).result).toEqual({
      items: [{ id: 51 }],
    });
  });

  test('RF 1.5: forms of a filter', async () => {
    expect(await ids({ filter: ['id', 52] })).toEqual([52]);
    expect(await ids({ filter: [['id', '=', 52]] })).toEqual([52]);
    expect(await ids({ filter: [['id', [51, 53]]] })).toEqual([51, 53]);
    expect(await ids({ filter: [['id', 'between', [51, 52]]] })).toEqual([51, 52]);
    expect(
      await ids({
        filter: [
          ['id', '>', 51],
          ['id', '<', 53],
        ],
      }),
    ).toEqual([52]);
    const or = {
      logic: 'or',
      conditions: [
        ['id', 51],
        ['id', 53],
      ],
    };
    expect(await ids({ filter: [or] })).toEqual([51, 53]);
    expect(await ids({ filter: { conditions: [['id', '>', 51]], negative: true } })).toEqual([51]);
  });

  test('RF 1.5: order and pagination', async () => {
    const filter = ['id', [51, 52, 53]];
    expect(await ids({ filter, order: { id: 'DESC' } })).toEqual([53, 52, 51]);
    expect(await ids({ filter, pagination: { limit: 1, page: 2 } })).toEqual([52]);
    expect(await ids({ filter, pagination: { limit: '1', offset: 2 } })).toEqual([53]);
  });

  test('PB 7: no more than 50 rows, whatever is asked for', async () => {
    const task = portal.world.tasks.get(51);
    if (!task) throw new Error('no task 51');
    for (let id = 1000; id < 1060; id += 1) portal.world.tasks.set(id, { ...task, id });
    expect(await ids({ pagination: { limit: 1000 } })).toHaveLength(50);
  });

  test.each(
    (
      'id title creatorId created responsibleId deadline startPlan endPlan groupId priority status started ' +
      'estimatedTime changed closed activity mark allowsChangeDeadline allowsTimeTracking'
    ).split(' '),
  )('RF 2.8: order by %s', async (field) => {
    const { result } = await portal.v3('tasks.task.list', {
      order: { [field]: 'DESC' },
      select: ['id', field],
    });
    expect(keysAt(result, 'items', '0')).toContain(field);
  });

  test('by the last message', async () => {
    portal.world.messages.get(60)?.push({ ...lastMessage(), date: '2100-01-01T00:00:00+03:00' });
    expect((await ids({ order: { activity: 'DESC' } }))[0]).toBe(52);
  });

  test.each([
    ['a number as text (PB 1.6)', { filter: [['id', '51']] }, 'VALIDATION_REQUESTVALIDATIONEXCEPTION'],
    ['a field that is not filterable', { filter: [['title', 'x']] }, 'VALIDATION_REQUESTVALIDATIONEXCEPTION'],
    ['an unknown field', { filter: [['nope', 1]] }, 'UNKNOWNDTOPROPERTYEXCEPTION'],
    ['an unknown operator', { filter: [['id', '%', 1]] }, 'UNKNOWNFILTEROPERATOREXCEPTION'],
    ['four parts', { filter: [['id', '=', 1, 2]] }, 'INVALIDFILTEREXCEPTION'],
    ['an unknown logic', { filter: { logic: 'xor', conditions: [] } }, 'INVALIDFILTEREXCEPTION'],
    ['order as a list', { order: ['id'] }, 'INVALIDORDEREXCEPTION'],
    ['an unknown direction', { order: { id: 'up' } }, 'INVALIDORDEREXCEPTION'],
    ['order by an unknown field', { order: { nope: 'ASC' } }, 'UNKNOWNDTOPROPERTYEXCEPTION'],
    [
      'order by a field that is not sortable',
      { order: { chatId: 'ASC' } },
      'VALIDATION_REQUESTVALIDATIONEXCEPTION',
    ],
    ['a negative limit', { pagination: { limit: -1 } }, 'INVALIDPAGINATIONEXCEPTION'],
    ['a negative offset', { pagination: { offset: -1 } }, 'INVALIDPAGINATIONEXCEPTION'],
    ['a page that is no number', { pagination: { page: 'x' } }, 'INVALIDPAGINATIONEXCEPTION'],
    ['pagination as a text', { pagination: 'x' }, 'INVALIDPAGINATIONEXCEPTION'],
    ['pagination as a list', { pagination: [5] }, 'INVALIDPAGINATIONEXCEPTION'],
    ['limit 0', { pagination: { limit: 0 } }, 'INVALIDPAGINATIONEXCEPTION'],
    ['a limit that is no number', { pagination: { limit: 'abc' } }, 'INVALIDPAGINATIONEXCEPTION'],
  ])('RF 1.5: %s', async (_what, params, error) => {
    expect(await portal.v3('tasks.task.list', params)).toMatchObject({ status: 400, error });
  });
});
