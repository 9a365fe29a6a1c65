/**
 * ZIP applications: `http://127.0.0.1:<port>/static/<code>/<version>/…`, a third origin beside the portal's and the
 * app's, by GET only (PB 5.1). On any other host these addresses do not exist, as the portal's cookie lives there.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serveFile } from './files.ts';

const folders = new Map<string, string>();

const address = /^\/static\/([\w.-]+)\/([\w.-]+)\/(.*)$/;

/**
 * Makes an unpacked ZIP reachable.
 * @returns the path of its folder, `/static/<code>/<version>/`, on `http://127.0.0.1:<port of the portal>`
 */
export function serveStatic(code: string, version: number, directory: string): string {
  const path = `/static/${code}/${version}/`;
  folders.set(path, directory);
  return path;
}

/** Answers an address below `/static/`; false when it is none or the host is not that of ZIP applications. */
export async function handleStatic(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const match = address.exec(url.pathname);
  if (match === null || url.hostname !== '127.0.0.1') return false;
  const directory = folders.get(`/static/${match[1] ?? ''}/${match[2] ?? ''}/`);
  if (directory === undefined) return false;
  await serveFile(directory, match[3] ?? '', request, response);
  return true;
}
