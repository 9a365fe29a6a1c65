/** Who may use `/control`: programs on this machine, and the portal's own pages. */
import type { IncomingMessage } from 'node:http';

const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Why a request is refused; null = it may pass. A page of another origin sends its Origin, and a page whose host
 * name was made to point at this machine (DNS rebinding) sends that name as Host.
 */
export function refusalOf(request: IncomingMessage, url: URL): string | null {
  if (!loopbackAddresses.has(request.socket.remoteAddress ?? '')) return 'Only from this machine';
  if (!loopbackHosts.has(url.hostname)) return 'Only as localhost, 127.0.0.1 or [::1]';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== url.origin) return 'Not from pages of another origin';
  return null;
}
