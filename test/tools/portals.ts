/**
 * Local portals on demand for tests that run in a browser: one a test file, so that the faults of one strike no other.
 * A page may not call `/control` from another origin; here it may, through this server on 127.0.0.1.
 *
 * `POST /portals` starts one: `{id, origin, tokens}`, two access tokens for each colleague, by user id.
 * `/portals/<id>/control/…` is its control. `POST /portals/<id>/tasks`, `/lines` and `/messages` add to its world;
 * `/switches` and `/scopes` (of the application) change it as it is, tokens and all.
 * `DELETE /portals/<id>` closes it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { issueToken } from '../portal/auth/tokens.ts';
import { startPortal, type RunningPortal } from '../portal/server.ts';
import { createLineChat } from '../portal/world/chats.ts';
import { addMessage, type NewMessage } from '../portal/world/messages.ts';
import { isColleague } from '../portal/world/rights.ts';
import { appCode } from '../portal/world/seed/app.ts';
import { addTask } from '../portal/world/tasks.ts';
import type { World } from '../portal/world/types.ts';

export interface Portals {
  /** `http://127.0.0.1:40123` */
  origin: string;
  close(): Promise<void>;
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'content-type',
  'access-control-allow-methods': 'GET, POST, DELETE',
};

const additions: Readonly<Record<string, (world: World, input: unknown) => unknown>> = {
  tasks: (world, input) => addTask(world, input as Parameters<typeof addTask>[1]),
  lines: (world, input) => createLineChat(world, input as Parameters<typeof createLineChat>[1]),
  messages: (world, input) => (input as NewMessage[]).map((message) => addMessage(world, message)),
  switches: (world, input) => Object.assign(world.switches, input),
  scopes: (world, input) => {
    for (const app of world.apps.values()) app.scopes = input as string[];
    return {};
  },
};

/** Starts on a free port. */
export async function startPortals(): Promise<Portals> {
  const portals = new Map<string, RunningPortal>();

  async function answer(method: string, path: string, body: string): Promise<unknown> {
    const [, , id = '', area = ''] = path.split('/');
    if (id === '') return open();
    const portal = portals.get(id);
    if (!portal) throw new Error(`No portal ${id}`);
    if (area === 'control') {
      const address = `${portal.origin}/${path.split('/').slice(3).join('/')}`;
      const response = await fetch(address, method === 'POST' ? { method, body } : { method });
      if (!response.ok) throw new Error(await response.text());
      return response.json();
    }
    const add = additions[area];
    if (add) return add(portal.context.world, JSON.parse(body));
    portals.delete(id);
    await portal.close();
    return {};
  }

  async function open(): Promise<unknown> {
    const appUrl = 'http://127.0.0.1:5173/index.html';
    const portal = await startPortal({ port: 0, appUrl, log: () => undefined });
    const id = new URL(portal.origin).port;
    portals.set(id, portal);
    const { world } = portal.context;
    const colleagues = [...world.users.values()].filter(isColleague);
    const tokenOf = (userId: number) => issueToken(world, { userId, appCode }).access;
    const tokens = colleagues.map(({ id: userId }) => [userId, [tokenOf(userId), tokenOf(userId)]]);
    return { id, origin: portal.origin, tokens: Object.fromEntries(tokens) };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'OPTIONS') return void response.writeHead(200, cors).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const result = await answer(
      request.method ?? '',
      request.url ?? '',
      Buffer.concat(chunks).toString('utf8'),
    );
    response
      .writeHead(200, {
        ...cors,
        'content-type': 'application/json',
        'cache-control': 'no-store',
      })
      .end(JSON.stringify(result));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((failure: unknown) => {
      response.writeHead(500, cors).end(String(failure));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async close() {
      await Promise.all([...portals.values()].map((portal) => portal.close()));
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
