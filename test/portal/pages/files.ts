/** Serves files of one folder: the pages' own assets, and ZIP applications at `/static/<code>/<version>/`. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * The real path of a file inside `root`; null when there is none, or when the address leads out of the folder
 * (by `..`, by an encoded separator, or by a link).
 * @param address the part of the URL's path after the folder, still percent-encoded; `''` and `…/` mean `index.html`
 */
export async function fileInside(root: string, address: string): Promise<string | null> {
  try {
    const decoded = decodeURIComponent(address);
    if (decoded.includes('\0') || decoded.includes('\\')) return null;
    const wanted = decoded === '' || decoded.endsWith('/') ? `${decoded}index.html` : decoded;
    const [folder, file] = await Promise.all([realpath(root), realpath(join(root, wanted))]);
    if (!file.startsWith(folder + sep)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

/** Answers GET and HEAD with the file, 404 without one, and 405 to everything else: static hosts take no POST. */
export async function serveFile(
  root: string,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain' }).end('Method Not Allowed');
    return;
  }
  const file = await fileInside(root, address);
  if (file === null) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
    return;
  }
  response.writeHead(200, {
    'content-type': contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': (await stat(file)).size,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // A reader that goes away in the middle is no error of ours.
  await pipeline(createReadStream(file), response).catch(() => undefined);
}
