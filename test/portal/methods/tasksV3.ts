/** `tasks.task.get` and `.list` of REST 3.0 (RF 2.7, 2.8, PB 2.3). */
import type { Call, V3Method } from '../rest/call.ts';
import { readableTask } from '../world/access.ts';
import { createTaskChat } from '../world/chats.ts';
import { mayReadTask } from '../world/rights.ts';
import type { Task } from '../world/types.ts';
import { chatDto, taskDto, taskFields } from './tasks/taskDto.ts';
import { userFields } from './tasks/userDto.ts';
import { accessDenied, entityNotFound } from './v3/failures.ts';
import { requireInt } from './v3/fields.ts';
import { readFilter, type Row } from './v3/filter.ts';
import { readOrder, readPagination } from './v3/paging.ts';
import { pick, readSelect, type Select } from './v3/select.ts';

/** Seen on live portals: the list gives no more rows, whatever `limit` says (PB 7, RF 1.5). */
const longestPage = 50;

export const tasksV3: V3Method[] = [
  { name: 'tasks.task.get', scope: 'tasks', needsJson: true, handle: getTask },
  { name: 'tasks.task.list', scope: 'tasks', needsJson: true, handle: listTasks },
];

function getTask(call: Call): unknown {
  const id = requireInt(call.params, 'id');
  // Without a select: all own fields, no relations (RF 2.7).
  const select = readSelect(taskDto, call.params['select'], Object.keys(taskDto.fields));
  const task = readableTask(call.world, call.user, id);
  if (!task) {
    // An admin passes every check of rights, so only an admin learns that there is no such task (PB 2.3).
    throw call.user.isAdmin ? entityNotFound(id) : accessDenied();
  }
  // PB 2.3: asked for a task without a chat, `get` makes the chat; `list` does not.
  if (task.chatId === null) createTaskChat(call.world, task);
  return { item: itemOf(call, task, select) };
}

/** No totals: one reads on until a page is short (RF 1.5). */
function listTasks(call: Call): unknown {
  const { params, world, user } = call;
  // RF 2.8: without a select only ids.
  const select = readSelect(taskDto, params['select'], ['id']);
  const matches = readFilter(taskDto, params['filter']);
  const order = readOrder(taskDto, params['order']);
  const { limit, offset } = readPagination(params['pagination']);
  const rows: Array<{ task: Task; row: Row }> = [...world.tasks.values()]
    .filter((task) => mayReadTask(user, task))
    .map((task) => ({ task, row: taskFields(world, task, user) }))
    .filter(({ row }) => matches(row))
    .sort((left, right) => order(left.row, right.row));
  const page = rows.slice(offset, offset + Math.min(limit, longestPage));
  return { items: page.map(({ task }) => itemOf(call, task, select)) };
}

/** All own fields, as `get` and `add` answer without a select. */
export function taskItem(call: Call, task: Task): Record<string, unknown> {
  return itemOf(call, task, readSelect(taskDto, undefined, Object.keys(taskDto.fields)));
}

function itemOf({ world, user }: Call, task: Task, select: Select): Record<string, unknown> {
  const chat =
    task.chatId === null ? null : { id: task.chatId, entityId: task.id, entityType: chatDto.entityType };
  const people = (ids: readonly number[], role: string) =>
    ids.flatMap((id): Row[] => {
      const user = world.users.get(id);
      return user ? [userFields(user, role)] : [];
    });
  // What is left out here, the local portal has none of: the relation is null.
  return pick(select, taskFields(world, task, user), {
    chat,
    creator: people([task.creatorId], 'director')[0] ?? null,
    responsible: people([task.responsibleId], 'responsible')[0] ?? null,
    accomplices: people(task.accompliceIds, 'accomplice'),
    auditors: people(task.auditorIds, 'auditor'),
    tags: [],
  });
}
