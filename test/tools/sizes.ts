/** What a build weighs: every file, and what the JavaScript of the first screen is made of. */
import { gzipSync } from 'node:zlib';

/** bytes */
export interface Size {
  raw: number;
  gzip: number;
}

export function sizeOf(content: Uint8Array): Size {
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length };
}

export interface FirstScreen {
  /** the chunks that hold nothing of ours, see `codeSplitting` in vite.config.ts */
  packages: Size;
  ours: Size;
}

/**
 * @param page the built HTML: Vite names every chunk of the first screen in it, as script or as preload
 * @param isOurs whether a chunk holds code of ours
 */
export function measureFirstScreen(
  page: string,
  files: ReadonlyMap<string, Uint8Array>,
  isOurs: (path: string) => boolean,
): FirstScreen {
  const first = { packages: { raw: 0, gzip: 0 }, ours: { raw: 0, gzip: 0 } };
  for (const [path, content] of files) {
    if (!path.endsWith('.js') || !page.includes(`"./${path}"`)) continue;
    const share = isOurs(path) ? first.ours : first.packages;
    const { raw, gzip } = sizeOf(content);
    share.raw += raw;
    share.gzip += gzip;
  }
  return first;
}

/** For example `assets/main.js   80.4 kB   29.1 kB`. */
export function formatLine(name: string, { raw, gzip }: Size): string {
  return `${name.padEnd(44)} ${kilobytes(raw)} ${kilobytes(gzip)}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}
