/** What all runs share: the pages as built, a server for them, a browser. */
import type { Browser } from 'playwright';
import { launch } from '../../e2e/support/browser.ts';
import { ensureBrowser } from '../../tools/browser.mjs';
import { root } from '../../tools/install.mjs';
import { servePages } from '../../tools/servePages.ts';

export interface Stand {
  /** `http://127.0.0.1:41234` */
  appOrigin: string;
  browser: Browser;
  close(): Promise<void>;
}

export async function openStand(): Promise<Stand> {
  process.env['CHROMIUM_PATH'] = ensureBrowser();
  const pages = await servePages('.chat-desk-bench', [
    ['test/bench/page/index.html', 'test/bench/page/sdk.html'],
  ]);
  const browser = await launch();
  return {
    appOrigin: pages.origin,
    browser,
    async close() {
      await browser.close();
      await pages.close();
    },
  };
}

/** Where the evidence of broken promises is kept. */
export const evidenceFolder = `${root}node_modules/.chat-desk-bench`;
