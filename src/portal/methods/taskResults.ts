/** Results of a task (v3, scope `tasks`, RF 2.5, PB 2.2). */
import * as v from 'valibot';
import { PortalError, suffixOf } from '../errors.ts';
import type { RestApi } from '../restApi.ts';
import { read, wireNumber } from '../wire.ts';

export interface TaskResult {
  id: number;
  /** who made the result, not who wrote the message; null when the portal did not say */
  authorId: number | null;
  /** null when the portal did not say: only `listResults` asks for it */
  authorName: string | null;
  /** the message it was made from; null for one without, or whose message was deleted */
  messageId: number | null;
  /** BB code, hostile */
  text: string;
  /** files of the message; ids of the task, which need not be those of the chat */
  fileIds: number[];
  /** ISO 8601 with offset; null when the portal did not say */
  createdAt: string | null;
  /** ISO 8601 with offset; null when it was never changed (some portals give the time it was made) */
  updatedAt: string | null;
  isOpen: boolean;
  /** the person may change it */
  mayEdit: boolean;
  /** the person may delete it */
  mayRemove: boolean;
}

const moment = v.fallback(v.nullish(v.string(), null), null);
const mayBe = v.fallback(v.optional(v.boolean(), false), false);

const row = v.pipe(
  v.looseObject({
    id: wireNumber,
    authorId: v.fallback(v.nullish(wireNumber, null), null),
    author: v.fallback(v.nullish(v.looseObject({ name: v.string() }), null), null),
    // No fallback: what a result was made from is what it is counted by.
    messageId: v.nullish(wireNumber, null),
    text: v.fallback(v.string(), ''),
    fileIds: v.fallback(v.array(wireNumber), []),
    createdAt: moment,
    updatedAt: moment,
    status: v.fallback(v.string(), 'open'),
    rights: v.fallback(v.looseObject({ edit: mayBe, remove: mayBe }), { edit: false, remove: false }),
  }),
  v.transform(({ author, messageId, status, rights, ...rest }): TaskResult => ({
    id: rest.id,
    authorId: rest.authorId,
    authorName: author?.name.trim() || null,
    messageId: messageId || null,
    text: rest.text,
    fileIds: rest.fileIds,
    createdAt: rest.createdAt,
    updatedAt: rest.updatedAt,
    isOpen: status !== 'closed',
    mayEdit: rights.edit,
    mayRemove: rights.remove,
  })),
);

const listMethod = 'tasks.task.result.list';
/** Rows a page: the portal's default, and all that some portals give (RF 1.5). */
const pageSize = 50;
/** Nobody reads more; and a portal that does not know pages would give the first one for ever. */
const mostPages = 20;

/** With `author`, which has to be asked for; then everything else has to be named too (PB 2.2). */
const selected = [
  'id',
  'taskId',
  'text',
  'authorId',
  'createdAt',
  'updatedAt',
  'status',
  'fileIds',
  'rights',
  'messageId',
  'author.name',
];

/**
 * `tasks.task.result.list`: all results of a task, newest first, with the names of their authors where the portal tells
 * them.
 * @throws PortalError; 'denied' (403) when the task may not be read, 'scope' (403) without `tasks`, 'notFound' (404)
 * where the portal has no such method
 */
export async function listResults(
  restApi: RestApi,
  taskId: number,
  signal?: AbortSignal,
): Promise<TaskResult[]> {
  const found = new Map<number, TaskResult>();
  let select: readonly string[] | undefined = selected;
  for (let page = 0; page < mostPages; page += 1) {
    const request = {
      filter: [['taskId', '=', taskId]],
      order: { id: 'DESC' },
      pagination: { limit: pageSize, offset: page * pageSize },
    };
    let rows: TaskResult[];
    try {
      rows = await readPage(restApi, { ...request, ...(select ? { select } : {}) }, signal);
    } catch (failure) {
      // A portal that does not know one of the fields refuses all of them (PB 1.6).
      if (!select || !isSelectRefused(failure)) throw failure;
      select = undefined;
      rows = await readPage(restApi, request, signal);
    }
    const known = found.size;
    for (const result of rows) found.set(result.id, result);
    if (rows.length < pageSize || found.size === known) break;
  }
  return [...found.values()].sort((one, other) => other.id - one.id);
}

/**
 * `tasks.task.result.list`: the newest 50 results made from one message, newest first, without names.
 * @throws PortalError as `listResults`
 */
export function listResultsOfMessage(
  restApi: RestApi,
  taskId: number,
  messageId: number,
): Promise<TaskResult[]> {
  // PB 2.2: the task is mandatory, and the values must be numbers.
  const filter = [
    ['taskId', '=', taskId],
    ['messageId', '=', messageId],
  ];
  return readPage(restApi, { filter, order: { id: 'DESC' } });
}

/**
 * `tasks.task.result.list`: one result as it is now, without its author's name; there is no `.get` (RF 2.5).
 * @returns null: it is not there
 * @throws PortalError as `listResults`
 */
export async function readResult(restApi: RestApi, taskId: number, id: number): Promise<TaskResult | null> {
  const filter = [
    ['taskId', '=', taskId],
    ['id', '=', id],
  ];
  const rows = await readPage(restApi, { filter });
  return rows.find((row) => row.id === id) ?? null;
}

async function readPage(restApi: RestApi, request: object, signal?: AbortSignal): Promise<TaskResult[]> {
  const result = await restApi(listMethod, { ...request }, signal ? { signal } : {});
  return read(listMethod, v.looseObject({ items: v.array(row) }), result).items;
}

function isSelectRefused(failure: unknown): boolean {
  if (!(failure instanceof PortalError)) return false;
  return ['UNKNOWNDTOPROPERTYEXCEPTION', 'INVALIDSELECTEXCEPTION'].includes(suffixOf(failure.code));
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
 * `tasks.task.result.update`: the text of an own result; admins may not change those of others either. The same call
 * again writes the same text, so a repeat does no harm. The message it was made from stays as it is.
 * @param text BB code, not empty
 * @throws PortalError; 'denied' (403) for somebody else's and for one that is not there: the portal does not say which;
 * 'validation' (400) for a text it does not take. `executed: 'no'` with 'denied' and with what is checked before
 */
export async function updateResult(restApi: RestApi, id: number, text: string): Promise<TaskResult> {
  const method = 'tasks.task.result.update';
  const options = { keepalive: true, refusedBefore: addRefused };
  const result = await restApi(method, { id, fields: { text } }, options);
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
