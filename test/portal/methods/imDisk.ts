/**
 * The older way to a message with files, scope `im`: `im.disk.folder.get`, and after the upload `im.disk.file.commit`
 * (PB 4.4, RF 3.10; details by PB source key M, `im_rest.php` and `im_disk.php` `UploadFileFromDisk`).
 */
import type { Call, Params, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { readableChat } from '../world/access.ts';
import { addFile } from '../world/files.ts';
import { folderOf } from '../world/folders.ts';
import { addMessage } from '../world/messages.ts';
import type { Chat, FileRecord } from '../world/types.ts';
import { committedFile, fileModel } from './disk/committedFile.ts';
import { findDialog, openDialog, parseDialogId } from './im/dialogId.ts';
import { sendOnce } from './im/uuids.ts';
import { intOf, listOf, textOf, upperKeys } from './values.ts';

export const imDisk: V2Method[] = [
  { name: 'im.disk.folder.get', scopes: ['im'], handle: getFolder },
  { name: 'im.disk.file.commit', scopes: ['im'], handle: commit },
];

/** Whoever reads the chat is told its folder; to put a file there takes more. `DIALOG_ID` wins over `CHAT_ID`. */
function getFolder(call: Call): unknown {
  const params = upperKeys(call.params);
  const dialogId = params['DIALOG_ID'] ?? null;
  if (dialogId !== null) return { ID: folderOf(openDialog(call, dialogId).chat) };
  return { ID: folderOf(openDialog(call, `chat${requireChatId(params)}`).chat) };
}

/**
 * The message with the files, for members of the chat alone. Files that are not there come back with the id 0, and the
 * message is sent without them as long as one is there.
 */
function commit(call: Call): unknown {
  const params = upperKeys(call.params);
  const chat = chatToFill(call, params);
  const wanted = readWanted(params);
  const found = wanted.map(({ key, id, isCopied }) => ({ key, file: take(call, chat, id, isCopied) }));
  const files = found.flatMap(({ file }) => file ?? []);
  if (files.length === 0) throw notSaved();
  const message = {
    chatId: chat.id,
    authorId: call.user.id,
    typed: textOf(params['MESSAGE']).trim(),
    params: { FILE_ID: files.map(({ id }) => id) },
  };
  return {
    FILES: Object.fromEntries(
      found.map(({ key, file }) => [key, file ? committedFile(call, file) : { id: 0 }]),
    ),
    DISK_ID: files.map(({ id }) => String(id)),
    FILE_MODELS: Object.fromEntries(found.flatMap(({ key, file }) => (file ? [[key, fileModel(file)]] : []))),
    MESSAGE_ID: send(call, textOf(params['TEMPLATE_ID']), () => addMessage(call.world, message), files),
  };
}

/** PB source key M: `TEMPLATE_ID` as in `im.message.add`; where the send fails, the files are deleted. */
function send(
  call: Call,
  key: string,
  write: () => ReturnType<typeof addMessage>,
  files: FileRecord[],
): number {
  try {
    return sendOnce(call, key, write);
  } catch (failure) {
    if (!(failure instanceof V2Error)) throw failure;
    for (const { id } of files) call.world.files.delete(id);
    throw notSaved();
  }
}

/** PB 4.4: who is no member is refused with 400, whatever they may read. */
function chatToFill(call: Call, params: Params): Chat {
  const { world, user } = call;
  const dialogId = params['DIALOG_ID'] ?? null;
  const target = parseDialogId(dialogId);
  if (dialogId !== null && !target) throw new V2Error('DIALOG_ID_EMPTY', "Dialog ID can't be empty");
  const chat =
    target?.kind === 'user'
      ? findDialog(call, target)?.chat
      : world.chats.get(target?.chatId ?? requireChatId(params));
  if (chat?.memberIds.includes(user.id) !== true) {
    throw new V2Error('ACCESS_ERROR', "You don't have access to this chat");
  }
  return chat;
}

function requireChatId(params: Params): number {
  const chatId = intOf(params['CHAT_ID']);
  if (chatId <= 0) throw new V2Error('CHAT_ID_EMPTY', "Chat ID can't be empty");
  return chatId;
}

interface Wanted {
  key: string;
  id: number;
  /** PB 4.4: `FILE_ID` and `DISK_ID` put a copy into the chat's folder, `UPLOAD_ID` the file itself */
  isCopied: boolean;
}

/** The first of the three that is given; one id or a list. */
function readWanted(params: Params): Wanted[] {
  const name = ['FILE_ID', 'DISK_ID', 'UPLOAD_ID'].find((key) => (params[key] ?? null) !== null);
  const ids = name === undefined ? [] : [...new Set(listOf(params[name]).map(textOf))];
  if (ids.length === 0) throw new V2Error('FILES_ERROR', 'List of files is not specified');
  const isCopied = name !== 'UPLOAD_ID';
  return ids.map((id) => ({ key: `${isCopied ? 'disk' : 'upload'}${id}`, id: intOf(id), isCopied }));
}

/** Who uploaded it and into which folder is looked at and only logged there. */
function take({ world, user }: Call, chat: Chat, id: number, isCopied: boolean): FileRecord | undefined {
  const file = world.files.get(id);
  if (!file || !readableChat(world, user, file.chatId)) return undefined;
  const { name, body } = file;
  return isCopied ? addFile(world, { chatId: chat.id, authorId: user.id, name, body }) : file;
}

function notSaved(): V2Error {
  return new V2Error('SAVE_ERROR', 'Error during saving file to chat');
}
