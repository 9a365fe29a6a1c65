/** Runs the portal alone: `npx tsx test/portal/main.ts`, with PORTAL_PORT and APP_PORT where the defaults are taken. */
import { startPortal } from './server.ts';

const port = portFrom('PORTAL_PORT', 8324);
const appPort = portFrom('APP_PORT', 5173);

const portal = await startPortal({
  port,
  appUrl: `http://127.0.0.1:${appPort}/index.html`,
  log: (line) => console.log(line),
});

console.log(`Portal: ${portal.origin}`);
console.log(`The same by https: NODE_EXTRA_CA_CERTS=${portal.context.tls.certificatePath}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void portal.close().then(() => process.exit(0)));
}

function portFrom(name: string, standard: number): number {
  const port = Number(process.env[name] ?? standard);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new Error(`${name} must be a port number`);
}
