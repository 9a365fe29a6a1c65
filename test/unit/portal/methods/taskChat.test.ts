/** `tasks.task.chat.message.send` (PB 2.1, RF 2.4). */
import { describe, expect, test } from 'vitest';
import { anna, liam, marta, olga, startTestPortal } from './support.ts';

const portal = startTestPortal();
const send = (fields: unknown, userId = anna) =>
  portal.v3('tasks.task.chat.message.send', { fields }, userId);
const last = (chatId: number) => portal.world.messages.get(chatId)?.at(-1);
const count = () => [...portal.world.messages.values()].flat().length;

describe('what is written', () => {
  test('RF 2.4: as the caller, and no id is given', async () => {
    const { result } = await send({ taskId: 51, text: ' See https://x.y. ' }, marta);
    expect(result).toEqual({ result: true });
    expect(last(58)).toMatchObject({
      authorId: marta,
      typed: ' See https://x.y. ',
      text: 'See [URL]https://x.y[/URL].',
      uuid: null,
    });
  });

  test('PB 4.5: an outsider becomes an auditor, and a member of the chat', async () => {
    // An admin without a part in task 54.
    await send({ taskId: 54, text: 'May I?' });
    expect(portal.world.tasks.get(54)?.auditorIds).toEqual([8, anna]);
    expect(portal.world.chats.get(62)?.memberIds).toContain(anna);
  });

  test('PB 2.1: a task reader need not be a member of the chat', async () => {
    expect((await send({ taskId: 51, text: 'Seen' }, olga)).result).toEqual({ result: true });
    expect(last(58)).toMatchObject({ authorId: olga, typed: 'Seen' });
  });

  test('PB 2.1: a long text is cut', async () => {
    await send({ taskId: 51, text: 'a'.repeat(20_007) });
    expect(last(58)?.text).toBe(`${'a'.repeat(20_000)} (...)`);
  });

  test('PB 1.6: a numeric string is an int in fields', async () => {
    await send({ taskId: '51', text: 'by text' });
    expect(last(58)?.typed).toBe('by text');
  });
});

describe('PB 2.1: true, and nothing is written', () => {
  test.each([
    ['the task has no chat', { taskId: 53, text: 'x' }],
    ['an admin names no task', { taskId: 999, text: 'x' }],
    ['nothing is left of the text', { taskId: 51, text: '[BR]' }],
  ])('%s', async (_why, fields) => {
    const before = count();
    expect(await send(fields)).toMatchObject({ status: 200, result: { result: true } });
    expect(count()).toBe(before);
  });
});

describe('PB 2.1: the checks in their order', () => {
  const invalid = 'VALIDATION_REQUESTVALIDATIONEXCEPTION';
  const invalidDto = 'VALIDATION_DTOVALIDATIONEXCEPTION';

  test.each<[string, unknown, number, object]>([
    ['no fields', undefined, anna, { status: 400, error: invalid, fields: ['fields'] }],
    [
      'an unknown field',
      { taskId: 51, text: 'x', y: 1 },
      anna,
      { status: 400, error: 'UNKNOWNDTOPROPERTYEXCEPTION' },
    ],
    ['fields as a list', ['x'], anna, { status: 400, error: 'UNKNOWNDTOPROPERTYEXCEPTION' }],
    [
      'taskId that is no number',
      { taskId: 'abc', text: 'x' },
      anna,
      { status: 400, error: invalid, fields: ['taskId'] },
    ],
    [
      'text that is no text',
      { taskId: 51, text: {} },
      anna,
      { status: 400, error: invalid, fields: ['text'] },
    ],
    ['both missing', {}, liam, { status: 400, error: invalidDto, fields: ['taskId', 'text'] }],
    ['text null', { taskId: 51, text: null }, anna, { status: 400, error: invalidDto, fields: ['text'] }],
    [
      'a field that is not editable',
      { id: 1, taskId: 51, text: 'x' },
      anna,
      { status: 400, error: invalidDto, fields: ['id'] },
    ],
    [
      'not readable, before the text is looked at',
      { taskId: 51, text: ' ' },
      liam,
      { status: 403, error: 'ACCESSDENIEDEXCEPTION' },
    ],
    [
      'not there, for a non-admin',
      { taskId: 999, text: 'x' },
      liam,
      { status: 403, error: 'ACCESSDENIEDEXCEPTION' },
    ],
    [
      'a blank text',
      { taskId: 51, text: ' \n' },
      anna,
      { status: 400, error: invalid, fields: ['message.text'] },
    ],
    [
      'taskId 0 and a blank text',
      { taskId: 0, text: '' },
      anna,
      { status: 400, error: invalid, fields: ['taskId', 'message.text'] },
    ],
  ])('%s', async (_what, fields, userId, refusal) => {
    const before = count();
    expect(await send(fields, userId)).toMatchObject(refusal);
    expect(count()).toBe(before);
  });
});

test('RF 2.4: its field list names an id', async () => {
  const { result } = await portal.v3('tasks.task.chat.message.field.list');
  expect(result).toMatchObject({
    items: [
      { name: 'id', type: 'int', filterable: true },
      { name: 'taskId', requiredGroups: ['send'] },
      { name: 'text', editable: true },
    ],
  });
});
