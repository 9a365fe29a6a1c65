/** Files of a dialog, scope `im`: `im.v2.File.*` (RF 3.10). Their parameters are in camelCase. */
import type { Call, Params, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { oneTimeLink } from '../files/oneTimeLinks.ts';
import { mayWriteChat, readableChat } from '../world/access.ts';
import { privateChat } from '../world/chats.ts';
import { addFile } from '../world/files.ts';
import { addMessage } from '../world/messages.ts';
import { decodeBase64, longestBase64 } from './im/base64.ts';
import type { Dialog } from './im/dialogId.ts';
import { parseDialogId } from './im/dialogId.ts';
import { imFile } from './im/files.ts';
import { intOf, isEmpty, isRecord, textOf } from './values.ts';

const imV2 = (name: string, handle: V2Method['handle']): V2Method => ({
  name,
  scopes: ['im'],
  isThere: ({ imV2Files }) => imV2Files,
  handle,
});

export const files: V2Method[] = [imV2('im.v2.File.upload', upload), imV2('im.v2.File.download', download)];

/** File and message in one call: no key keeps it from being done twice, and the message has no uuid. */
function upload(call: Call): unknown {
  const { world, user, params } = call;
  const { chat, id: dialogId } = findDialog(call);
  const fields = params['fields'];
  if (!isRecord(fields)) throw missing('fields');
  if (!mayWriteChat(world, user, chat)) throw new V2Error('ACCESS_DENIED', 'Access denied', 403);
  const file = { chatId: chat.id, authorId: user.id, name: textOf(fields['name']), body: readBody(fields) };
  const added = addFile(world, file);
  const typed = isEmpty(fields['message']) ? '' : textOf(fields['message']);
  const message = { chatId: chat.id, authorId: user.id, typed, params: { FILE_ID: [added.id] } };
  const { id: messageId } = addMessage(world, message);
  return { file: imFile(call, added), messageId, chatId: chat.id, dialogId: String(dialogId) };
}

/** The length is measured before the text is decoded (PB source key M, `im/lib/V2/Service/FileService.php`). */
function readBody(fields: Params): Uint8Array {
  const content = textOf(fields['content']);
  if (isEmpty(textOf(fields['name'])) || isEmpty(content)) {
    throw new V2Error('FILE_EMPTY', 'File name and content are required');
  }
  if (content.length > longestBase64) {
    throw new V2Error('FILE_TOO_LARGE', 'File size exceeds maximum allowed');
  }
  const body = decodeBase64(content);
  if (!body) throw new V2Error('FILE_INVALID_CONTENT', 'Invalid base64 content');
  return body;
}

/** By the source the file's own access decides, and `dialogId` is not looked at. */
function download({ world, user, origin, params }: Call): unknown {
  const fileId = params['fileId'] ?? null;
  if (fileId === null) throw missing('fileId');
  const file = world.files.get(intOf(fileId));
  if (!file) throw new V2Error('FILE_NOT_FOUND', 'File not found');
  if (!readableChat(world, user, file.chatId)) throw new V2Error('ACCESS_DENIED', 'Access denied', 403);
  return { downloadUrl: oneTimeLink(world, origin, file.id) };
}

/** A dialog with a person is made when there is none yet. @throws V2Error 400 `CHAT_NOT_FOUND` */
function findDialog({ world, user, params }: Call): Dialog {
  const target = parseDialogId(params['dialogId']);
  if (target?.kind === 'user' && world.users.has(target.userId)) {
    return { chat: privateChat(world, user.id, target.userId), id: target.userId };
  }
  const chat = target?.kind === 'chat' ? world.chats.get(target.chatId) : undefined;
  if (!chat) throw new V2Error('CHAT_NOT_FOUND', 'Chat not found');
  return { chat, id: `chat${chat.id}` };
}

/** As Bitrix24 says it of every parameter that such a method needs; the code is a text (RF 11.23). */
function missing(name: string): V2Error {
  return new V2Error('100', `Could not find value for parameter {${name}}`);
}
