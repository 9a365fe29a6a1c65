/** Addresses for links as people type them. Pure. */
import { safeLink } from '../../text/safeLink.ts';

/**
 * The address to write into `[url=…]`, or null: http, https, mailto, or a path of the portal. `example.com/x` becomes
 * `https://example.com/x`.
 */
export function readAddress(typed: string): string | null {
  const written = typed.trim();
  if (/\s/.test(written)) return null;
  const isBare = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+(?:[/?#:].*)?$/u.test(written);
  const address = isBare ? `https://${written}` : written;
  if (/^tel:/i.test(address)) return null;
  // Where a path leads is the portal's affair; any origin serves to judge its form.
  return safeLink(address, 'https://portal.invalid') === null ? null : address;
}
