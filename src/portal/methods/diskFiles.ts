/**
 * The older way of sending a file (RF 3.10, PB 4.4): ask for the chat's folder, put the file there, have a message show
 * it. Only the last step can be seen by anybody, so everything before it can be cancelled, and failed without a doubt;
 * what it leaves is a file in the chat's folder that no message shows.
 */
import * as v from 'valibot';
import type { Portal } from '../connect.ts';
import { PortalError } from '../errors.ts';
import { aborted } from '../upload.ts';
import { read, wireMap, wireNumber } from '../wire.ts';
import { timeLimitFor, type FileToUpload, type SentFile } from './sentFile.ts';

type Ways = Pick<Portal, 'rest' | 'upload'>;

const folder = v.looseObject({ ID: wireNumber });
const ticket = v.looseObject({
  field: v.fallback(v.string(), 'file'),
  uploadUrl: v.pipe(v.string(), v.url()),
});
const stored = v.looseObject({ ID: wireNumber });
const committed = v.looseObject({ MESSAGE_ID: wireNumber, FILES: wireMap });

/** Raised before the message is written (PB 4.4). Not among them: SAVE_ERROR, which also a send that failed ends in. */
const refusedBefore = ['DIALOG_ID_EMPTY', 'CHAT_ID_EMPTY', 'ACCESS_ERROR', 'FILES_ERROR'];

/**
 * `im.disk.folder.get` (scope `im`), `disk.folder.uploadfile` and the `upload` it names (scope `disk`), then
 * `im.disk.file.commit` (scope `im`).
 *
 * The commit goes without a `TEMPLATE_ID`: repeated while the first is under way, be it by the browser (BF 1A), it
 * would delete the very files that the first one shows.
 * @throws PortalError; `executed: 'no'` when no message was written for certain
 */
export async function uploadThroughDisk(ways: Ways, file: FileToUpload): Promise<SentFile> {
  const { dialogId, text = '', content, onProgress } = file;
  const fileId = await store(ways, file).catch((failure: unknown) => {
    throw failure instanceof PortalError ? asNotExecuted(failure) : failure;
  });
  const method = 'im.disk.file.commit';
  if (file.signal?.aborted) throw aborted(method);
  onProgress?.({ sent: content.size, total: content.size, canCancel: false });
  const parameters = { DIALOG_ID: dialogId, UPLOAD_ID: fileId, ...(text === '' ? {} : { MESSAGE: text }) };
  const result = await ways.rest.call({ method, parameters }, { refusedBefore });
  return { messageId: read(method, committed, result).MESSAGE_ID, fileId };
}

/** @returns the file's id in Drive, which is its id in the chat as well */
async function store({ rest, upload }: Ways, file: FileToUpload): Promise<number> {
  const { dialogId, name, content, onProgress, signal } = file;
  onProgress?.({ sent: 0, total: content.size, canCancel: true });
  const getFolder = 'im.disk.folder.get';
  const parameters = { DIALOG_ID: dialogId };
  const { ID: id } = read(getFolder, folder, await rest.call({ method: getFolder, parameters }));
  const askForAddress = 'disk.folder.uploadfile';
  const { field, uploadUrl } = read(
    askForAddress,
    ticket,
    await rest.call({ method: askForAddress, parameters: { id, generateUniqueName: 1 } }),
  );
  const method = 'upload';
  // Its address carries a token of the person's besides: the file goes to the portal we know, with ours in its body.
  const token = new URL(uploadUrl).searchParams.get('token');
  if (token === null) throw new PortalError({ kind: 'malformed', code: 'NO_TOKEN', method: askForAddress });
  const result = await upload(
    { method, query: { token }, parts: [{ name: field, value: content, fileName: name }] },
    {
      timeLimit: timeLimitFor(content.size),
      onProgress: ({ sent, total }) => onProgress?.({ sent, total, canCancel: true }),
      ...(signal ? { signal } : {}),
    },
  );
  return read(method, stored, result).ID;
}

/** Whatever it was: no message shows the file. */
function asNotExecuted({ kind, code, method, status, portalText, fields, scope }: PortalError): PortalError {
  const details = { kind, code, method, status, portalText, fields, executed: 'no' } as const;
  return new PortalError(scope === undefined ? details : { ...details, scope });
}
