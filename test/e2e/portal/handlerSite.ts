/** A tiny application of the test's own: it does nothing by itself, and notes how it was opened and what it hears. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request for the page of the application. */
export interface Opening {
  method: string;
  path: string;
  query: Record<string, string>;
  fields: Record<string, string>;
}

export interface HandlerSite {
  /** `http://127.0.0.1:<port>/` */
  url: string;
  openings: Opening[];
  close(): Promise<void>;
}

/** Keeps every message that reaches the frame, as the page's own `heard`. */
export const handlerPage = `<!doctype html>
<html lang="en"><head><title>Handler</title><link rel="icon" href="data:,"></head>
<body><h1>Handler</h1><script>
  window.heard = [];
  window.addEventListener('message', ({ origin, data }) => window.heard.push({ origin, data }));
</script></body></html>`;

/** Serves the page on `127.0.0.1` and a free port, to GET and POST alike. */
export async function startHandlerSite(): Promise<HandlerSite> {
  const openings: Opening[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      openings.push({
        method: request.method ?? '',
        path: url.pathname,
        query: Object.fromEntries(url.searchParams),
        fields: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8'))),
      });
      response.setHeader('content-type', 'text/html; charset=utf-8').end(handlerPage);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    openings,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
