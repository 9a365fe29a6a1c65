/** Adds files to a chat; the message that shows them names their ids in `FILE_ID`. */
import { portalDate } from '../clock.ts';
import type { FileRecord } from '../types.ts';
import type { WorldDraft } from './draft.ts';
import { makePdf, makePng } from './fileBodies.ts';

type NewFile = Pick<FileRecord, 'chatId' | 'authorId' | 'name'> & { at: number };

/** @returns the file's id */
export function addPng(draft: WorldDraft, file: NewFile, width = 320, height = 200): number {
  return add(draft, file, {
    extension: 'png',
    kind: 'image',
    image: { width, height },
    body: makePng(width, height),
    contentType: 'image/png',
  });
}

/** @returns the file's id */
export function addPdf(draft: WorldDraft, file: NewFile, line: string): number {
  return add(draft, file, {
    extension: 'pdf',
    kind: 'file',
    image: false,
    body: makePdf(line),
    contentType: 'application/pdf',
  });
}

function add(
  { world }: WorldDraft,
  { at, ...file }: NewFile,
  content: Pick<FileRecord, 'extension' | 'kind' | 'image' | 'body' | 'contentType'>,
): number {
  const id = world.nextId.file;
  world.nextId.file += 1;
  world.files.set(id, { id, ...file, ...content, size: content.body.length, date: portalDate(at) });
  return id;
}
