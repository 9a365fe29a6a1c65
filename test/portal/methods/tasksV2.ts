/** `tasks.task.get` and `.list` of classic REST (RF 2.7, 2.8). */
import { Paged, type Call, type V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { readableTask } from '../world/access.ts';
import { fullName } from '../world/messages.ts';
import { mayReadTask } from '../world/rights.ts';
import type { Task, TaskStatus, World } from '../world/types.ts';
import { lastActivity } from './tasks/activity.ts';
import { pageOf } from './v2/paging.ts';
import { matchesFilter } from './v2/filter.ts';
import { intOf, isRecord, listOf, textOf } from './values.ts';

export const tasksV2: V2Method[] = [
  { name: 'tasks.task.get', scopes: ['task'], handle: getTask },
  { name: 'tasks.task.list', scopes: ['task'], handle: listTasks },
];

/** Numbers here, words in v3 (RF 2.7). */
const statusNumbers: Readonly<Record<TaskStatus, string>> = {
  pending: '2',
  in_progress: '3',
  supposedly_completed: '4',
  completed: '5',
  deferred: '6',
};

function getTask({ world, user, params }: Call): unknown {
  const id = params['taskId'];
  if (id === undefined || id === null || id === '') {
    throw new V2Error('100', 'Could not find value for parameter {taskId}');
  }
  if (!/^\d+$/.test(textOf(id))) {
    throw new V2Error('100', 'Invalid value to match with parameter {taskId}. Should be value of type int.');
  }
  if (intOf(id) === 0) throw new V2Error('0', 'wrong task id');
  const has = selected(params['select']);
  const task = readableTask(world, user, intOf(id));
  // Not there and not readable are the same: status 200 and an empty list (RF 2.7, trap 21).
  return task ? taskAnswer(world, task, user.id, has) : [];
}

/** One task as `tasks.task.get` answers it. @param has left out: as without a select */
export function taskAnswer(world: World, task: Task, viewerId: number, has: IsSelected = byDefault): unknown {
  return { task: { ...taskOf(world, task, has), favorite: 'N', action: actions(task, viewerId) } };
}

function listTasks(call: Call): unknown {
  const { world, user, params } = call;
  const has = selected(params['select']);
  const order = isRecord(params['order']) ? Object.entries(params['order']) : [];
  const rows = [...world.tasks.values()]
    .filter((task) => mayReadTask(user, task))
    .map((task) => ({ task, row: rowOf(world, task) }))
    .filter(({ row }) => matchesFilter(row, params['filter']))
    .sort((left, right) => compareRows(left.row, right.row, order));
  const page = pageOf(rows, params['start']);
  return new Paged({ tasks: page.rows.map(({ task }) => taskOf(world, task, has)) }, page);
}

type IsSelected = (name: string) => boolean;

/** All but `UF_` fields, which come on request only (RF 2.7). */
const byDefault: IsSelected = (name) => !name.startsWith('UF_');

/** @throws V2Error `100` for what is no list (RF 2.7) */
function selected(select: unknown): IsSelected {
  if (select === undefined || select === null || select === '') return byDefault;
  if (typeof select !== 'object') {
    throw new V2Error(
      '100',
      'Invalid value to match with parameter {select}. Should be value of type array.',
    );
  }
  const names = listOf(select).map((name) => textOf(name).toUpperCase());
  const isNamed: IsSelected = (name) => name === 'ID' || names.includes(name);
  if (names.length > 0 && !names.includes('*')) return isNamed;
  return (name) => isNamed(name) || byDefault(name);
}

/** UPPER_SNAKE names in, camelCase names out; scalars are strings, only `chatId` is a number (RF 2.7). */
function taskOf(world: World, task: Task, has: IsSelected): Record<string, unknown> {
  const fields = Object.entries(rowOf(world, task)).filter(([name]) => has(name));
  return {
    ...Object.fromEntries(fields.map(([name, value]) => [camelCase(name), value])),
    ...(has('CHAT_ID') ? { chatId: task.chatId } : {}),
    // An empty object and an empty list look alike (RF 11.12); sent even where it is not selected.
    group: [],
    ...(has('CREATED_BY') ? { creator: personOf(world, task.creatorId) } : {}),
    ...(has('RESPONSIBLE_ID') ? { responsible: personOf(world, task.responsibleId) } : {}),
  };
}

/** What is null, the local portal has nothing for. */
function rowOf(world: World, task: Task): Record<string, unknown> {
  return {
    ID: String(task.id),
    PARENT_ID: null,
    TITLE: task.title,
    DESCRIPTION: task.description,
    PRIORITY: '1',
    STATUS: statusNumbers[task.status],
    GROUP_ID: '0',
    CREATED_BY: String(task.creatorId),
    CREATED_DATE: task.createdAt,
    CHANGED_DATE: task.createdAt,
    ACTIVITY_DATE: lastActivity(world, task),
    CLOSED_DATE: null,
    DATE_START: null,
    START_DATE_PLAN: null,
    END_DATE_PLAN: null,
    RESPONSIBLE_ID: String(task.responsibleId),
    ACCOMPLICES: task.accompliceIds.map(String),
    AUDITORS: task.auditorIds.map(String),
    DEADLINE: task.deadline,
    UF_CRM_TASK: task.crmItemIds,
  };
}

function personOf(world: World, userId: number): unknown {
  const user = world.users.get(userId);
  if (!user) return [];
  return {
    id: String(userId),
    name: fullName(user),
    link: `/company/personal/user/${userId}/`,
    icon: '/bitrix/images/tasks/default_avatar.png',
    workPosition: user.position,
  };
}

function actions(task: Task, userId: number): Record<string, boolean> {
  const isResponsible = task.responsibleId === userId;
  return {
    accept: false,
    complete: isResponsible,
    edit: task.creatorId === userId,
    'edit.plan': isResponsible,
  };
}

function compareRows(
  left: Record<string, unknown>,
  right: Record<string, unknown>,
  order: ReadonlyArray<[string, unknown]>,
): number {
  for (const [name, direction] of [...order, ['ID', 'asc'] as const]) {
    const key = name.toUpperCase();
    // RF 2.8
    if (!Object.hasOwn(left, key)) throw new V2Error('0', 'Invalid sorting key (internal error)');
    const difference = textOf(left[key]).localeCompare(textOf(right[key]), 'en', { numeric: true });
    if (difference !== 0)
      return textOf(direction).toLowerCase().startsWith('desc') ? -difference : difference;
  }
  return 0;
}

function camelCase(name: string): string {
  return name.toLowerCase().replace(/_(.)/g, (_underscore, letter: string) => letter.toUpperCase());
}
