/** Results of a task (v3, scope `tasks`, RF 2.5, PB 2.2). */
import * as v from 'valibot';
import type { RestApi } from '../restApi.ts';
import { read, wireNumber } from '../wire.ts';

export interface TaskResult {
  id: number;
  /** who made the result, not who wrote the message; null when the portal did not say */
  authorId: number | null;
  /** the message it was made from; null for one without, or whose message was deleted */
  messageId: number | null;
  /** BB code, hostile */
  text: string;
  /** ISO 8601 with offset; null when the portal did not say */
  createdAt: string | null;
  isOpen: boolean;
  /** the person may delete it */
  mayRemove: boolean;
}

const row = v.pipe(
  v.looseObject({
    id: wireNumber,
    authorId: v.fallback(v.nullish(wireNumber, null), null),
    // No fallback: what a result was made from is what it is counted by.
    messageId: v.nullish(wireNumber, null),
    text: v.fallback(v.string(), ''),
    createdAt: v.fallback(v.nullish(v.string(), null), null),
    status: v.fallback(v.string(), 'open'),
    rights: v.fallback(v.looseObject({ remove: v.boolean() }), { remove: false }),
  }),
  v.transform(({ id, authorId, messageId, text, createdAt, status, rights }): TaskResult => ({
    id,
    authorId,
    messageId: messageId || null,
    text,
    createdAt,
    isOpen: status !== 'closed',
    mayRemove: rights.remove,
  })),
);

/**
 * `tasks.task.result.list`: the newest 50 results of a task, newest first.
 * @param messageId only those that were made from this message
 * @throws PortalError; 'denied' (403) when the task may not be read
 */
export async function listResults(
  restApi: RestApi,
  taskId: number,
  messageId?: number,
): Promise<TaskResult[]> {
  const method = 'tasks.task.result.list';
  // PB 2.2: the task is mandatory, and the values must be numbers.
  const filter = [
    ['taskId', '=', taskId],
    ...(messageId === undefined ? [] : [['messageId', '=', messageId]]),
  ];
  const result = await restApi(method, { filter, order: { id: 'DESC' } });
  return read(method, v.looseObject({ items: v.array(row) }), result).items;
}

/**
 * What is checked before the result is written. REQUESTVALIDATION is not among them: whatever goes wrong later, in
 * the middle of the work, comes under that name too (PB 2.2).
 */
const addRefused = [
  'ACCESSDENIEDEXCEPTION',
  'VALIDATION_DTOVALIDATIONEXCEPTION',
  'UNKNOWNDTOPROPERTYEXCEPTION',
];

/**
 * `tasks.task.result.addfromchatmessage`: makes a result of a message of the task's chat, whoever wrote it. Its author
 * is the signed-in person, who becomes an observer of the task if they had no part in it. Each call makes another
 * result: list those of the message before and after (PB 2.2).
 * @throws PortalError; 'denied' (403) for a message that is not there, not in the chat of a task, or in one that may
 * not be read: the portal does not say which. `executed: 'no'` when nothing was written for certain
 */
export async function addResultFromMessage(restApi: RestApi, messageId: number): Promise<TaskResult> {
  const method = 'tasks.task.result.addfromchatmessage';
  const options = { keepalive: true, refusedBefore: addRefused };
  const result = await restApi(method, { fields: { messageId } }, options);
  return read(method, v.looseObject({ item: row }), result).item;
}

/**
 * `tasks.task.result.delete`: an own one, for an admin any.
 * @throws PortalError; 'denied' (403) for somebody else's, and for one that is not there, unless an admin asks: admins
 * are told it is done (PB 2.2). `executed: 'no'` with 'denied'
 */
export async function deleteResult(restApi: RestApi, id: number): Promise<void> {
  const method = 'tasks.task.result.delete';
  const result = await restApi(method, { id }, { refusedBefore: ['ACCESSDENIEDEXCEPTION'] });
  read(method, v.looseObject({ result: v.literal(true) }), result);
}
