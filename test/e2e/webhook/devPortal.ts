/** Starts `npm run dev:portal` as a process of its own; the packages are there, so without the step that installs them. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { root } from '../../tools/install.mjs';

export interface DevPortal {
  port: number;
  /** `http://127.0.0.1:41234` */
  origin: string;
  /** everything it wrote to the terminal so far */
  output(): string;
  /** Waits until it runs. @throws Error with its output when it ended instead */
  ready(): Promise<void>;
  /** exit code */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** @param settings what `.env.local` would say; the machine's own settings are left out */
export async function startDevPortal(settings: Record<string, string>): Promise<DevPortal> {
  const port = await freePort();
  const env = { ...process.env, B24_WEBHOOK: '', APP_PUBLIC_URL: '', APP_PORT: String(port), ...settings };
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/tools/devPortal.ts'], { cwd: root, env });
  let output = '';
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const isReady = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (output.includes('Ctrl+C')) resolve();
      });
    }
  });
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    output: () => output,
    ready: () =>
      Promise.race([
        isReady,
        ended.then(() => {
          throw new Error(`dev:portal ended:\n${output}`);
        }),
      ]),
    ended,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
