/** Finding tasks, those tied to an element of the CRM above all, and making one. */
import * as v from 'valibot';
import type { Rest, RestValue } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';
import type { LineEntity } from './openLines.ts';
import { taskStatusOf, type TaskStatus } from './tasks.ts';

/** A task as a list shows it. */
export interface TaskBrief {
  id: number;
  title: string;
  status: TaskStatus;
  /** null: it has no chat yet, or the portal did not say; `createTaskChat` gives it, and makes one if need be */
  chatId: number | null;
  /** the person responsible */
  responsibleId: number | null;
}

/** How the field `UF_CRM_TASK` names elements (RF 5.1). */
const prefixes: Readonly<Record<LineEntity['type'], string>> = {
  lead: 'L',
  deal: 'D',
  contact: 'C',
  company: 'CO',
};

function linkTo({ type, id }: LineEntity): string {
  return `${prefixes[type]}_${id}`;
}

const select = ['ID', 'TITLE', 'STATUS', 'CHAT_ID', 'RESPONSIBLE_ID'];
const maybeId = v.fallback(v.nullish(wireNumber, null), null);
const brief = v.pipe(
  v.looseObject({
    id: wireNumber,
    title: v.fallback(v.string(), ''),
    status: v.fallback(v.union([v.string(), v.number()]), ''),
    chatId: maybeId,
    responsibleId: maybeId,
  }),
  v.transform(({ id, title, status, chatId, responsibleId }): TaskBrief => ({
    id,
    title,
    status: taskStatusOf(status),
    chatId: chatId || null,
    responsibleId: responsibleId || null,
  })),
);
const list = v.looseObject({ tasks: v.array(v.unknown()) });

/** `tasks.task.list` (v2, scope `task`, RF 2.8), newest first; the portal gives 50, all of them tasks the person may read. */
async function listTasks(rest: Rest, filter: Readonly<Record<string, RestValue>>): Promise<TaskBrief[]> {
  const method = 'tasks.task.list';
  const parameters = { filter, select, order: { ID: 'desc' } };
  const { tasks } = read(method, list, await rest.call({ method, parameters }));
  return tasks.flatMap((row) => {
    const task = v.safeParse(brief, row);
    return task.success ? [task.output] : [];
  });
}

/** The tasks tied to an element, newest first, at most 50. @throws PortalError */
export function tasksTiedTo(rest: Rest, entity: LineEntity): Promise<TaskBrief[]> {
  return listTasks(rest, { UF_CRM_TASK: linkTo(entity) });
}

/**
 * The tasks whose title holds `words`, newest first, at most 50.
 * @param words blank ones find nothing, without a request
 * @throws PortalError
 */
export async function searchTasks(rest: Rest, words: string): Promise<TaskBrief[]> {
  const part = words.trim();
  return part === '' ? [] : listTasks(rest, { '%TITLE': part });
}

export interface NewTask {
  /** one line, not blank; below 250 characters, more may be cut by the portal */
  title: string;
  /** BB code */
  description: string;
  responsibleId: number;
  /** what the task is tied to */
  entity: LineEntity;
}

/** Raised while the parameters are taken apart (RF 2.8). ERROR_CORE is not among them: it stands for anything. */
const refusedBefore = ['100', 'ACCESS_DENIED'];

/**
 * `tasks.task.add` (v2, scope `task`, RF 2.8), by the signed-in person and tied to an element.
 *
 * A write without a key. Where no answer came, or none that is a verdict (`executed: 'unknown'`), the task may be there:
 * `findCreatedTask` looks. To be able to, note the newest id of `tasksTiedTo` before. Not found at once does not mean
 * that it never comes: a person decides on a second attempt.
 * @throws PortalError; ERROR_CORE with the portal's own words (a `<br>` at their end): a field that it does not take,
 * such as a person who has left
 */
export async function createTask(rest: Rest, task: NewTask): Promise<TaskBrief> {
  const method = 'tasks.task.add';
  const fields = {
    TITLE: task.title,
    DESCRIPTION: task.description,
    RESPONSIBLE_ID: task.responsibleId,
    UF_CRM_TASK: [linkTo(task.entity)],
  };
  const result = await rest.call({ method, parameters: { fields } }, { refusedBefore });
  return read(method, v.looseObject({ task: brief }), result).task;
}

/**
 * The task that an attempt without an answer may have made: the first one newer than `after`.
 * @param after the newest id tied to the element before the attempt, 0 for none
 * @returns null when there is none, so far
 * @throws PortalError
 */
export async function findCreatedTask(
  rest: Rest,
  task: Pick<NewTask, 'title' | 'responsibleId' | 'entity'>,
  after: number,
): Promise<TaskBrief | null> {
  const tied = await tasksTiedTo(rest, task.entity);
  const isIt = ({ id, title, responsibleId }: TaskBrief) =>
    id > after && title === task.title.trim() && responsibleId === task.responsibleId;
  return tied.findLast(isIt) ?? null;
}
