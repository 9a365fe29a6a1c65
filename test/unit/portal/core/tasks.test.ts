/** Tasks that tests and benchmarks add. */
import { expect, test } from 'vitest';
import { addTask } from '../../../portal/world/tasks.ts';
import { createWorld } from '../../../portal/world/world.ts';

const world = () => createWorld({ appUrl: 'http://127.0.0.1:5173/' });

test('many, each with a chat of its own and its participants in it', () => {
  const { tasks, chats, ...company } = world();
  const before = { tasks: tasks.size, chats: chats.size };
  const added = Array.from({ length: 1_000 }, (_, number) =>
    addTask({ tasks, chats, ...company }, { title: `Task ${number}`, responsibleId: 3, auditorIds: [4] }),
  );
  expect(tasks.size - before.tasks).toBe(1_000);
  expect(chats.size - before.chats).toBe(1_000);
  for (const { id, title, chatId } of added) {
    expect(chats.get(chatId ?? 0)).toMatchObject({
      kind: 'task',
      title,
      entityType: 'TASKS_TASK',
      entityId: String(id),
      memberIds: [1, 3, 4],
      lastRead: {},
    });
  }
});

test('without a chat, and with an id of its own', () => {
  const company = world();
  expect(addTask(company, { id: 70, title: 'None yet', chatId: null })).toMatchObject({
    id: 70,
    chatId: null,
  });
  const { id, chatId } = addTask(company, { title: 'Next' });
  expect(company.tasks.get(id)?.chatId).toBe(chatId);
  expect([company.tasks.has(70), company.chats.get(chatId ?? 0)?.entityId]).toEqual([true, String(id)]);
});
