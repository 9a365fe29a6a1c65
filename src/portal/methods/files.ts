/** Files to a dialog: in one call, or the older way where the portal lacks that. */
import * as v from 'valibot';
import { toBase64 } from '../base64.ts';
import type { Portal } from '../connect.ts';
import { PortalError } from '../errors.ts';
import { largestFile } from '../largestFile.ts';
import type { Rest } from '../rest.ts';
import { aborted } from '../upload.ts';
import { read, wireNumber } from '../wire.ts';
import { uploadThroughDisk } from './diskFiles.ts';
import { timeLimitFor, type FileToUpload, type SentFile } from './sentFile.ts';

/**
 * What is checked before the file is stored (RF 3.10). Not among them: UPLOAD_FAILED, SEND_FAILED (the file may lie in
 * the chat's folder by then). The portal's source writes some of the codes with FILE_ before them.
 */
const refusedBefore = [
  'FILE_EMPTY',
  'FILE_TOO_LARGE',
  'FILE_INVALID_CONTENT',
  'CHAT_NOT_FOUND',
  'ACCESS_DENIED',
  'FOLDER_ERROR',
  'FILE_FOLDER_ERROR',
];

const uploaded = v.looseObject({ messageId: wireNumber, file: v.looseObject({ id: wireNumber }) });

/** Whether the portal has the method, once that is known; a page lives as long as its `Rest`. */
const isThere = new WeakMap<Rest, boolean>();

/** bytes from which on it is found out before the file is sent */
const worthAsking = 1_000_000;

/**
 * Stores a file in the chat's folder and writes the message that shows it: `im.v2.File.upload` (v2, scope `im`,
 * RF 3.10), or `uploadThroughDisk` where the portal lacks it. No key keeps it from being done twice, and the message
 * has no uuid.
 * @throws PortalError; `executed: 'no'` when no message was written for certain. FILE_TOO_LARGE and FILE_UNREADABLE (it
 * was changed or taken away since it was chosen) come without a request, ABORTED when it was cancelled in time.
 */
export async function uploadFile(
  portal: Pick<Portal, 'rest' | 'upload'>,
  file: FileToUpload,
): Promise<SentFile> {
  if (file.content.size > largestFile) throw unsent('FILE_TOO_LARGE');
  const { rest } = portal;
  if (!isThere.has(rest) && file.content.size > worthAsking) await ask(rest);
  if (isThere.get(rest) === false) return uploadThroughDisk(portal, file);
  try {
    const sent = await uploadAtOnce(portal, file);
    isThere.set(rest, true);
    return sent;
  } catch (failure) {
    if (!isMissing(failure)) throw failure;
    isThere.set(rest, false);
    return uploadThroughDisk(portal, file);
  }
}

const method = 'im.v2.File.upload';

/** By a call without parameters, which writes nothing. No answer is no reason not to try. */
async function ask(rest: Rest): Promise<void> {
  try {
    await rest.call({ method, parameters: {} });
  } catch (failure) {
    if (!(failure instanceof PortalError)) throw failure;
    if (isMissing(failure)) isThere.set(rest, false);
    else if (failure.status === 400) isThere.set(rest, true);
  }
}

/** Looked at before anything else (PB 1.4). */
function isMissing(failure: unknown): boolean {
  return failure instanceof PortalError && failure.code === 'ERROR_METHOD_NOT_FOUND';
}

async function uploadAtOnce({ upload }: Pick<Portal, 'upload'>, file: FileToUpload): Promise<SentFile> {
  const { dialogId, name, content, text = '', onProgress, signal } = file;
  onProgress?.({ sent: 0, total: content.size, canCancel: true });
  const base64 = await toBase64(content, () => {
    if (signal?.aborted) throw aborted(method);
  }).catch((failure: unknown) => {
    throw failure instanceof PortalError ? failure : unsent('FILE_UNREADABLE');
  });
  const parts = [
    { name: 'dialogId', value: dialogId },
    { name: 'fields[name]', value: name },
    ...(text === '' ? [] : [{ name: 'fields[message]', value: text }]),
    { name: 'fields[content]', value: base64 },
  ];
  const result = await upload(
    { method, parts },
    {
      refusedBefore,
      timeLimit: timeLimitFor(base64.size),
      onProgress: ({ sent, total, isHandedOver }) => onProgress?.({ sent, total, canCancel: !isHandedOver }),
      ...(signal ? { signal } : {}),
    },
  );
  const { messageId, file: stored } = read(method, uploaded, result);
  return { messageId, fileId: stored.id };
}

function unsent(code: string): PortalError {
  return new PortalError({ kind: 'refused', code, method, executed: 'no' });
}
