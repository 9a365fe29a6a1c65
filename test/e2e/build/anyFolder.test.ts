/** The ZIP works from whatever folder it is unpacked to, by GET, as Bitrix24 serves it. */
import { createServer, type Server } from 'node:http';
import { extname } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCopy } from '../../tools/buildCopy.ts';
import { sharedBrowser } from '../support/browser.ts';
import { expectToSee } from '../support/expectToSee.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const folder = '/a/b/c/';

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  const copy = await buildCopy();
  const zip = [...copy.files].find(([path]) => path.endsWith('.zip'))?.[1] ?? new Uint8Array();
  await copy.remove();
  const files = new Map(Object.entries(unzipSync(zip)));
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost');
    const content = pathname.startsWith(folder) ? files.get(pathname.slice(folder.length)) : undefined;
    if (request.method !== 'GET' || !content) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': types[extname(pathname)] ?? 'text/plain' }).end(content);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  origin = `http://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`;
  browser = await sharedBrowser();
});
afterAll(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  server.closeAllConnections();
  server.close();
});

test.each(['index.html', 'install.html'])(
  '%s loads all it needs, Russian words and styles too',
  async (name) => {
    const page = await browser.newPage({ locale: 'ru-RU' });
    const failed: string[] = [];
    page.on('response', (response) => {
      if (!response.ok()) failed.push(response.url());
    });
    await page.goto(`${origin}${folder}${name}?DOMAIN=example.bitrix24.com`);
    await expectToSee(page.getByRole('heading', { name: /[а-я]/i }));
    expect(failed).toEqual([]);
    const font = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--page'),
    );
    expect(font).not.toBe('');
    await page.close();
  },
);
