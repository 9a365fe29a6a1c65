/** Which part of the portal answers which address. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { PortalContext } from './context.ts';
import { serveControl } from './control/serveControl.ts';
import { serveFiles } from './files/serveFiles.ts';
import { handlePage } from './pages/index.ts';
import type { V2Method, V3Method } from './rest/call.ts';
import { createRegistry } from './rest/registry.ts';
import { serveRest } from './rest/serve.ts';

export interface Methods {
  v2: readonly V2Method[];
  v3: readonly V3Method[];
}

export function createRoutes(context: PortalContext, methods: Methods): RequestListener {
  const registry = createRegistry(methods.v2, methods.v3);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = urlOf(request);
    if (url === null) return plain(response, 400, 'Bad Request');
    if (isBelow(url, '/control')) return serveControl(context, url, request, response);
    // Before `/rest`, below which the one-time links are (RF 3.10).
    if (serveFiles(context, url, request, response)) return undefined;
    if (isBelow(url, '/rest')) return serveRest(context, registry, url, request, response);
    if (await handlePage(context, request, response)) return undefined;
    return plain(response, 404, 'Not Found');
  }

  return (request, response) => {
    closeWhereAsked(context, request, response);
    route(request, response).catch((failure: unknown) => {
      // A caller who hangs up in the middle of a body is no news.
      if (request.destroyed && !request.complete) return;
      const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
      context.log(
        `*** ${request.method} ${request.url?.split('?')[0]} FAILED INSIDE THE LOCAL PORTAL: ${text}`,
      );
      if (response.headersSent) response.destroy();
      else plain(response, 500, 'Internal Server Error');
    });
  };
}

/** A rule with `connection: "fresh"` closes every connection after its answer, whatever is asked for (BF 1A). */
function closeWhereAsked(context: PortalContext, request: IncomingMessage, response: ServerResponse): void {
  if (context.faults.closesConnections) response.setHeader('Connection', 'close');
  response.once('finish', () => {
    // The rule may have come while this answer was on its way.
    if (context.faults.closesConnections) request.socket.end();
  });
}

/** null = no readable address */
function urlOf(request: IncomingMessage): URL | null {
  const protocol = request.socket instanceof TLSSocket ? 'https' : 'http';
  try {
    return new URL(request.url ?? '/', `${protocol}://${request.headers.host ?? 'localhost'}`);
  } catch {
    return null;
  }
}

function isBelow(url: URL, path: string): boolean {
  return url.pathname === path || url.pathname.startsWith(`${path}/`);
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}
