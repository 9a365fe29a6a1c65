/** Unpacks a ZIP application in memory, after it was looked at for what does not belong in one. */
import { unzipSync } from 'fflate';
import type { ArchiveFiles } from '../world/types.ts';

/** Bytes and files. Bitrix24's own limits are unknown (RF 7.1); these keep one upload from filling the memory. */
export const archiveLimits = { packed: 20_000_000, unpacked: 100_000_000, files: 2000 } as const;

export type ArchiveProblem = 'missing' | 'notZip' | 'tooLarge' | 'badPath' | 'noIndex';

export class ArchiveError extends Error {
  readonly problem: ArchiveProblem;
  /** the path that is wrong, else empty */
  readonly path: string;

  constructor(problem: ArchiveProblem, path = '') {
    super(path === '' ? problem : `${problem}: ${path}`);
    this.problem = problem;
    this.path = path;
  }
}

/** @throws ArchiveError for everything that is no ZIP with an `index.html` at its root */
export function readArchive(bytes: Uint8Array): ArchiveFiles {
  if (bytes.length === 0) throw new ArchiveError('missing');
  if (bytes.length > archiveLimits.packed) throw new ArchiveError('tooLarge');
  const files = new Map(Object.entries(unpack(bytes)));
  if (!files.has('index.html')) throw new ArchiveError('noIndex');
  return files;
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  let size = 0;
  let count = 0;
  try {
    return unzipSync(bytes, {
      // Asked before a file is unpacked, so that the announced size is no trap.
      filter({ name, originalSize }) {
        if (leadsOut(name)) throw new ArchiveError('badPath', name);
        size += originalSize;
        count += 1;
        if (size > archiveLimits.unpacked || count > archiveLimits.files) throw new ArchiveError('tooLarge');
        return !name.endsWith('/');
      },
    });
  } catch (failure) {
    throw failure instanceof ArchiveError ? failure : new ArchiveError('notZip');
  }
}

/** Absolute, with `..`, with a drive, or with separators of another system. */
function leadsOut(name: string): boolean {
  return name.startsWith('/') || /[\\\0]|^[a-z]:/i.test(name) || name.split('/').includes('..');
}
