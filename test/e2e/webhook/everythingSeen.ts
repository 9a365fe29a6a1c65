/** Records all a page ever got or kept, to be searched for what it must not know. */
import type { BrowserContext, Page } from 'playwright';

export interface Everything {
  /** all of it as one text */
  text(): Promise<string>;
}

/** Call it before the page goes anywhere. */
export function recordEverything(page: Page): Everything {
  const seen: string[] = [];
  const bodies: Array<Promise<void>> = [];
  page.on('console', (message) => seen.push(message.text()));
  page.on('pageerror', (error) => seen.push(String(error.stack)));
  page.on('websocket', (socket) => {
    seen.push(socket.url());
    socket.on('framereceived', ({ payload }) => seen.push(String(payload)));
    socket.on('framesent', ({ payload }) => seen.push(String(payload)));
  });
  page.on('request', (request) => {
    seen.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers()));
  });
  page.on('response', (response) => {
    bodies.push(
      (async () => {
        seen.push(JSON.stringify(await response.allHeaders()), await response.text());
      })().catch(() => {
        // A request that the page gave up has no body.
      }),
    );
  });
  return {
    async text() {
      await Promise.all(bodies);
      return [...seen, await page.content(), await storageOf(page), await statesOf(page.context())].join(
        '\n',
      );
    },
  };
}

async function statesOf(context: BrowserContext): Promise<string> {
  return JSON.stringify(await context.storageState({ indexedDB: true }));
}

function storageOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      location.href,
      window.name,
      performance.getEntries().map(({ name }) => name),
    ]),
  );
}
