/** The tabs of one person's browser: opened, asked, thrown away at a random moment, and opened again. */
import type { BrowserContext, Frame, Page } from 'playwright';
import type { Inspection, Order, Sight, StartOptions, TellAttempt } from '../page/protocol.ts';

export interface Tab {
  name: string;
  isReady: boolean;
  /** Nothing of what the page has seen since the last time, when it is gone. */
  exchange(orders: readonly Order[]): Promise<Sight[]>;
  /** How the page stands; null where it does not answer. */
  inspect(): Promise<Inspection | null>;
  /** Keys of all items that the store holds; null where it does not answer. */
  storedKeys(): Promise<string[] | null>;
  /** Throws the page away as it stands: without a word to it, or by leading it elsewhere. */
  kill(how: 'close' | 'leave'): Promise<void>;
}

/** Opens the application's own page in the portal; the frame is ready when delivery has started. */
export async function openTab(
  context: BrowserContext,
  portalOrigin: string,
  name: string,
  options: StartOptions,
  tellAttempt: TellAttempt,
): Promise<Tab> {
  const page = await context.newPage();
  await page.exposeFunction('tellAttempt', tellAttempt);
  const tab: Tab = {
    name,
    isReady: false,
    async exchange(orders) {
      const frame = appFrame(page);
      if (!frame) throw new Error('The frame is gone');
      return frame.evaluate((given) => window.bench.exchange(given), orders);
    },
    inspect: () => inTime(appFrame(page)?.evaluate(() => window.bench.inspect()) ?? null, 5_000),
    storedKeys: () => inTime(appFrame(page)?.evaluate(() => window.bench.storedKeys()) ?? null, 5_000),
    async kill(how) {
      tab.isReady = false;
      const limit = { timeout: 3_000 };
      if (how === 'leave') await page.goto('about:blank', limit).catch(() => undefined);
      // A page that hangs must not hold up everything.
      await inTime(page.close(), 10_000);
    },
  };
  const start = async () => {
    await page.goto(`${portalOrigin}/marketplace/app/1/`);
    const frame = await frameOf(page, 'bench');
    await frame.evaluate((chosen) => window.bench.start(chosen), options);
    tab.isReady = true;
    return tab;
  };
  const opened = await inTime(start(), openLimit);
  if (opened) return opened;
  // One that nobody asks any more must not be at work.
  await tab.kill('close');
  throw new Error('It did not start');
}

/** ms by the wall clock */
const openLimit = 30_000;

/** @returns null where no answer came, or a failure */
export async function inTime<Value>(answer: Promise<Value> | Value, limit: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limit);
  });
  const value = await Promise.race([Promise.resolve(answer).catch(() => null), late]);
  clearTimeout(timer);
  return value;
}

export async function frameOf(page: Page, global: string): Promise<Frame> {
  await page.locator('iframe').first().waitFor({ state: 'attached' });
  for (let tries = 0; tries < 200; tries += 1) {
    const frame = appFrame(page);
    const isThere = await frame?.evaluate((name) => name in window, global).catch(() => false);
    if (frame && isThere) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error('The application did not open');
}

function appFrame(page: Page): Frame | undefined {
  return page.frames().find((frame) => frame.url().includes('/test/bench/page/'));
}
