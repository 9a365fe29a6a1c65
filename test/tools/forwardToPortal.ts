/**
 * The dev server's way to a real portal: `/rest/<method>` and `/rest/api/<method>` of the page go to the webhook, whose
 * user and secret are added here and nowhere else.
 */
import type { IncomingMessage } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { callPortal, WebhookProblem, type Webhook } from './webhook.ts';

/** @param log one line for each call that got no answer */
export function forwardToPortal(webhook: Webhook, log: (line: string) => void): Plugin {
  const forward: Connect.NextHandleFunction = (request, response, next) => {
    const address = /^\/rest\/(.*)$/.exec(request.url ?? '')?.[1];
    if (address === undefined) return next();
    const answer = (status: number, contentType: string, text: string) => {
      response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text);
    };
    const refuse = (status: number, text: string) => answer(status, 'text/plain; charset=utf-8', text);
    if (!isOwnPage(request)) return refuse(403, 'Only the page of this dev server may call the portal.');
    if (!/^(api\/)?\w+(\.\w+)*(\?.*)?$/.test(address)) return refuse(404, 'No REST method.');
    bodyOf(request)
      .then((body) => callPortal(webhook, address, body, request.headers['content-type'] ?? 'text/plain'))
      .then(({ status, contentType, text }) => answer(status, contentType, text))
      .catch((failure: unknown) => {
        // 502 and not a closed connection: a browser would send that POST again by itself (BF 1A).
        const reason = failure instanceof WebhookProblem ? failure.message : 'the request broke off';
        log(`${address.split('?')[0]}: ${reason}`);
        refuse(502, reason);
      });
  };
  return {
    name: 'forward-to-portal',
    // Before the form POST of a page is served as a GET, see vite.config.ts.
    enforce: 'pre',
    configureServer: (server) => void server.middlewares.use(forward),
  };
}

/** Any page in the browser can send a form here, and would write to the portal: only our own may. */
function isOwnPage({ method, headers: { origin, host = '' } }: IncomingMessage): boolean {
  return method === 'POST' && /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host) && origin === `http://${host}`;
}

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}
