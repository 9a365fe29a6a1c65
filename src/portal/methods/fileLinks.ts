/** Addresses of files that need no sign-in, for pictures which the frame may not load for want of the portal's cookie. */
import * as v from 'valibot';
import type { Rest } from '../rest.ts';
import { read } from '../wire.ts';

const link = v.looseObject({ downloadUrl: v.pipe(v.string(), v.nonEmpty()) });

/**
 * `im.v2.File.download` (v2, scope `im`, RF 3.10); it cannot stand in a batch.
 * @param dialogId `chat58`, or the id of a person
 * @returns an address that gives the file once; it is a key to the file, so it is neither kept nor logged
 * @throws PortalError FILE_NOT_FOUND, ACCESS_DENIED
 */
export async function downloadLink(rest: Rest, dialogId: string, fileId: number): Promise<string> {
  const method = 'im.v2.File.download';
  return read(method, link, await rest.call({ method, parameters: { dialogId, fileId } })).downloadUrl;
}

/**
 * For the pictures of one dialog: each file's link is asked for once and never again, one after the other, so that a
 * chat full of pictures does not use up what the whole office may ask for. null when there is none to be had.
 */
export function oneTimeLinks(rest: Rest, dialogId: string): (fileId: number) => Promise<string | null> {
  const asked = new Set<number>();
  let last: Promise<unknown> = Promise.resolve();
  return (fileId) => {
    if (asked.has(fileId)) return Promise.resolve(null);
    asked.add(fileId);
    const answer = last.then(() => downloadLink(rest, dialogId, fileId)).catch(() => null);
    last = answer;
    return answer;
  };
}
