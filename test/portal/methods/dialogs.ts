/** Reading a dialog: `im.dialog.*`, scope `im` (PB 4.3, 4.4, RF 3.7, 3.8). */
import { Paged, type Call, type V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { messagesOf } from '../world/messages.ts';
import type { Chat, World } from '../world/types.ts';
import { chatCard } from './im/chatCard.ts';
import { findDialog, openDialog, parseDialogId } from './im/dialogId.ts';
import { messagePage } from './im/messagePage.ts';
import { pickRows, readRowsQuery } from './im/messageRows.ts';
import { imUser, isExternal } from './im/people.ts';
import { readPosition, unreadMessages } from './im/unread.ts';
import { pageOf } from './v2/paging.ts';
import { intOf, textOf, upperKeys } from './values.ts';

const im = (name: string, handle: V2Method['handle']): V2Method => ({ name, scopes: ['im'], handle });

export const dialogs: V2Method[] = [
  im('im.dialog.messages.get', getMessages),
  im('im.dialog.read', readDialog),
  im('im.dialog.get', (call) => chatCard(call, openDialog(call, upperKeys(call.params)['DIALOG_ID']))),
  im('im.dialog.users.list', listUsers),
];

function getMessages(call: Call): unknown {
  const { world, user } = call;
  const params = upperKeys(call.params);
  // PB 4.3: a positive CHAT_ID wins over DIALOG_ID; the dialog is checked before the ids of messages.
  const chatId = intOf(params['CHAT_ID']);
  const { chat } = openDialog(call, chatId > 0 ? `chat${chatId}` : params['DIALOG_ID']);
  const query = readRowsQuery(params);
  const position = readPosition(chat, user.id);
  const unread = unreadMessages(world, chat, user.id);
  const rows = pickRows(messagesOf(world, chat.id), unread, position ?? 0, query);
  return messagePage(call, chat.id, rows, position, params['CONVERT_TEXT'] === 'Y');
}

/** PB 4.4: `false` instead of an error where one may not read, and for a message that is not of this chat. */
function readDialog(call: Call): unknown {
  const { world, user } = call;
  const params = upperKeys(call.params);
  // PB source key M, `im_rest.php` `dialogRead`: notifications are read all at once; the local portal has none.
  if (params['DIALOG_ID'] === 'notify') return true;
  const target = parseDialogId(params['DIALOG_ID']);
  if (!target) throw new V2Error('DIALOG_ID_EMPTY', "Dialog ID can't be empty");
  const dialog = findDialog(call, target);
  const position = dialog && readPosition(dialog.chat, user.id);
  if (!dialog || position === null || isUnansweredLine(world, dialog.chat)) return false;
  const { chat } = dialog;
  const messages = messagesOf(world, chat.id);
  const wanted = intOf(params['LAST_ID'] ?? params['MESSAGE_ID']);
  if (wanted > 0 && !messages.some(({ id }) => id === wanted)) return false;
  // Reading never goes back; without an id everything is read.
  const lastId = Math.max(position, wanted > 0 ? wanted : (messages.at(-1)?.id ?? 0));
  chat.lastRead[user.id] = lastId;
  const counter = Math.min(unreadMessages(world, chat, user.id).length, 100);
  return { dialogId: dialog.id, chatId: chat.id, lastId, counter };
}

function isUnansweredLine(world: World, chat: Chat): boolean {
  const session = [...world.sessions.values()].findLast(({ chatId }) => chatId === chat.id);
  return chat.kind === 'lines' && session?.operatorId === null;
}

/** PB 4.4: with `LAST_ID` no `total`; else `OFFSET` or `start`. Who left the company is skipped, clients on demand. */
function listUsers(call: Call): unknown {
  const params = upperKeys(call.params);
  const { chat } = openDialog(call, params['DIALOG_ID']);
  const kept = textOf(params['SKIP_EXTERNAL_EXCEPT_TYPES']).split(',');
  const people = [...new Set(chat.memberIds)]
    .sort((left, right) => left - right)
    .flatMap((id) => call.world.users.get(id) ?? [])
    .filter(({ isActive }) => isActive)
    .filter((user) => params['SKIP_EXTERNAL'] !== 'Y' || !isExternal(user, kept));
  const asked = intOf(params['LIMIT']);
  const limit = asked > 0 ? Math.min(asked, 200) : 50;
  const lastId = params['LAST_ID'] ?? null;
  if (lastId !== null && intOf(lastId) >= 0) {
    return people
      .filter(({ id }) => id > intOf(lastId))
      .slice(0, limit)
      .map(imUser);
  }
  const page = pageOf(people, intOf(params['START']) > 0 ? params['START'] : params['OFFSET'], limit);
  return new Paged(page.rows.map(imUser), page);
}
