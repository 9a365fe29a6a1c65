/** A line that goes once the page has all of its code: what delivers messages is loaded after the first of them. */
import type { Page } from 'playwright';
import { expect } from 'vitest';

export async function goOffline(page: Page): Promise<void> {
  const areLoaded = () => Promise.all(page.frames().map((frame) => frame.evaluate(isDeliveryLoaded)));
  await expect.poll(areLoaded).toContain(true);
  await page.context().setOffline(true);
}

/**
 * A build announces the chunk in the head; a second `import` of it waits for the first, and runs nothing anew. In a text,
 * because the test runner puts a loader of its own in the place of `import`.
 */
const isDeliveryLoaded = `(async () => {
  const link = document.querySelector('link[rel="modulepreload"][href*="/openDelivery-"]');
  if (link) await import(link.href);
  return link !== null;
})()`;
