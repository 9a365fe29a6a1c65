/** Files of a dialog. */
import * as v from 'valibot';
import { PortalError } from '../errors.ts';
import type { Rest } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';

export interface FileToUpload {
  /** `chat58`, or the id of a person */
  dialogId: string;
  /** with its ending; where it is taken, the portal numbers it: `report (1).pdf` */
  name: string;
  content: Blob;
  /** BB code; goes into the same message */
  text?: string;
}

/** bytes; the portal counts characters of Base64, and 100 MB to the byte would make three too many */
export const largestFile = 100 * 1024 * 1024 - 1;

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

/**
 * A request may run for a minute once it has arrived, and it has to arrive over a line of 1 Mbit/s: 8 µs a byte. A
 * short limit would cut off a file on its way; without any, a dead connection would hold the dialog for ever. The
 * price: in that time a browser may repeat the request by itself (BF 1A).
 * @param length characters of Base64 @returns ms
 */
function timeLimitFor(length: number): number {
  return 60_000 + length * 0.008;
}

const uploaded = v.looseObject({ messageId: wireNumber, file: v.looseObject({ id: wireNumber }) });

/**
 * `im.v2.File.upload` (v2, scope `im`, RF 3.10): stores the file in the chat's folder and writes the message that shows
 * it, in one call. No key keeps it from being done twice, and the message has no uuid.
 * @throws PortalError; `executed: 'no'` when nothing was written for certain. FILE_TOO_LARGE and FILE_UNREADABLE (it
 * was changed or taken away since it was chosen) come without a request.
 */
export async function uploadFile(
  rest: Rest,
  { dialogId, name, content, text = '' }: FileToUpload,
): Promise<{ messageId: number; fileId: number }> {
  const method = 'im.v2.File.upload';
  if (content.size > largestFile) throw unsent(method, 'FILE_TOO_LARGE');
  const base64 = await toBase64(content).catch(() => {
    throw unsent(method, 'FILE_UNREADABLE');
  });
  const fields = { name, content: base64, ...(text === '' ? {} : { message: text }) };
  const options = { refusedBefore, timeLimit: timeLimitFor(base64.length) };
  const result = await rest.call({ method, parameters: { dialogId, fields } }, options);
  const { messageId, file } = read(method, uploaded, result);
  return { messageId, fileId: file.id };
}

/** By the browser itself, which reads a file without stopping the page. */
function toBase64(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(new Error('The file cannot be read')));
    reader.readAsDataURL(content);
  });
}

function unsent(method: string, code: string): PortalError {
  return new PortalError({ kind: 'refused', code, method, executed: 'no' });
}
