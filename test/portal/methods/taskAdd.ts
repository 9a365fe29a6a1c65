/** `tasks.task.add` of classic REST and of REST 3.0 (RF 2.8, docs `tasks-task-add.md`, `tasks-task-add-rest-v3.md`). */
import type { Call, Params, V2Method, V3Method } from '../rest/call.ts';
import { V2Error, type ValidationItem } from '../rest/errors.ts';
import { isColleague } from '../world/rights.ts';
import { addTask } from '../world/tasks.ts';
import type { Task, World } from '../world/types.ts';
import { taskAnswer } from './tasksV2.ts';
import { taskItem } from './tasksV3.ts';
import { taskDto } from './tasks/taskDto.ts';
import { invalidRequest, missingField } from './v3/failures.ts';
import { readFields } from './v3/fields.ts';
import type { Dto } from './v3/dto.ts';
import { intOf, isEmpty, isRecord, listOf, textOf } from './values.ts';

export const taskAddV2: V2Method[] = [{ name: 'tasks.task.add', scopes: ['task'], handle: addByV2 }];
export const taskAddV3: V3Method[] = [
  { name: 'tasks.task.add', scope: 'tasks', needsJson: true, handle: addByV3 },
];

/** Field names in capitals; the creator is the caller, unless `CREATED_BY` says otherwise. The task has its chat at once. */
function addByV2(call: Call): unknown {
  const { world, user, params } = call;
  const { fields } = params;
  if (!isRecord(fields) || isEmpty(fields)) {
    throw new V2Error('100', 'Could not find value for parameter {fields} (internal error)');
  }
  const responsibleId = intOf(fields['RESPONSIBLE_ID']);
  // The line break is the portal's own (docs).
  if (textOf(fields['TITLE']).trim() === '')
    throw new V2Error('ERROR_CORE', 'Task title is not specified<br>');
  if (responsibleId <= 0) throw new V2Error('ERROR_CORE', 'Responsible person is not specified<br>');
  if (!isThere(world, responsibleId)) {
    throw new V2Error('ERROR_CORE', 'User specified in the "Responsible" field was not found<br>');
  }
  const task = addTask(world, {
    title: textOf(fields['TITLE']).trim(),
    description: textOf(fields['DESCRIPTION']),
    status: 'pending',
    creatorId: intOf(fields['CREATED_BY']) || user.id,
    responsibleId,
    accompliceIds: idsIn(fields['ACCOMPLICES']),
    auditorIds: idsIn(fields['AUDITORS']),
    deadline: textOf(fields['DEADLINE']) || null,
    crmItemIds: listOf(fields['UF_CRM_TASK']).map(textOf),
  });
  return taskAnswer(world, task, user.id);
}

/** What one may give a new task here; the rest of the fields is known and refused. */
const editable = new Set(['title', 'description', 'creatorId', 'responsibleId', 'deadline', 'crmItemIds']);

const newTaskDto: Dto = {
  name: taskDto.name,
  fields: Object.fromEntries(
    Object.entries(taskDto.fields).map(([name, field]) => [
      name,
      { ...field, isEditable: editable.has(name) },
    ]),
  ),
};

function addByV3(call: Call): unknown {
  const { world, params } = call;
  requireNamed(params);
  const fields = readFields(newTaskDto, params, 'add');
  const [creatorId, responsibleId] = [intOf(fields['creatorId']), intOf(fields['responsibleId'])];
  const objections: ValidationItem[] = [];
  if (!isThere(world, responsibleId)) {
    const message = 'User specified in the "Executor" field not found';
    objections.push({ message, field: 'responsibleId' });
  }
  if (!isThere(world, creatorId)) objections.push({ message: '', field: 'creatorId' });
  if (objections.length > 0) throw invalidRequest(...objections);
  const task: Task = addTask(world, {
    title: textOf(fields['title']),
    description: textOf(fields['description']),
    status: 'pending',
    creatorId,
    responsibleId,
    deadline: textOf(fields['deadline']) || null,
    crmItemIds: listOf(fields['crmItemIds']).map(textOf),
  });
  return { item: taskItem(call, task) };
}

/** @throws V3Error REQUESTVALIDATION that names what is missing, `fields` itself or its members */
function requireNamed({ fields }: Params): void {
  if (!isRecord(fields)) return;
  const missing = ['title', 'creatorId', 'responsibleId'].filter((name) => isEmpty(fields[name]));
  if (missing.length === 0) return;
  throw invalidRequest(...missing.flatMap((name) => missingField(name).validation));
}

function isThere(world: World, userId: number): boolean {
  const user = world.users.get(userId);
  return user !== undefined && isColleague(user);
}

function idsIn(value: unknown): number[] {
  return listOf(value)
    .map(intOf)
    .filter((id) => id > 0);
}
