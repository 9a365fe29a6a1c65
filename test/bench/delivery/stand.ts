/** What all runs share: the pages as built, a server for them, a browser. */
import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright';
import { build, preview } from 'vite';
import { launch } from '../../e2e/support/browser.ts';
import { ensureBrowser } from '../../tools/browser.mjs';
import { root } from '../../tools/install.mjs';

export interface Stand {
  /** `http://127.0.0.1:41234` */
  appOrigin: string;
  browser: Browser;
  close(): Promise<void>;
}

export async function openStand(): Promise<Stand> {
  process.env['CHROMIUM_PATH'] = ensureBrowser();
  const outDir = `${root}node_modules/.chat-desk-bench-${process.pid}`;
  const input = ['index.html', 'sdk.html'].map((page) => `${root}test/bench/page/${page}`);
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
  const browser = await launch();
  return {
    appOrigin: `http://127.0.0.1:${address.port}`,
    browser,
    async close() {
      await browser.close();
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** Where the evidence of broken promises is kept. */
export const evidenceFolder = `${root}node_modules/.chat-desk-bench`;
