/** A file on its way as an item: what stands in its target. Apart from `file.ts`, because the screen needs no more. */
import type { Item } from '../delivery/item.ts';

/** Its bytes are in the file store. */
export interface KeptFile {
  fileId: string;
  /** harmless */
  name: string;
  /** bytes */
  size: number;
  /** MIME type as the browser guesses it, may be empty */
  type: string;
}

/** `Item.problem.code` of one that was cancelled before anything was written. */
export const cancelledCode = 'CANCELLED';

/** `Item.problem.code` of one whose bytes the browser no longer has. */
export const fileGoneCode = 'FILE_GONE';

/** `Item.problem.code` of one that lies in another dialog, and can neither be copied nor fetched. */
export const notFetchedCode = 'FILE_NOT_FETCHED';

/** null for an item of another kind */
export function fileOf({ kind, target }: Pick<Item, 'kind' | 'target'>): KeptFile | null {
  return kind === 'file' ? fileIn(target) : null;
}

export function fileIn(target: Item['target']): KeptFile {
  return {
    fileId: String(target['fileId']),
    name: String(target['name']),
    size: Number(target['size']),
    type: String(target['type'] ?? ''),
  };
}
