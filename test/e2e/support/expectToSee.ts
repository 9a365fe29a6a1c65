/** Waits until a person can see it. */
import type { Locator } from 'playwright';
import { expect } from 'vitest';

export async function expectToSee(locator: Locator): Promise<void> {
  await expect.poll(() => locator.first().isVisible()).toBe(true);
}
