/** Pages of this project as they ship: built once, and served until they are closed. */
import { rm } from 'node:fs/promises';
import { build, loadConfigFromFile, preview } from 'vite';
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
 * @param builds pages from the project's root, `index.html`; those of one build share chunks, and what is built apart
 *   has the files it would have without the others
 */
export async function servePages(
  name: string,
  builds: ReadonlyArray<readonly string[]>,
): Promise<ServedPages> {
  const outDir = `${root}node_modules/${name}-${process.pid}`;
  // Handed over beside the file, pages would be added to those that stand there.
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, undefined, root);
  if (!loaded) throw new Error('There is no vite.config.ts');
  const { config } = loaded;
  for (const pages of builds) {
    const input = pages.map((page) => root + page);
    const rolldownOptions = { ...config.build?.rolldownOptions, input };
    await build({
      ...config,
      root,
      configFile: false,
      logLevel: 'error',
      build: { ...config.build, outDir, emptyOutDir: pages === builds[0], rolldownOptions },
    });
  }
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
