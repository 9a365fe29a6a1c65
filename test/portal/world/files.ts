/** Files that are uploaded while the portal runs. */
import { portalDate } from './clock.ts';
import type { FileRecord, World } from './types.ts';

const kinds: Readonly<Record<string, Pick<FileRecord, 'kind' | 'contentType'>>> = {
  png: { kind: 'image', contentType: 'image/png' },
  jpg: { kind: 'image', contentType: 'image/jpeg' },
  jpeg: { kind: 'image', contentType: 'image/jpeg' },
  gif: { kind: 'image', contentType: 'image/gif' },
  webp: { kind: 'image', contentType: 'image/webp' },
  mp4: { kind: 'video', contentType: 'video/mp4' },
  webm: { kind: 'video', contentType: 'video/webm' },
  mp3: { kind: 'audio', contentType: 'audio/mpeg' },
  ogg: { kind: 'audio', contentType: 'audio/ogg' },
  wav: { kind: 'audio', contentType: 'audio/wav' },
  pdf: { kind: 'file', contentType: 'application/pdf' },
  txt: { kind: 'file', contentType: 'text/plain' },
};
const unknownKind = { kind: 'file', contentType: 'application/octet-stream' } as const;

/** Puts a file into the folder of a chat, under a name that is not taken there yet; no message shows it by itself. */
export function addFile(
  world: World,
  { chatId, authorId, name, body }: Pick<FileRecord, 'chatId' | 'authorId' | 'name' | 'body'>,
): FileRecord {
  const [, extension = ''] = splitName(name);
  const known = kinds[extension.toLowerCase()] ?? unknownKind;
  const file: FileRecord = {
    id: world.nextId.file,
    chatId,
    authorId,
    name: freeName(world, chatId, name),
    extension,
    size: body.length,
    image: known.contentType === 'image/png' ? pngSize(body) : false,
    date: portalDate(),
    body,
    ...known,
  };
  world.nextId.file += 1;
  world.files.set(file.id, file);
  return file;
}

/** Whether the folder of a chat has a file of this name. */
export function isNameTaken(world: World, chatId: number, name: string): boolean {
  return [...world.files.values()].some((file) => file.chatId === chatId && file.name === name);
}

/** `report.pdf`, `report (1).pdf`, `report (2).pdf` … */
function freeName(world: World, chatId: number, name: string): string {
  const taken = new Set(
    [...world.files.values()].filter((file) => file.chatId === chatId).map((f) => f.name),
  );
  const [stem, extension] = splitName(name);
  for (let count = 0; ; count += 1) {
    const numbered = count === 0 ? stem : `${stem} (${count})`;
    const candidate = extension === undefined ? numbered : `${numbered}.${extension}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function splitName(name: string): [stem: string, extension: string | undefined] {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, undefined];
}

/** pixels, from the header; false when it is no PNG */
function pngSize(body: Uint8Array): FileRecord['image'] {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return false;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
