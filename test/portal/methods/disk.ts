/**
 * Uploading into the folder of a chat, scope `disk`: `disk.folder.uploadfile` and the `upload` it points to (RF 3.10;
 * order and codes by PB source key M, `disk/lib/rest/service/folder.php`). No message shows the file until
 * `im.disk.file.commit`.
 */
import type { Call, Params, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { addFile, isNameTaken } from '../world/files.ts';
import { chatOfFolder } from '../world/folders.ts';
import type { Chat } from '../world/types.ts';
import { driveFile } from './disk/driveFile.ts';
import { findTicket, issueTicket, type Ticket } from './disk/tickets.ts';
import { intOf, isEmpty, isRecord, listOf, textOf } from './values.ts';

export const disk: V2Method[] = [
  { name: 'disk.folder.uploadfile', scopes: ['disk'], handle: uploadFile },
  { name: 'upload', scopes: ['disk'], handle: upload },
];

/** the field of the form */
const field = 'file';

/** Without `fileContent` an address comes back, and nothing is checked yet: not even whether there is the folder. */
function uploadFile(call: Call): unknown {
  const { world, params } = call;
  const id = params['id'] ?? null;
  if (id === null) throw new V2Error('ERROR_ARGUMENT', 'Invalid value of parameter { Parameter #0 }.');
  const ticket = { folderId: intOf(id), makesUnique: !isEmpty(params['generateUniqueName']) };
  const content = params['fileContent'] ?? null;
  if (content === null) {
    return { field, uploadUrl: call.addressOf('upload', { token: issueTicket(world, ticket) }) };
  }
  const name = nameIn(params['data']);
  if (name === '') throw missing('NAME');
  const chat = openFolder(call, ticket.folderId);
  return store(call, chat, { name, body: readContent(content) }, ticket);
}

/** The form: its field `file`, under the name that the form gives it. */
function upload(call: Call): unknown {
  const ticket = findTicket(call.world, textOf(call.params['token']));
  if (!ticket) throw new V2Error('ACCESS_DENIED', 'Access denied! Link check failed', 403);
  const chat = openFolder(call, ticket.folderId);
  const file = call.files.get(field);
  if (!file) throw missing(field);
  return store(call, chat, file, ticket);
}

/** A folder takes files of the chat's members alone, also where task readers read the chat. */
function openFolder({ world, user }: Call, folderId: number): Chat {
  const chat = chatOfFolder(world, folderId);
  if (!chat) throw new V2Error('ERROR_NOT_FOUND', `Could not find entity with id '${folderId}'.`);
  if (!chat.memberIds.includes(user.id)) throw new V2Error('ACCESS_DENIED', 'Access denied!', 403);
  return chat;
}

/** A name that is taken is refused, unless `generateUniqueName` asks for another. */
function store(
  call: Call,
  chat: Chat,
  { name, body }: { name: string; body: Uint8Array },
  { makesUnique }: Ticket,
): unknown {
  const { world, user } = call;
  if (!makesUnique && isNameTaken(world, chat.id, name)) {
    const text = 'A file with this name already exists (DISK_OBJ_22000).';
    throw new V2Error('DISK_OBJ_22000', text);
  }
  return driveFile(call, addFile(world, { chatId: chat.id, authorId: user.id, name, body }));
}

function nameIn(data: unknown): string {
  return isRecord(data) ? textOf(data['NAME']) : '';
}

/** `[name, Base64]` or Base64 alone, read leniently; an empty file cannot be sent this way (`rest_util.php` `saveFile`). */
function readContent(content: Params[string]): Uint8Array {
  const parts = listOf(content);
  const body = Buffer.from(textOf(parts[1] ?? parts[0]), 'base64');
  if (body.length === 0) throw new V2Error('ERROR_COULD_NOT_SAVE_FILE', 'Could not save file.');
  return body;
}

function missing(name: string): V2Error {
  const code = 'DISK_BASE_SERVICE_22001';
  return new V2Error(code, `Error: required parameter ${name} (${code}).`);
}
