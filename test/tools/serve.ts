/** Portal and app side by side, in one process; what `npm start` runs once the packages are there. */
import { createServer } from 'vite';
import { startPortal } from '../portal/server.ts';

const portalPort = portFrom('PORTAL_PORT', 8324);
const appPort = portFrom('APP_PORT', 5173);
// Two hosts make two origins; and placement.bind refuses a handler on localhost (PB 6).
const appUrl = `http://127.0.0.1:${appPort}/index.html`;
/** All that an installation binds, so that each card can be tried at once. */
const placements = [
  'TASK_VIEW_TAB',
  'CRM_LEAD_DETAIL_TAB',
  'CRM_DEAL_DETAIL_TAB',
  'CRM_CONTACT_DETAIL_TAB',
  'CRM_COMPANY_DETAIL_TAB',
];

process.env['VITE_PORTAL_ORIGIN'] = `http://localhost:${portalPort}`;
const app = await createServer({ server: { port: appPort }, clearScreen: false, logLevel: 'warn' });
try {
  await app.listen();
  const portal = await startPortal({
    port: portalPort,
    appUrl,
    app: { placements },
    log: (line) => console.log(line),
  });
  console.log(`Portal: ${portal.origin}`);
  console.log(`The same by https: NODE_EXTRA_CA_CERTS=${portal.context.tls.certificatePath}`);
  console.log(`App: http://127.0.0.1:${appPort}`);
  console.log('Open the portal; Ctrl+C stops both.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void Promise.all([portal.close(), app.close()]).finally(() => process.exit(0));
    });
  }
} catch (failure) {
  const taken = failure instanceof Error && /EADDRINUSE|already in use/.test(failure.message);
  console.error(
    taken
      ? `Port ${portalPort} or ${appPort} is taken. Stop what uses it, or choose others: PORTAL_PORT=8424 APP_PORT=5273 npm start`
      : failure,
  );
  process.exit(1);
}

function portFrom(name: string, standard: number): number {
  const port = Number(process.env[name] ?? standard);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  console.error(`${name} must be a port number, not "${process.env[name]}".`);
  return process.exit(1);
}
