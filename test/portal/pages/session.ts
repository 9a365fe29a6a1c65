/**
 * The cookie of a browser that has opened the portal's pages. It tells a request of the portal's own page from one out
 * of a third-party frame, which has none (BF 6), and one person's browser from another's.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const cookieName = 'PORTAL_SESSION';

/** Whether a request comes with the portal's cookie; file addresses ask for it when `filesNeedCookie` is on. */
export function hasSession(request: IncomingMessage): boolean {
  return sessionOf(request) !== null;
}

/** null = a browser that has opened no page yet, or a frame without the cookie */
export function sessionOf(request: IncomingMessage): string | null {
  const cookie = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`).exec(request.headers.cookie ?? '');
  return cookie?.[1] ?? null;
}

/** The `Set-Cookie` header of a page. `Lax` keeps the cookie out of frames of other sites. */
export function sessionCookie(): string {
  return `${cookieName}=${randomUUID()}; Path=/; HttpOnly; SameSite=Lax`;
}

/** Whether the portal's own page asks: same origin, and signed in. */
export function isOwnPage(request: IncomingMessage, origin: string): boolean {
  return request.headers.origin === origin && hasSession(request);
}
