/** Writing into the chat of a task. */
import * as v from 'valibot';
import type { RestApi } from '../restApi.ts';
import { read } from '../wire.ts';

/** What is checked before the message is written (PB 2.1). */
const refusedBefore = [
  'ACCESSDENIEDEXCEPTION',
  'VALIDATION_DTOVALIDATIONEXCEPTION',
  'VALIDATION_REQUESTVALIDATIONEXCEPTION',
  'UNKNOWNDTOPROPERTYEXCEPTION',
];

/**
 * `tasks.task.chat.message.send` (v3, scope `tasks`, RF 2.4). Writes `text` as the signed-in person, who becomes an
 * observer of the task if they had no part in it (PB 4.5).
 *
 * Resolves when the portal said yes, and yes proves nothing: it is said as well when the task has no chat or the
 * message was turned down (PB 2.1). No id is given. Look the message up in the chat.
 * @throws PortalError; `executed: 'no'` when nothing was written for certain
 */
export async function sendTaskChatMessage(restApi: RestApi, taskId: number, text: string): Promise<void> {
  const method = 'tasks.task.chat.message.send';
  const result = await restApi(method, { fields: { taskId, text } }, { keepalive: true, refusedBefore });
  read(method, v.looseObject({ result: v.literal(true) }), result);
}
