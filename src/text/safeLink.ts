/** Which addresses of a message may become links. */

const MAX_LENGTH = 2048;
// Control, line and paragraph characters and everything that reorders text: none belongs in an honest address.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\\]/u;

/**
 * The address to link to, or null when it must stay text. Allowed: `http:`, `https:` (with a host, without user
 * name or password, which only serve to pose as another host), `mailto:`, `tel:`, and paths of the portal
 * (`/company/…`), which are resolved against `portalOrigin` (`https://acme.bitrix24.com`).
 */
export function safeLink(address: string, portalOrigin: string): string | null {
  const written = address.trim();
  if (written.length > MAX_LENGTH || UNSEEN.test(written)) return null;
  const local = written.startsWith('/');
  if (!local && !/^(?:https?:\/\/[^/]|mailto:[^/]|tel:[+\d(])/i.test(written)) return null;
  try {
    const url = new URL(written, portalOrigin);
    if (url.username !== '' || url.password !== '') return null;
    if (local && url.origin !== new URL(portalOrigin).origin) return null;
    return url.href;
  } catch {
    return null;
  }
}

/** As `safeLink`, for what the page loads by itself: only `http:` and `https:`. */
export function safeImage(address: string, portalOrigin: string): string | null {
  const link = safeLink(address, portalOrigin);
  return link !== null && /^https?:/.test(link) ? link : null;
}
