/** `im.message.add`, scope `im` (PB 4.1, RF 3.2). The author is always the caller. */
import type { Call, Params, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { mayWriteChat, readableChat } from '../world/access.ts';
import { privateChat } from '../world/chats.ts';
import { beginByWriting } from '../world/lineActions.ts';
import { addMessage, findMessage, readBack } from '../world/messages.ts';
import type { Chat, Message, World } from '../world/types.ts';
import { readAttach } from './im/attach.ts';
import { readKeyboard, readMenu } from './im/buttons.ts';
import { parseDialogId, type DialogTarget } from './im/dialogId.ts';
import { sendOnce } from './im/uuids.ts';
import { intOf, isEmpty, textOf, upperKeys } from './values.ts';

export const messages: V2Method[] = [{ name: 'im.message.add', scopes: ['im'], handle: addToDialog }];

/** The order of the checks is that of PB 4.1, and numbered like it. */
function addToDialog(call: Call): unknown {
  const params = upperKeys(call.params);
  const typed = readText(params); // 1
  const target = readTarget(call.world, params); // 2, 3, 4
  const content = {
    ...given('ATTACH', readAttach(params['ATTACH'])), // 5
    ...given('KEYBOARD', readKeyboard(params['KEYBOARD'])), // 6
    ...given('MENU', readMenu(params['MENU'])), // 7
    ...given('REPLY_ID', readReply(call, target, intOf(params['REPLY_ID']))), // 8
  };
  const isSystem = params['SYSTEM'] === 'Y' && target.kind === 'chat';
  // A system message has no key.
  const uuid = isSystem ? '' : textOf(params['TEMPLATE_ID']);
  return sendOnce(call, uuid, () => send(call, target, typed, content, isSystem));
}

function readText(params: Params): string {
  const message = params['MESSAGE'] ?? null;
  const isMissing = new V2Error('MESSAGE_EMPTY', "Message can't be empty");
  if (message === null) {
    if ((params['ATTACH'] ?? null) === null) throw isMissing;
    return '';
  }
  if (typeof message !== 'string') throw new V2Error('MESSAGE_EMPTY', 'Wrong message type');
  if (message.trim() === '' && isEmpty(params['ATTACH'])) throw isMissing;
  return message;
}

/** PB 4.1: what is no chat is taken for a person, so that garbage is a `USER_ID_EMPTY`. */
function readTarget(world: World, params: Params): DialogTarget {
  const dialogId = params['DIALOG_ID'] ?? null;
  const target = parseDialogId(dialogId);
  if (target?.kind === 'chat') return readChat(target.chatId);
  const userId = dialogId ?? params['USER_ID'] ?? null;
  if (userId !== null) return readUser(world, intOf(userId));
  const chatId = params['CHAT_ID'] ?? null;
  if (chatId !== null) return readChat(intOf(chatId));
  throw new V2Error('PARAMS_ERROR', 'Incorrect params');
}

function readChat(chatId: number): DialogTarget {
  if (chatId <= 0) throw new V2Error('CHAT_ID_EMPTY', "Chat ID can't be empty");
  return { kind: 'chat', chatId };
}

function readUser(world: World, userId: number): DialogTarget {
  if (userId <= 0) throw new V2Error('USER_ID_EMPTY', "User ID can't be empty");
  if (!world.users.has(userId)) throw new V2Error('USER_NOT_FOUND', 'User not found');
  return { kind: 'user', userId };
}

/** PB 4.1, 8; undefined when there is nothing to reply to. */
function readReply({ world, user }: Call, target: DialogTarget, replyId: number): number | undefined {
  if (replyId <= 0) return undefined;
  const message = findMessage(world, replyId);
  const chat = message && readableChat(world, user, message.chatId);
  if (!chat) throw new V2Error('REPLY_ACCESS_ERROR', 'Action unavailable', 403);
  const isSame =
    target.kind === 'chat' ? chat.id === target.chatId : isPrivateWith(chat, user.id, target.userId);
  if (!isSame) {
    const text = 'You can only reply to a message within the same chat';
    throw new V2Error('REPLY_FROM_OTHER_CHAT_ERROR', text, 403);
  }
  return replyId;
}

function isPrivateWith(chat: Chat, userId: number, otherId: number): boolean {
  return chat.kind === 'private' && [userId, otherId].every((id) => chat.memberIds.includes(id));
}

/** PB 4.1, 9: the errors which really come instead of `PARAMS_ERROR` "Message isn't added". */
function send(
  call: Call,
  target: DialogTarget,
  typed: string,
  params: Record<string, unknown>,
  isSystem: boolean,
): Message {
  const { world, user, app } = call;
  const chat =
    target.kind === 'user' ? privateChat(world, user.id, target.userId) : world.chats.get(target.chatId);
  if (!chat) throw new V2Error('CHAT_ID', 'Error creating message');
  if (!mayWriteChat(world, user, chat)) {
    throw new V2Error('CANCELED', 'You cannot send messages to the specified chat');
  }
  // PB 4.1: the application's name goes before a system text; a webhook has no application.
  const named = isSystem && app ? { text: `[b]${app.title}[/b]\n${typed}` } : {};
  const authorId = isSystem ? 0 : user.id;
  const message = { chatId: chat.id, authorId, typed, params, ...named };
  // A text of nothing but [BR] or [DISK=n] got past the first check.
  if ((message.text ?? readBack(world, authorId, typed)).trim() === '' && !('ATTACH' in params)) {
    throw new V2Error('EMPTY_MESSAGE', "Message can't be empty");
  }
  if (authorId > 0 && chat.kind === 'lines') beginByWriting(world, chat, authorId);
  return addMessage(world, message);
}

function given(key: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [key]: value };
}
