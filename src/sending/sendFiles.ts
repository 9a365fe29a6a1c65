/** Chosen files on their way: each kept first, then stored as an item, in order and in one lane. */
import { newKey, type Item } from '../delivery/item.ts';
import type { KeptFile } from './fileItem.ts';
import { harmlessName } from './fileName.ts';
import type { OpenDelivery } from './openDelivery.ts';

type What = Pick<Item, 'kind' | 'text' | 'target'>;

interface FilesToSend {
  lane: string;
  files: readonly File[];
  /** goes beside the first file */
  text: string;
  /** what a file becomes; the text beside it, and whether it is the first one */
  compose: (file: KeptFile, text: string, isFirst: boolean) => What;
  /** goes with the first one that is stored */
  draftId: string | undefined;
}

/** Resolves when all of them are stored. Never rejects. */
export async function sendFiles(
  { delivery, fileStore }: Pick<OpenDelivery, 'delivery' | 'fileStore'>,
  { lane, files, text, compose, draftId }: FilesToSend,
): Promise<void> {
  for (const [at, file] of files.entries()) {
    const { size, type } = file;
    const kept = { fileId: newKey(), name: harmlessName(file.name, 'file'), size, type };
    await fileStore.keep(kept.fileId, file);
    const isFirst = at === 0;
    await delivery.add(lane, compose(kept, isFirst ? text : '', isFirst), isFirst ? draftId : undefined);
  }
}
