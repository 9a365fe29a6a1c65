/** Builds the app as it ships, with the harness beside it, and serves it once for all end-to-end tests. */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://127.0.0.1:41234` */
    appOrigin: string;
  }
}

const root = fileURLToPath(new URL('../../..', import.meta.url));
// Of its own for every run, so that two at a time do not empty each other's.
const outDir = `${root}node_modules/.chat-desk-e2e-${process.pid}`;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const input = ['index.html', 'install.html', 'test/e2e/harness/index.html'].map((page) => root + page);
  await build({
    root,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, rolldownOptions: { input } },
  });
  const server = await preview({
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, strictPort: false },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port');
  project.provide('appOrigin', `http://127.0.0.1:${address.port}`);
  return async () => {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  };
}
