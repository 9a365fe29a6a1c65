/** `tasks.task.startwatch` and `.stopwatch` (docs, `tasks-task-start-watch.md`; M = PB source key M). */
import { describe, expect, test } from 'vitest';
import { addTask } from '../../../portal/world/tasks.ts';
import { anna, at, liam, marta, olga, startTestPortal } from './support.ts';

const portal = startTestPortal();
const watch = (taskId: unknown, userId = anna) => portal.v2('tasks.task.startwatch', { taskId }, userId);
const unwatch = (taskId: unknown, userId = anna) => portal.v2('tasks.task.stopwatch', { taskId }, userId);
const auditors = (taskId: number) => portal.world.tasks.get(taskId)?.auditorIds;
const members = (chatId: number) => portal.world.chats.get(chatId)?.memberIds;

describe('startwatch', () => {
  test('the caller becomes an auditor and a member of the chat; the answer is the task', async () => {
    const { status, result } = await watch('54');
    expect(status).toBe(200);
    expect(at(result, 'task')).toMatchObject({ id: '54', chatId: 62, auditors: ['8', '1'] });
    expect(auditors(54)).toEqual([olga, anna]);
    expect(members(62)).toContain(anna);
  });

  test('M: a second time nothing changes, and an auditor outside the chat stays outside', async () => {
    expect((await watch(51, olga)).status).toBe(200);
    expect(auditors(51)).toEqual([olga]);
    expect(members(58)).not.toContain(olga);
  });

  test('M: who has another part in the task audits it as well', async () => {
    await watch(51, marta);
    expect(auditors(51)).toEqual([olga, marta]);
  });

  test('a task without a chat', async () => {
    await watch(53);
    expect(auditors(53)).toEqual([anna]);
    expect(portal.world.tasks.get(53)?.chatId).toBeNull();
  });
});

describe('stopwatch', () => {
  test('the auditor goes, and leaves the chat', async () => {
    await watch(54);
    expect(at((await unwatch(54)).result, 'task')).toMatchObject({ auditors: ['8'] });
    expect(members(62)).not.toContain(anna);
  });

  test('M, getAction: an empty list for who cannot read the task any more', async () => {
    const task = addTask(portal.world, { title: 'Watched', auditorIds: [liam] });
    expect((await unwatch(task.id, liam)).result).toEqual([]);
    expect(members(task.chatId ?? 0)).not.toContain(liam);
  });

  test('who has another part in the task stays in its chat', async () => {
    await watch(51, marta);
    await unwatch(51, marta);
    expect(auditors(51)).toEqual([olga]);
    expect(members(58)).toContain(marta);
  });

  test('who does not audit it changes nothing', async () => {
    expect((await unwatch(51)).status).toBe(200);
    expect(auditors(51)).toEqual([olga]);
    expect(members(58)).toContain(anna);
  });
});

test.each<[string, unknown, number, string]>([
  ['no task given', undefined, anna, '100'],
  ['no id', 'x', anna, '0'],
  ['not there', 999, anna, '1048584'],
  ['not readable', 51, liam, '1048584'],
])('the docs’ codes: %s', async (_what, taskId, userId, error) => {
  const before = structuredClone(auditors(51));
  for (const call of [watch, unwatch])
    expect(await call(taskId, userId)).toMatchObject({ status: 400, error });
  expect(auditors(51)).toEqual(before);
});
