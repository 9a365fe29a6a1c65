/**
 * Files to a ZIP, the same bytes for the same files on every machine. fflate and not Node's zlib: its compression is
 * plain JavaScript, while zlib's output differs from one build of Node to the next.
 */
import { zipSync } from 'fflate';

/** ZIP knows local times only: made of its parts, this is the same one in every time zone. */
const timestamp = new Date(2000, 0, 1, 12);

/** @param files path inside the ZIP, with `/`, to content */
export function makeZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const paths = [...files.keys()].sort();
  const entries = paths.map((path) => [path, files.get(path) ?? new Uint8Array()]);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: timestamp });
}
