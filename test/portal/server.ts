/** Starts the local portal: one context, http on both loopback addresses, and https beside it where it is asked for. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createContext, type PortalContext } from './context.ts';
import { makeCertificate } from './http/certificate.ts';
import { listenOnLoopback, type Host } from './http/listen.ts';
import { v2Methods, v3Methods } from './methods/index.ts';
import { createRoutes, type Methods } from './routes.ts';

export interface PortalSettings {
  /** 0 = any free one */
  port: number;
  /** default: both loopback addresses; never the network */
  host?: Host;
  /** where Chat Desk lives, for example `http://127.0.0.1:5173/index.html` */
  appUrl: string;
  /** the portal's own log; default: standard error */
  log?: (line: string) => void;
  /** also serve https, port 0 = any free one, for clients that insist on it (BF 1E) */
  tls?: { port: number };
  /** instead of all that are imitated; for tests of the portal itself */
  methods?: Methods;
}

export interface RunningPortal {
  /** `http://localhost:8324` */
  origin: string;
  /** `https://localhost:…`, when asked for; `context.tls` has the certificate */
  httpsOrigin?: string;
  context: PortalContext;
  /** Stops listening and ends every connection, idle or not. */
  close(): Promise<void>;
}

/** As long as a portal's front end keeps a connection for the next request, in ms. */
const keepAlive = 75_000;

/** @throws Error EADDRINUSE when a port is taken */
export async function startPortal(settings: PortalSettings): Promise<RunningPortal> {
  const {
    appUrl,
    log = (line) => console.error(line),
    methods = { v2: v2Methods, v3: v3Methods },
  } = settings;
  const hosts = settings.host ? [settings.host] : undefined;
  const context = createContext({ appUrl }, log);
  const routes = createRoutes(context, methods);
  const plain = await listenOnLoopback(() => prepared(context, createServer(routes)), settings.port, hosts);
  const servers: Server[] = [...plain.servers];
  context.origin = `http://localhost:${plain.port}`;
  const stopTls = settings.tls ? await startTls(context, routes, settings.tls.port, hosts, servers) : null;
  return {
    origin: context.origin,
    ...(context.tls ? { httpsOrigin: context.tls.origin } : {}),
    context,
    async close() {
      await Promise.all([...servers.map(stop), stopTls?.()]);
    },
  };
}

async function startTls(
  context: PortalContext,
  routes: RequestListener,
  port: number,
  hosts: readonly Host[] | undefined,
  servers: Server[],
): Promise<() => Promise<void>> {
  const made = await makeCertificate();
  const { certificate, key, path } = made;
  const create = () => prepared(context, createTlsServer({ cert: certificate, key }, routes));
  const tls = await listenOnLoopback(create, port, hosts);
  servers.push(...tls.servers);
  context.tls = { origin: `https://localhost:${tls.port}`, certificate, certificatePath: path };
  return () => made.remove();
}

function prepared<Kind extends Server>(context: PortalContext, server: Kind): Kind {
  context.connections.watch(server);
  server.keepAliveTimeout = keepAlive;
  return server;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
