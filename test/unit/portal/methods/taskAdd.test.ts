/** `tasks.task.add` of both versions, and finding tasks by their CRM element (RF 2.8 and the docs it names). */
import { describe, expect, test } from 'vitest';
import { anna, at, idsAt, listAt, marta, startTestPortal } from './support.ts';

const portal = startTestPortal();

describe('classic', () => {
  const add = (fields?: object, userId = anna) => portal.v2('tasks.task.add', { fields }, userId);

  test('the task as get has it; a chat at once; tied to the element and found by it', async () => {
    const fields = { TITLE: ' Call back ', RESPONSIBLE_ID: marta, UF_CRM_TASK: ['D_10'], DESCRIPTION: 'x' };
    const { result } = await add(fields);
    const id = Number(at(result, 'task', 'id'));
    expect(at(result, 'task')).toMatchObject({
      title: 'Call back',
      responsibleId: '2',
      createdBy: '1',
      status: '2',
    });
    const task = portal.world.tasks.get(id);
    expect(task).toMatchObject({ creatorId: anna, crmItemIds: ['D_10'] });
    expect(portal.world.chats.get(task?.chatId ?? 0)?.memberIds).toEqual([anna, marta]);
    const tied = await portal.v2('tasks.task.list', { filter: { UF_CRM_TASK: 'D_10' } });
    expect(idsAt(tied.result, 'tasks')).toEqual(['61', String(id)]);
    const found = await portal.v2('tasks.task.list', {
      filter: { '%TITLE': 'call' },
      select: ['ID', 'UF_CRM_TASK'],
    });
    expect(listAt(found.result, 'tasks')).toMatchObject([{ id: String(id), ufCrmTask: ['D_10'] }]);
  });

  test.each<[string, object | undefined, string, RegExp]>([
    ['no fields', undefined, '100', /fields/],
    ['no title', { RESPONSIBLE_ID: 1 }, 'ERROR_CORE', /title/],
    ['nobody', { TITLE: 'x' }, 'ERROR_CORE', /Responsible person/],
    ['an unknown person', { TITLE: 'x', RESPONSIBLE_ID: 999 }, 'ERROR_CORE', /not found/],
    ['a client', { TITLE: 'x', RESPONSIBLE_ID: 21 }, 'ERROR_CORE', /not found/],
  ])('docs: 400: %s', async (_what, fields, error, text) => {
    const answer = await add(fields);
    expect(answer).toMatchObject({ status: 400, error });
    expect(at(answer.body, 'error_description')).toMatch(text);
  });
});

describe('REST 3.0', () => {
  const add = (fields?: object) => portal.v3('tasks.task.add', { fields });

  test('the whole item, its chat among it', async () => {
    const fields = { title: 'Call back', creatorId: anna, responsibleId: marta, crmItemIds: ['C_12'] };
    const { result } = await add(fields);
    expect(at(result, 'item')).toMatchObject({ title: 'Call back', crmItemIds: ['C_12'], status: 'pending' });
    expect(portal.world.chats.has(Number(at(result, 'item', 'chatId')))).toBe(true);
  });

  test.each<[string, object | undefined, string, string[]]>([
    ['no fields', undefined, 'VALIDATION_REQUESTVALIDATIONEXCEPTION', ['fields']],
    [
      'without what it needs',
      { title: '' },
      'VALIDATION_REQUESTVALIDATIONEXCEPTION',
      ['title', 'creatorId', 'responsibleId'],
    ],
    [
      'unknown people',
      { title: 'x', creatorId: 999, responsibleId: 998 },
      'VALIDATION_REQUESTVALIDATIONEXCEPTION',
      ['responsibleId', 'creatorId'],
    ],
    [
      'an unknown field',
      { title: 'x', creatorId: 1, responsibleId: 1, x: 1 },
      'UNKNOWNDTOPROPERTYEXCEPTION',
      [],
    ],
  ])('docs: 400: %s', async (_what, fields, error, named) => {
    expect(await add(fields)).toMatchObject({ status: 400, error, fields: named });
  });
});
