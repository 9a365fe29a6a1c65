/** Pages of this project as they ship: built once, and served until they are closed. */
import { rm } from 'node:fs/promises';
import { build, preview } from 'vite';
import { root } from './install.mjs';

export interface ServedPages {
  /** `http://127.0.0.1:41234` */
  origin: string;
  /** Ends the server and removes what was built. */
  close: () => Promise<void>;
}

/**
 * @param name of the folder inside node_modules; it is of its own for every run, so that two at a time do not empty
 *   each other's
 * @param pages from the project's root: `index.html`
 */
export async function servePages(name: string, pages: readonly string[]): Promise<ServedPages> {
  const outDir = `${root}node_modules/${name}-${process.pid}`;
  const input = pages.map((page) => root + page);
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
  return {
    origin: `http://127.0.0.1:${address.port}`,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
