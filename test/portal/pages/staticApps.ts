/**
 * ZIP applications: `http://127.0.0.1:<port>/static/<code>/<version>/…`, a third origin beside the portal's and the
 * app's, by GET only (PB 5.1). On any other host these addresses do not exist, as the portal's cookie lives there.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { World } from '../world/types.ts';
import { serveBytes } from './files.ts';

const host = '127.0.0.1';

const address = /^(\/static\/[\w.-]+\/\d+\/)(.*)$/;

/** @param portalOrigin `http://localhost:8324` @returns `http://127.0.0.1:8324` */
export function staticOriginOf(portalOrigin: string): string {
  return `http://${host}:${new URL(portalOrigin).port}`;
}

/** Answers an address of a ZIP application; false when it is none. */
export function handleStatic(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const [, folder = '', file = ''] = address.exec(url.pathname) ?? [];
  const files = url.hostname === host ? world.archives.get(folder) : undefined;
  if (files === undefined) return false;
  serveBytes(files, file, request, response);
  return true;
}
