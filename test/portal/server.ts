/** Starts the local portal: one context, http and https on one port of both loopback addresses. */
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createContext, type PortalContext } from './context.ts';
import { makeCertificate } from './http/certificate.ts';
import { createFrontDoor } from './http/frontDoor.ts';
import { listenOnLoopback, type Host } from './http/listen.ts';
import { v2Methods, v3Methods } from './methods/index.ts';
import { createRoutes, type Methods } from './routes.ts';
import type { AppOptions } from './world/seed/app.ts';

export interface PortalSettings {
  /** 0 = any free one */
  port: number;
  /** default: both loopback addresses; never the network */
  host?: Host;
  /** where Chat Desk lives, for example `http://127.0.0.1:5173/index.html` */
  appUrl: string;
  /** the installed application, also after a reset; default: as tests want it, with its row in the task card alone */
  app?: AppOptions;
  /** the portal's own log; default: standard error */
  log?: (line: string) => void;
  /** instead of all that are imitated; for tests of the portal itself */
  methods?: Methods;
}

export interface RunningPortal {
  /** `http://localhost:8324` */
  origin: string;
  /** `https://localhost:8324`, the same port; `context.tls` has the certificate */
  httpsOrigin: string;
  context: PortalContext;
  /** Stops listening and ends every connection, idle or not. */
  close(): Promise<void>;
}

/** As long as a portal's front end keeps a connection for the next request, in ms. */
const keepAlive = 75_000;

/** @throws Error EADDRINUSE when the port is taken */
export async function startPortal(settings: PortalSettings): Promise<RunningPortal> {
  const {
    appUrl,
    app,
    log = (line) => console.error(line),
    methods = { v2: v2Methods, v3: v3Methods },
  } = settings;
  const hosts = settings.host ? [settings.host] : undefined;
  const made = await makeCertificate();
  const { certificate, key, path } = made;
  const context = createContext(
    { appUrl, ...(app ? { app } : {}) },
    { certificate, certificatePath: path },
    log,
  );
  const routes = createRoutes(context, methods);
  const door = createFrontDoor(
    prepared(context, createServer(routes)),
    prepared(context, createTlsServer({ cert: certificate, key }, routes)),
  );
  try {
    const { port } = await listenOnLoopback(() => door.createServer(), settings.port, hosts);
    context.origin = `http://localhost:${port}`;
  } catch (failure) {
    await made.remove();
    throw failure;
  }
  return {
    origin: context.origin,
    httpsOrigin: context.origin.replace('http:', 'https:'),
    context,
    async close() {
      await Promise.all([door.close(), made.remove()]);
    },
  };
}

function prepared<Kind extends Server>(context: PortalContext, server: Kind): Kind {
  context.connections.watch(server);
  server.keepAliveTimeout = keepAlive;
  return server;
}
