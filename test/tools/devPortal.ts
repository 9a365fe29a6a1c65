/**
 * `npm run dev:portal`: the dev server against a real portal; `.env.example` explains the settings.
 * By webhook: one person, no frame, a bar that chooses the placement. Through a tunnel: as a local application in the
 * portal itself, and then the webhook is not used, since the whole world can reach the server.
 */
import { createServer, loadEnv, type InlineConfig } from 'vite';
import { forwardToPortal } from './forwardToPortal.ts';
import { root } from './install.mjs';
import { instructionsFor, parseTunnel, serverBehind } from './tunnel.ts';
import { checkWebhook, parseWebhook, WebhookProblem } from './webhook.ts';

const { B24_WEBHOOK, APP_PUBLIC_URL, APP_PORT } = loadEnv('portal', root, ['B24_', 'APP_']);
const port = Number(APP_PORT || 5173);

try {
  const [config, lines] = APP_PUBLIC_URL ? throughTunnel(APP_PUBLIC_URL) : await byWebhook(B24_WEBHOOK);
  const app = await createServer({ ...config, root, clearScreen: false, logLevel: 'warn' });
  await app.listen();
  console.log(`${lines}\nCtrl+C stops it.`);
} catch (failure) {
  console.error(failure instanceof Error ? failure.message : String(failure));
  if (failure instanceof WebhookProblem) {
    console.error(
      'Put it into the file .env.local, as a line B24_WEBHOOK=…; .env.example tells how to get one.',
    );
  }
  process.exit(1);
}

async function byWebhook(address: string | undefined): Promise<[InlineConfig, string]> {
  if (!address) throw new WebhookProblem('B24_WEBHOOK is not set: no portal to talk to.');
  const webhook = parseWebhook(address);
  const who = await checkWebhook(webhook);
  // The page needs the portal's address for links and pictures; this is all it learns.
  process.env['VITE_PORTAL_ORIGIN'] = webhook.origin;
  const config = {
    mode: 'portal',
    // Vite's prepared packages depend on the mode; `npm start` beside it keeps its own.
    cacheDir: 'node_modules/.vite-portal',
    server: { port },
    plugins: [forwardToPortal(webhook, (line) => console.error(line))],
  };
  return [config, `Portal: ${who}\nApp: http://127.0.0.1:${port}`];
}

function throughTunnel(address: string): [InlineConfig, string] {
  const tunnel = parseTunnel(address);
  const config = { mode: 'development', server: { port, ...serverBehind(tunnel) } };
  return [config, `App: http://127.0.0.1:${port}, as ${tunnel.origin}\n${instructionsFor(tunnel)}`];
}
