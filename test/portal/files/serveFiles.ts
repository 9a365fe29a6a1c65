/** Serves the bytes of files under the addresses of `addresses.ts` and `oneTimeLinks.ts`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PortalContext } from '../context.ts';
import { corsHeaders } from '../http/headers.ts';
import { hasSession } from '../pages/session.ts';
import type { FileRecord } from '../world/types.ts';
import { oneTimePath, takeLink } from './oneTimeLinks.ts';

/** What a browser may show by itself; all else is downloaded, so that no uploaded page runs in the portal. */
const shownInline = /^(image\/(png|jpeg|gif|webp|avif)|application\/pdf|(audio|video)\/.+|text\/plain)$/;

/** Answers an address of a file; false when it is none. */
export function serveFiles(
  context: PortalContext,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (url.pathname === oneTimePath && url.searchParams.has('token')) {
    serveOnce(context, url.searchParams.get('token') ?? '', request, response);
    return true;
  }
  const match = /^\/disk\/(showFile|downloadFile)\/(\d+)\//.exec(url.pathname);
  if (!match) return false;
  const { files, switches } = context.world;
  const file = files.get(Number(match[2]));
  if (switches.filesNeedCookie && !hasSession(request)) refuse(response, 403, 'Forbidden');
  else if (!file) refuse(response, 404, 'Not Found');
  else sendFile(file, match[1] === 'downloadFile', request, response);
  return true;
}

function serveOnce(
  { world }: PortalContext,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const file = world.files.get(takeLink(world, token) ?? 0);
  // By its address it is an answer of REST, and so any page may read it (PB 1.2).
  for (const [name, value] of Object.entries(corsHeaders)) response.setHeader(name, value);
  if (file) sendFile(file, true, request, response);
  else refuse(response, 403, 'Forbidden');
}

function sendFile(
  file: FileRecord,
  download: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const inline = !download && shownInline.test(file.contentType);
  response.writeHead(200, {
    'Content-Type': file.contentType,
    'Content-Length': file.body.length,
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(file.name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

/** RFC 5987: whatever stands in a name, none of it can end the header. */
function encodeName(name: string): string {
  return encodeURIComponent(Buffer.from(name).toString()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}
