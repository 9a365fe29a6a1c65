/** Where the bytes of a file are served, as absolute addresses of the portal (PB 4.3). */
import type { FileRecord } from '../world/types.ts';

/** @param origin `http://localhost:8324`, as the caller addressed the portal */
export function fileAddresses(origin: string, file: Pick<FileRecord, 'id' | 'name'>) {
  // Buffer replaces lone surrogates, on which encodeURIComponent would throw.
  const name = encodeURIComponent(Buffer.from(file.name).toString());
  return {
    urlPreview: `${origin}/disk/showFile/${file.id}/${name}?preview=1`,
    urlShow: `${origin}/disk/showFile/${file.id}/${name}`,
    urlDownload: `${origin}/disk/downloadFile/${file.id}/${name}`,
  };
}
