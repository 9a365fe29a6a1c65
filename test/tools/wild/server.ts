/**
 * A server that misbehaves on purpose, for the tests of the fetch shim. Speaks plain http on 127.0.0.1.
 *
 * `/rest/api/<method>`: the method names the behaviour (behaviours.ts), or an answer that a test has laid down
 * before. What follows a `~` is ignored, so that each test can have a method of its own in the log.
 *
 * `PUT /answers/<method>` `{"status", "body", "type"?}` lays down an answer; `GET /log/<method>` lists its requests.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { behaviours, cors, type LoggedRequest } from './behaviours.ts';

export interface WildServer {
  /** `http://127.0.0.1:40123` */
  origin: string;
  close(): Promise<void>;
}

interface LaidDown {
  status: number;
  body: string;
  type: string;
}

/** Starts on a free port. */
export async function startWildServer(): Promise<WildServer> {
  const answers = new Map<string, LaidDown>();
  const log: LoggedRequest[] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, area = '', ...rest] = (request.url ?? '').split('/');
    const method = decodeURIComponent(rest.at(-1) ?? '');
    const body = await bodyOf(request);
    if (area === 'rest') return misbehave(method, request, response, body);
    response.writeHead(200, { ...cors, 'access-control-allow-methods': 'PUT', 'cache-control': 'no-store' });
    if (request.method === 'PUT') answers.set(method, laidDown(body));
    response.end(JSON.stringify(log.filter((entry) => entry.method === method)));
  }

  async function misbehave(
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
    body: string,
  ): Promise<void> {
    const auth = tokenIn(body);
    log.push({ method, http: request.method ?? '', auth, size: Buffer.byteLength(body) });
    const name = method.split('~')[0] ?? '';
    const behaviour = behaviours[name];
    if (request.method === 'OPTIONS') {
      if (behaviour?.preflight) await behaviour.preflight(response, () => answers.has(method));
      else response.writeHead(200, cors).end();
      return;
    }
    const answer = answers.get(method);
    if (answer) {
      response.writeHead(answer.status, { ...cors, 'content-type': answer.type }).end(answer.body);
    } else if (behaviour?.post) {
      await behaviour.post(response, { auth, body });
    } else {
      response.writeHead(501, cors).end(`No behaviour named ${name}`);
    }
  }

  const server = createServer((request, response) => {
    // A request that was cancelled ends here; nobody is left to be told.
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function laidDown(text: string): LaidDown {
  const type = 'application/json; charset=utf-8';
  return { type, ...(JSON.parse(text) as Omit<LaidDown, 'type'>) };
}

function tokenIn(body: string): string {
  try {
    const { auth } = JSON.parse(body) as { auth?: unknown };
    return typeof auth === 'string' ? auth : '';
  } catch {
    return '';
  }
}
