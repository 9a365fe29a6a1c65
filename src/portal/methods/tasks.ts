/** The task a card shows, and the making of its chat. */
import * as v from 'valibot';
import type { RestApi } from '../restApi.ts';
import type { Rest, RestCommand } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';

/** As REST 3.0 names them; v2 sends numbers (RF 2.7). */
export type TaskStatus =
  'Pending' | 'InProgress' | 'SupposedlyCompleted' | 'Completed' | 'Deferred' | 'Declined' | 'Unknown';

export interface Task {
  id: number;
  title: string;
  status: TaskStatus;
  /** ISO 8601 with offset */
  deadline: string | null;
  /** null: the task has no chat yet; `createTaskChat` makes one */
  chatId: number | null;
  /** everybody with a part in the task; null when the portal did not say */
  participantIds: number[] | null;
}

const fields = [
  'ID',
  'TITLE',
  'STATUS',
  'DEADLINE',
  'CHAT_ID',
  'CREATED_BY',
  'RESPONSIBLE_ID',
  'ACCOMPLICES',
  'AUDITORS',
] as const;

/** `tasks.task.get` (v2, scope `task`, RF 2.7): the v2 one, because it can stand in a batch with `im` methods. */
export function taskCommand(taskId: number): RestCommand {
  return {
    method: 'tasks.task.get',
    parameters: { taskId, select: [...fields] },
  };
}

const statuses: ReadonlyMap<string, TaskStatus> = new Map([
  ['1', 'Pending'],
  ['2', 'Pending'],
  ['3', 'InProgress'],
  ['4', 'SupposedlyCompleted'],
  ['5', 'Completed'],
  ['6', 'Deferred'],
  ['7', 'Declined'],
]);

/** As v2 sends it, a number or that as text. */
export function taskStatusOf(status: string | number): TaskStatus {
  return statuses.get(String(status)) ?? 'Unknown';
}

const participant = v.fallback(v.optional(wireNumber), undefined);
const participants = v.fallback(v.optional(v.array(wireNumber)), undefined);
/** Without its id and its chat there is no task to show; the rest may be missing. */
const task = v.looseObject({
  id: wireNumber,
  title: v.fallback(v.string(), ''),
  status: v.fallback(v.union([v.string(), v.number()]), ''),
  deadline: v.fallback(v.nullable(v.string()), null),
  chatId: v.nullish(wireNumber, null),
  createdBy: participant,
  responsibleId: participant,
  accomplices: participants,
  auditors: participants,
});

/**
 * @returns null when the task does not exist or the person may not read it: both are `[]` with status 200 (RF 2.7)
 * @throws PortalError 'malformed'
 */
export function readTask(result: unknown): Task | null {
  if (Array.isArray(result) && result.length === 0) return null;
  const answer = read('tasks.task.get', v.looseObject({ task: v.union([task, v.tuple([])]) }), result).task;
  if (Array.isArray(answer)) return null;
  return {
    id: answer.id,
    title: answer.title,
    status: taskStatusOf(answer.status),
    deadline: answer.deadline || null,
    chatId: answer.chatId || null,
    participantIds: participantsOf(answer),
  };
}

function participantsOf(answer: v.InferOutput<typeof task>): number[] | null {
  const { createdBy, responsibleId, accomplices, auditors } = answer;
  if (createdBy === undefined || responsibleId === undefined || !accomplices || !auditors) return null;
  return [createdBy, responsibleId, ...accomplices, ...auditors];
}

/**
 * `tasks.task.startwatch` (v2, scope `task`, RF 2.8): makes the signed-in person an observer of the task, and so a member
 * of its chat. Done twice it does no harm; for an observer who is not in the chat it does nothing.
 * @throws PortalError; code 1048584 when there is no such task for this person
 */
export async function startWatch(rest: Rest, taskId: number): Promise<void> {
  const command = { method: 'tasks.task.startwatch', parameters: { taskId } };
  await rest.call(command, { refusedBefore: ['0', '100', '1048584'] });
}

/**
 * `tasks.task.get` (v3, scope `tasks`): asked for a task without a chat, it makes the chat (PB 2.3).
 * @returns the chat's id, null when the portal made none
 * @throws PortalError; 'denied' when the task may not be read
 */
export async function createTaskChat(restApi: RestApi, taskId: number): Promise<number | null> {
  const method = 'tasks.task.get';
  const result = await restApi(method, { id: taskId, select: ['id', 'chatId'] });
  const schema = v.looseObject({ item: v.looseObject({ chatId: v.nullish(wireNumber, null) }) });
  return read(method, schema, result).item.chatId || null;
}
