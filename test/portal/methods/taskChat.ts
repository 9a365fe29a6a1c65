/** Writing into the chat of a task, REST 3.0 (PB 2.1, RF 2.4). */
import type { Call, V3Method } from '../rest/call.ts';
import { readableTask } from '../world/access.ts';
import { addMessage, readBack } from '../world/messages.ts';
import { describeFields, type Dto } from './v3/dto.ts';
import { accessDenied, invalidRequest } from './v3/failures.ts';
import { readFields } from './v3/fields.ts';

export const messageDto: Dto = {
  name: 'MessageDto',
  fields: {
    // Hints at the id of a message, which no answer ever gives (RF 2.4).
    id: { type: 'int', isFilterable: true, isSortable: true },
    taskId: { type: 'int', requiredFor: ['send'] },
    text: { type: 'string', isEditable: true, requiredFor: ['send'] },
  },
};

export const taskChat: V3Method[] = [
  { name: 'tasks.task.chat.message.send', scope: 'tasks', needsJson: true, handle: sendMessage },
  {
    name: 'tasks.task.chat.message.field.list',
    scope: 'tasks',
    needsJson: false,
    handle: () => ({ items: describeFields(messageDto) }),
  },
];

/** The order of the checks is that of PB 2.1: fields, the task's readability, then their values. */
function sendMessage({ world, user, params }: Call): unknown {
  const fields = readFields(messageDto, params, 'send');
  const taskId = Number(fields['taskId']);
  const text = String(fields['text']);
  const task = readableTask(world, user, taskId);
  // An admin passes for any id, and is answered `true` for a task that does not exist (PB 2.1).
  if (!task && !user.isAdmin) throw accessDenied();
  const objections = [
    ...(taskId > 0 ? [] : [{ message: 'Value of the field "taskId" must be positive.', field: 'taskId' }]),
    ...(text.trim() === '' ? [{ message: 'The message text is empty.', field: 'message.text' }] : []),
  ];
  if (objections.length > 0) throw invalidRequest(...objections);
  // PB 2.1: whether it could be written makes no difference to the answer: no chat, nothing left of the text.
  const chatId = task?.chatId ?? null;
  if (chatId !== null && readBack(world, user.id, text) !== '') {
    addMessage(world, { chatId, authorId: user.id, typed: text });
  }
  return { result: true };
}
