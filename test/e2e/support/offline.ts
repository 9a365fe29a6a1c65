/** A line that goes once the page has all of its code: what delivers messages is loaded after the first of them. */
import type { Page } from 'playwright';
import { expect } from 'vitest';

export async function goOffline(page: Page): Promise<void> {
  const loaded = async () => {
    const names = page.frames().map((frame) =>
      frame.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .join(' '),
      ),
    );
    return (await Promise.all(names)).join(' ');
  };
  await expect.poll(loaded).toMatch(/\/openDelivery-/);
  for (const frame of page.frames()) await frame.waitForLoadState('networkidle');
  await page.context().setOffline(true);
}
