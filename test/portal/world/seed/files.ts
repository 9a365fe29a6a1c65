/** Adds files to a chat; the message that shows them names their ids in `FILE_ID`. */
import { portalDate } from '../clock.ts';
import type { FileRecord } from '../types.ts';
import type { WorldDraft } from './draft.ts';
import { makePdf, makePng, makeWav } from './fileBodies.ts';

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

/** A second of silence. @returns the file's id */
export function addWav(draft: WorldDraft, file: NewFile): number {
  return add(draft, file, {
    extension: 'wav',
    kind: 'audio',
    image: false,
    body: makeWav(),
    contentType: 'audio/wav',
  });
}

/** Only its beginning is that of a video: it is shown as one and does not play. @returns the file's id */
export function addVideo(draft: WorldDraft, file: NewFile): number {
  return add(draft, file, {
    extension: 'mp4',
    kind: 'video',
    image: false,
    body: Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'),
    contentType: 'video/mp4',
  });
}

/** @returns the file's id */
export function addText(draft: WorldDraft, file: NewFile, text: string): number {
  return add(draft, file, {
    extension: 'txt',
    kind: 'file',
    image: false,
    body: Buffer.from(text),
    contentType: 'text/plain',
  });
}

/** Of a kind that no browser shows, and without an ending. @returns the file's id */
export function addUnknown(draft: WorldDraft, file: NewFile): number {
  return add(draft, file, {
    extension: '',
    kind: 'file',
    image: false,
    body: Buffer.from([0, 1, 2, 3]),
    contentType: 'application/octet-stream',
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
