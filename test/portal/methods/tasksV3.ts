/** `tasks.task.get` and `.list` of REST 3.0 (RF 2.7, 2.8, PB 2.3). */
import type { Call, V3Method } from '../rest/call.ts';
import { readableTask } from '../world/access.ts';
import { createTaskChat } from '../world/chats.ts';
import { fullName } from '../world/messages.ts';
import { mayReadTask } from '../world/rights.ts';
import type { Task, User } from '../world/types.ts';
import { chatDto, taskDto, taskFields } from './tasks/taskDto.ts';
import { accessDenied, entityNotFound } from './v3/failures.ts';
import { requireInt } from './v3/fields.ts';
import { readFilter, type Row } from './v3/filter.ts';
import { readOrder, readPagination } from './v3/paging.ts';
import { pick, readSelect, type Select } from './v3/select.ts';

/** Seen on live portals: the list gives no more rows, whatever `limit` says (PB 7, RF 1.5). */
const longestPage = 50;

export const tasksV3: V3Method[] = [
  { name: 'tasks.task.get', scope: 'tasks', needsBody: true, handle: getTask },
  { name: 'tasks.task.list', scope: 'tasks', needsBody: true, handle: listTasks },
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
    .map((task) => ({ task, row: taskFields(task, user) }))
    .filter(({ row }) => matches(row))
    .sort((left, right) => order(left.row, right.row));
  const page = rows.slice(offset, offset + Math.min(limit, longestPage));
  return { items: page.map(({ task }) => itemOf(call, task, select)) };
}

function itemOf({ world, user }: Call, task: Task, select: Select): Record<string, unknown> {
  const chat =
    task.chatId === null ? null : { id: task.chatId, entityId: task.id, entityType: chatDto.entityType };
  const person = (id: number, role: string) => userFields(world.users.get(id), role);
  return pick(select, taskFields(task, user), {
    chat,
    creator: person(task.creatorId, 'director'),
    responsible: person(task.responsibleId, 'responsible'),
  });
}

function userFields(user: User | undefined, role: string): Row | null {
  if (!user) return null;
  const { id, gender, email } = user;
  return { id, name: fullName(user), role, image: null, gender: gender === 'M' ? 'male' : 'female', email };
}
