// Bitrix24's own SDK as a server-side client of the local portal. Runs in a process of its own, because Node reads
// NODE_EXTRA_CA_CERTS only at start. Argument: the webhook's address. Prints one JSON object.
import { B24Hook } from '@bitrix24/b24jssdk';

const url = process.argv[2] ?? '';
const b24 = B24Hook.fromWebhookUrl(url, { restrictionParams: { maxRetries: 1 } });
b24.offClientSideWarning();
const { v2, v3 } = b24.actions;

const send = { fields: { taskId: 51, text: 'From the SDK' } };
const chat = 'chat$result[task][task][chatId]';
const named = {
  task: { method: 'tasks.task.get', params: { taskId: 51, select: ['ID', 'CHAT_ID'] } },
  messages: { method: 'im.dialog.messages.get', params: { DIALOG_ID: chat, LAST_ID: 0, LIMIT: 1 } },
};

const print = {
  v2: (await v2.call.make({ method: 'user.current' })).getData(),
  v2Error: await v2.call.make({ method: 'im.dialog.get', params: { DIALOG_ID: 'x' } }).catch(describe),
  v3: (
    await v3.call.make({ method: 'tasks.task.get', params: { id: 51, select: ['id', 'chatId'] } })
  ).getData(),
  v3Send: (await v3.call.make({ method: 'tasks.task.chat.message.send', params: send })).getData(),
  v2Batch: (await v2.batch.make({ calls: named, options: { isHaltOnError: false } })).getData(),
  v3Batch: (
    await v3.batch.make({
      calls: [
        ['tasks.task.get', { id: 51, select: ['id'] }],
        ['tasks.task.list', { filter: [['id', 52]] }],
      ],
    })
  ).getData(),
  v2List: (
    await v2.callList.make({
      method: 'tasks.task.list',
      params: { select: ['ID'] },
      idKey: 'id',
      cursorIdKey: 'ID',
      customKeyForResult: 'tasks',
    })
  ).getData(),
  v3List: (
    await v3.callList.make({
      method: 'tasks.task.list',
      params: { select: ['id'] },
      customKeyForResult: 'items',
    })
  ).getData(),
};
process.stdout.write(JSON.stringify(print));

/** @param {unknown} error */
function describe(error) {
  return error instanceof Error && 'code' in error ? { code: error.code } : { error: String(error) };
}
