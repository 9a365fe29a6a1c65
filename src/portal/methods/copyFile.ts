/** A file of the portal, shown in another dialog without being fetched first. */
import * as v from 'valibot';
import type { Rest } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';

const committed = v.looseObject({ MESSAGE_ID: v.pipe(wireNumber, v.minValue(1)) });

/** Raised before the message is written (PB 4.4). Not among them: SAVE_ERROR. */
const refusedBefore = ['DIALOG_ID_EMPTY', 'CHAT_ID_EMPTY', 'ACCESS_ERROR', 'FILES_ERROR'];

/**
 * `im.disk.file.commit` with `FILE_ID` (v2, scope `im`, PB 4.4, RF 3.10): puts a copy into the folder of the chat and
 * writes the message that shows it. Each call makes another copy and another message; no key goes along, because a
 * known one makes the portal delete files.
 * @param dialogId `chat58`; the person has to be in it
 * @param fileId of Drive, which is that of the file in its chat; the person has to be allowed to read it
 * @returns the id of the message
 * @throws PortalError; `executed: 'no'` with ACCESS_ERROR (not in the chat). SAVE_ERROR, 'unknown': the file may not be
 * read or is gone, and nothing was written; or the message could not be sent
 */
export async function copyFile(rest: Rest, dialogId: string, fileId: number): Promise<number> {
  const method = 'im.disk.file.commit';
  const parameters = { DIALOG_ID: dialogId, FILE_ID: fileId };
  const result = await rest.call({ method, parameters }, { refusedBefore });
  return read(method, committed, result).MESSAGE_ID;
}
