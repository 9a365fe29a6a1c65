/** One local portal for a test file and the worker's Chromium, with the few things most tests do on them. */
import type { Browser, BrowserContextOptions, Frame, FrameLocator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { startPortal } from '../../portal/server.ts';
import type { World } from '../../portal/world/types.ts';
import { sharedBrowser, type LaunchOptions } from './browser.ts';

export interface Stage {
  /** as the browser addresses the portal */
  portalOrigin: string;
  /** POST (or GET without a body) to `/control/…` */
  control<Answer = unknown>(path: string, body?: unknown): Promise<Answer>;
  /** what the portal holds until the next reset, to be changed where no control call does it */
  world(): World;
  /** a new page; an error that nobody catches, in any of its frames, fails the test that opened it */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  /** Opens a task's card and its row "Chat Desk". */
  openTask(page: Page, taskId?: number): Promise<FrameLocator>;
}

interface StageOptions extends LaunchOptions {
  /** file of the app build that placements open */
  page?: string;
}

/** Call at the top of a `describe` or file; resets the portal before every page. */
export function setUpStage(options: StageOptions = {}): Stage {
  const appUrl = `${inject('appOrigin')}/${options.page ?? 'index.html'}`;
  let browser: Browser;
  let portal: Awaited<ReturnType<typeof startPortal>>;
  const errors: string[] = [];

  beforeAll(async () => {
    portal = await startPortal({ port: 0, appUrl, log: () => {} });
    browser = await sharedBrowser(options);
    const { port } = new URL(portal.origin);
    stage.portalOrigin = options.host ? `http://${options.host}:${port}` : portal.origin;
  });
  afterAll(async () => {
    await portal.close();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    await stage.control('reset', {});
    const seen = errors.splice(0);
    if (seen.length > 0) throw new Error(`The page reported errors:\n${seen.join('\n')}`);
  });

  const stage: Stage = {
    portalOrigin: '',
    async control<Answer>(path: string, body?: unknown) {
      const response = await fetch(`${portal.origin}/control/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { 'content-type': 'application/json' },
      });
      if (!response.ok) throw new Error(`/control/${path}: ${response.status} ${await response.text()}`);
      const answer: Answer = await response.json();
      return answer;
    },
    world: () => portal.context.world,
    async newPage(contextOptions = {}) {
      const context = await browser.newContext({
        viewport: { width: 1400, height: 800 },
        // Nothing to look at, and each frame of a motion is painted without a graphics card.
        reducedMotion: 'reduce',
        ...contextOptions,
      });
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      return page;
    },
    async openTask(page, taskId = 51) {
      await page.goto(`${stage.portalOrigin}/company/personal/user/1/tasks/task/view/${taskId}/`);
      await page.getByRole('button', { name: 'Chat Desk' }).click();
      return page.getByRole('dialog').frameLocator('iframe');
    },
  };
  return stage;
}

/** The frame of the opened slider, for what a FrameLocator cannot do. */
export async function appFrame(page: Page): Promise<Frame> {
  const element = await page.getByRole('dialog').locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The slider has no frame');
  return frame;
}
