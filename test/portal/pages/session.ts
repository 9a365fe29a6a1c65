/**
 * The cookie of a person who is signed in on the portal's pages. Who that is stands in `switches.signedInUserId`;
 * the cookie only tells a request of the portal's own page from one out of a third-party frame, which has none (BF 6).
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const cookieName = 'PORTAL_SESSION';

/** Whether a request comes with the portal's cookie; file addresses ask for it when `filesNeedCookie` is on. */
export function hasSession(request: IncomingMessage): boolean {
  return new RegExp(`(?:^|;\\s*)${cookieName}=[\\w-]+`).test(request.headers.cookie ?? '');
}

/** The `Set-Cookie` header of a page. `Lax` keeps the cookie out of frames of other sites. */
export function sessionCookie(): string {
  return `${cookieName}=${randomUUID()}; Path=/; HttpOnly; SameSite=Lax`;
}

/** Whether the portal's own page asks: same origin, and signed in. */
export function isOwnPage(request: IncomingMessage, origin: string): boolean {
  return request.headers.origin === origin && hasSession(request);
}
