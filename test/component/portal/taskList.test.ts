/** Tasks of an element, looking for others and making one, over the SDK against a local portal. */
import { expect, test } from 'vitest';
import {
  createTask,
  findCreatedTask,
  searchTasks,
  tasksTiedTo,
} from '../../../src/portal/methods/taskList.ts';
import { getMessages } from '../../../src/portal/methods/dialogs.ts';
import { anna, liam, openPortal } from '../sending/portal.ts';
import { failureOf } from './wild.ts';

const portal = await openPortal();
const { rest } = portal.portalOf(anna);
const deal = { type: 'deal', id: 10 } as const;
const draft = { title: 'Shelf in the shop', description: 'As asked', responsibleId: 4, entity: deal };

test('the tasks of an element, and its contact’s', async () => {
  const [task, ...others] = await tasksTiedTo(rest, deal);
  expect(task).toEqual({
    id: 61,
    title: 'Haddad: first release of the shop',
    status: 'InProgress',
    chatId: 69,
    responsibleId: 4,
  });
  expect(others).toEqual([]);
  expect(await tasksTiedTo(rest, { type: 'contact', id: 12 })).toMatchObject([{ id: 61 }]);
  expect(await tasksTiedTo(rest, { type: 'company', id: 10 })).toEqual([]);
  // In no task of others.
  expect(await tasksTiedTo(portal.portalOf(liam).rest, deal)).toEqual([]);
});

test('search by title, in any case; blank words find nothing', async () => {
  expect(await searchTasks(rest, ' FIRST release ')).toMatchObject([{ id: 61 }]);
  expect(await searchTasks(rest, '$result[x] qq%%')).toEqual([]);
  expect(await searchTasks(rest, '  ')).toEqual([]);
});

test('a new task is tied to the element and has a chat', async () => {
  const text = 'Line one\n[QUOTE]a & b[/QUOTE] [URL=/crm/deal/details/10/]D+1[/URL] 🙂';
  const made = await createTask(rest, { ...draft, title: 'Call “Haddad” & Söhne', description: text });
  expect(made).toMatchObject({ title: 'Call “Haddad” & Söhne', status: 'Pending', responsibleId: 4 });
  expect(await tasksTiedTo(rest, deal)).toContainEqual(made);
  expect((await getMessages(rest, `chat${made.chatId}`)).messages).toBeInstanceOf(Array);
});

test('refused: somebody who has left, in the portal’s own words', async () => {
  const before = await tasksTiedTo(rest, deal);
  const failure = await failureOf(createTask(rest, { ...draft, responsibleId: 9_999 }));
  expect(failure).toMatchObject({ kind: 'refused', code: 'ERROR_CORE', status: 400 });
  expect(failure.portalText).not.toBe('');
  expect(await tasksTiedTo(rest, deal)).toEqual(before);
});

test('no answer: unknown, and found by reading again', async () => {
  const newest = async () => (await tasksTiedTo(rest, deal))[0]?.id ?? 0;
  const after = await newest();
  await portal.faults({ method: 'tasks.task.add', fault: 'drop-after', connection: 'fresh' });
  const failure = await failureOf(createTask(rest, draft));
  await portal.noFaults();
  expect(failure).toMatchObject({ executed: 'unknown' });
  const found = await findCreatedTask(rest, draft, after);
  expect(found?.id).toBeGreaterThan(after);
  expect(await findCreatedTask(rest, draft, await newest())).toBeNull();
  expect(await findCreatedTask(rest, { ...draft, title: 'Another' }, after)).toBeNull();
});
