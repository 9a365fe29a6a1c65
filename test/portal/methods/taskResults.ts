/** Results of tasks, REST 3.0, scope `tasks` (PB 2.2, RF 2.5). There is no `tasks.task.result.get`. */
import type { Call, Params, V3Method } from '../rest/call.ts';
import { readableTask } from '../world/access.ts';
import { findMessage, joinTask } from '../world/messages.ts';
import { taskOfChat } from '../world/rights.ts';
import { addResult, changeResult, removeResult } from '../world/results.ts';
import { resultDto, resultFields, resultItem, rightsTo } from './tasks/resultDto.ts';
import { accessDenied, invalidRequest, missingField } from './v3/failures.ts';
import { readFields, requireInt } from './v3/fields.ts';
import { readFirmFilter } from './v3/filter.ts';
import { readOrder, readPagination } from './v3/paging.ts';
import { readSelect } from './v3/select.ts';
import { intOf, isEmpty, listOf } from './values.ts';

const result = (name: string, handle: V3Method['handle']): V3Method => ({
  name: `tasks.task.result.${name}`,
  scope: 'tasks',
  needsJson: true,
  handle,
});

export const taskResults: V3Method[] = [
  result('add', addByText),
  result('addfromchatmessage', addFromMessage),
  result('update', update),
  result('delete', remove),
  result('list', list),
];

/** Fields, then the task's readability, then what the command itself objects to. */
function addByText({ world, user, params }: Call): unknown {
  const fields = readFields(resultDto, params, 'add');
  const taskId = Number(fields['taskId']);
  const task = readableTask(world, user, taskId);
  // An admin passes for any id (PB 2.1), so only an admin hears more.
  if (!task && !user.isAdmin) throw accessDenied();
  if (taskId <= 0) throw invalidRequest({ message: 'Task id must be positive', field: 'taskId' });
  if (!task) throw taskNotFound();
  const added = addResult(world, user, { taskId, text: String(fields['text']) });
  return { item: resultItem(world, added, user) };
}

/**
 * From anybody's message, and from the same one as often as one likes: each call makes another result (PB 2.2).
 * Who had no part in the task becomes its auditor.
 */
function addFromMessage({ world, user, params }: Call): unknown {
  const fields = readFields(resultDto, params, 'addFromChatMessage');
  const message = findMessage(world, Number(fields['messageId']));
  const chat = message && world.chats.get(message.chatId);
  // No such message, no task chat, no right to read the task: one answer for all of them (PB 2.2).
  if (!message || chat?.kind !== 'task') throw accessDenied();
  const taskId = Number(chat.entityId);
  if (!readableTask(world, user, taskId) && !user.isAdmin) throw accessDenied();
  if (!taskOfChat(world, chat)) throw taskNotFound();
  joinTask(world, chat.id, user.id);
  const added = addResult(world, user, {
    taskId,
    // PHP's `empty`, so that a "0" is replaced too. The words are in no source.
    text: isEmpty(message.text) ? 'Task result' : message.text,
    messageId: message.id,
    fileIds: listOf(message.params['FILE_ID']).map(intOf),
  });
  return { item: resultItem(world, added, user) };
}

/** PB 2.2: its creator alone, not even an admin; a result that is not there is refused alike. */
function update({ world, user, params }: Call): unknown {
  const id = readId(params);
  const fields = readFields(resultDto, params, 'update');
  const known = world.results.get(id);
  if (!known || !rightsTo(known, user).edit) throw accessDenied();
  changeResult(world, user, known, String(fields['text']));
  return { item: resultItem(world, known, user) };
}

/** PB 2.2: an admin hears `true` for a result that is not there. */
function remove({ world, user, params }: Call): unknown {
  const known = world.results.get(readId(params));
  if (known ? !rightsTo(known, user).remove : !user.isAdmin) throw accessDenied();
  if (known) removeResult(world, user, known);
  return { result: true };
}

/** One task's results. PB 2.2: no default order is stated; here it is that of the ids. */
function list({ world, user, params }: Call): unknown {
  const select = readSelect(resultDto, params['select'], Object.keys(resultDto.fields));
  if (isEmpty(params['filter'])) throw missingField('filter');
  const { test, equals } = readFirmFilter(resultDto, params['filter'], ['taskId']);
  const order = readOrder(resultDto, params['order']);
  const { limit, offset } = readPagination(params['pagination']);
  const taskId = Number(equals.get('taskId'));
  if (!readableTask(world, user, taskId) && !user.isAdmin) throw accessDenied();
  const rows = [...world.results.values()]
    .map((known) => ({ known, row: resultFields(known, user) }))
    .filter(({ row }) => test(row))
    .sort((left, right) => order(left.row, right.row))
    .slice(offset, offset + limit);
  return { items: rows.map(({ known }) => resultItem(world, known, user, select)) };
}

/** RF 2.5: neither or both of `id` and `filter` is objected to without naming a field; a `filter` alone lacks the `id`. */
function readId(params: Params): number {
  const hasId = (params['id'] ?? null) !== null;
  if (hasId === ((params['filter'] ?? null) !== null)) {
    throw invalidRequest(
      { message: 'Exactly one of "id" and "filter" must be given.' },
      { message: 'Required field "id" or "filter" is missing.' },
    );
  }
  return requireInt(params, 'id');
}

function taskNotFound() {
  return invalidRequest({ message: 'Task not found', field: 'taskId' });
}
