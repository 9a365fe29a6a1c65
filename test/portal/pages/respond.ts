/** Answers of the portal's pages: HTML that may run nothing but its own files, JSON, redirects. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Html } from './html.ts';
import { hasSession, sessionCookie } from './session.ts';

/** Scripts and styles come from the portal only, so a hostile title that slipped through would still not run. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  'frame-src http: https:',
  'form-action http: https:',
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

export function sendPage(request: IncomingMessage, response: ServerResponse, page: Html, status = 200): void {
  if (!hasSession(request)) response.setHeader('set-cookie', sessionCookie());
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      // The same-origin path must arrive: the portal makes the option URI of it (PB 5.4).
      'referrer-policy': 'strict-origin-when-cross-origin',
    })
    .end(request.method === 'HEAD' ? undefined : page.markup);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}

export function redirect(response: ServerResponse, path: string): void {
  response.writeHead(303, { location: path }).end();
}
