/** What was written, stored to be sent: the text as one message or several, then the files. */
import type { Written } from '../delivery/drafts.ts';
import type { Item } from '../delivery/item.ts';
import { textLimit } from '../portal/textLimit.ts';
import type { KeptFile } from './fileItem.ts';
import type { OpenDelivery } from './openDelivery.ts';
import { sendFiles } from './sendFiles.ts';

/** What a send is made of. */
export type What = Pick<Item, 'kind' | 'text' | 'target'>;

interface WrittenToSend {
  lane: string;
  typed: string;
  /** what the text becomes; none: it goes with the first file */
  whats: readonly What[];
  files: readonly File[];
  composeFile: ((file: KeptFile, text: string, isFirst: boolean) => What) | undefined;
  /** goes away in the step that stores the last part of its text */
  draftId: string;
  /** what stands in the composer by then */
  now: () => Written;
  /** All of it is stored. */
  onStored: () => void;
}

/** @returns false: a text is longer than the portal takes, and nothing was stored. Never rejects. */
export async function storeWritten(
  open: OpenDelivery,
  { lane, typed, whats, files, composeFile, draftId, now, onStored }: WrittenToSend,
): Promise<boolean> {
  // Sent before it could be counted as the portal counts: now the composer says that it is too long. It is stored with
  // what was typed before delivery was loaded.
  const texts = whats.length > 0 ? whats.map(({ text }) => text) : [typed];
  if (texts.some((text) => open.texts.countOf(text) > textLimit)) return false;
  // The draft goes with the last one, so that it is there as long as one of them is not.
  const added = Promise.all(
    whats.map((what, at) => open.delivery.add(lane, what, at === whats.length - 1 ? draftId : undefined)),
  );
  if (files.length === 0 || !composeFile) {
    void added.then(onStored);
    return true;
  }
  const isBeside = whats.length === 0;
  await sendFiles(open, {
    lane,
    files,
    text: isBeside ? typed : '',
    compose: composeFile,
    draftId: isBeside ? draftId : undefined,
  });
  await added;
  onStored();
  // The draft went with the first one, and keeping it took its time.
  if (now().text !== '') await open.store.saveDraft(lane, { draftId, ...now() });
  return true;
}
