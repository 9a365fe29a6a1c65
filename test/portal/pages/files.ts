/** Serves files: the pages' own assets out of their folder, and those of ZIP applications out of memory. */
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
    const wanted = decoded(address);
    if (wanted === null || wanted.includes('\0') || wanted.includes('\\')) return null;
    const [folder, file] = await Promise.all([realpath(root), realpath(join(root, wanted))]);
    if (!file.startsWith(folder + sep)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}

/** Answers GET and HEAD with the file of a folder, 404 without one, and 405 to everything else. */
export async function serveFile(
  root: string,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (refusesMethod(request, response)) return;
  const file = await fileInside(root, address);
  if (file === null) {
    refuse(response, 404, 'Not Found');
    return;
  }
  writeFileHead(response, file, (await stat(file)).size);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  // A reader that goes away in the middle is no error of ours.
  await pipeline(createReadStream(file), response).catch(() => undefined);
}

/**
 * The same for a file in memory.
 * @param address still percent-encoded; `''` and `…/` mean `index.html`
 */
export function serveBytes(
  files: ReadonlyMap<string, Uint8Array>,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (refusesMethod(request, response)) return;
  const name = decoded(address);
  const bytes = name === null ? undefined : files.get(name);
  if (name === null || bytes === undefined) {
    refuse(response, 404, 'Not Found');
    return;
  }
  writeFileHead(response, name, bytes.length);
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The path without percent signs, `index.html` for a folder; null when it cannot be read. */
function decoded(address: string): string | null {
  try {
    const path = decodeURIComponent(address);
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return null;
  }
}

/** Static hosts take no POST. */
function refusesMethod(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  response.setHeader('allow', 'GET, HEAD');
  refuse(response, 405, 'Method Not Allowed');
  return true;
}

function writeFileHead(response: ServerResponse, name: string, size: number): void {
  response.writeHead(200, {
    'content-type': contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}
