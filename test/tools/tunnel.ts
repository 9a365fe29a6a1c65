/** A public tunnel to the dev server: what Vite must know of it, and what the portal's form must be told. */
import type { ServerOptions } from 'vite';

/**
 * @param address `https://…`, without a path
 * @throws Error that says what to put there
 */
export function parseTunnel(address: string): URL {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  if (url?.protocol === 'https:' && url.pathname === '/' && !url.search) return url;
  throw new Error(
    'APP_PUBLIC_URL must be the https address of a tunnel to this dev server, without a path: https://desk.example.com',
  );
}

/** Lets the tunnel's host in, and leads hot reload back through it. */
export function serverBehind(tunnel: URL): ServerOptions {
  return {
    allowedHosts: [tunnel.hostname],
    hmr: { protocol: 'wss', host: tunnel.hostname, clientPort: Number(tunnel.port || 443) },
  };
}

export function instructionsFor(tunnel: URL): string {
  return `In the portal: Developer resources, Other, Local application, of the kind "Server":
  Your handler path:          ${tunnel.origin}/index.html
  Initial installation path:  ${tunnel.origin}/install.html
  Permissions (scopes):       task, tasks, im, placement
While it runs, whoever knows the tunnel's address can read this folder's source code.`;
}
