/** A browser, the portal's pages and a handler site: what the tests of the parent window stand on. */
import type { Browser, BrowserContext, Page } from 'playwright';
import { reset } from '../../portal/context.ts';
import type { PortalContext } from '../../portal/context.ts';
import { startPortal } from '../../portal/server.ts';
import { appCode } from '../../portal/world/seed/app.ts';
import type { App, Switches } from '../../portal/world/types.ts';
import { sharedBrowser } from '../support/browser.ts';
import { startHandlerSite } from './handlerSite.ts';
import type { HandlerSite } from './handlerSite.ts';

export interface ParentStage {
  context: PortalContext;
  /** the application as the portal holds it now */
  readonly app: App;
  site: HandlerSite;
  /** `http://localhost:<port>` */
  origin: string;
  port: number;
  browser: Browser;
  /** The seeded portal again, and no openings yet. */
  startAnew(switches?: Partial<Switches>): void;
  /** Opens a page of the portal. */
  open(path: string, origin?: string): Promise<Page>;
  closePages(): Promise<void>;
  close(): Promise<void>;
}

const placements = ['TASK_VIEW_TAB', 'CRM_DEAL_DETAIL_TAB', 'IM_CONTEXT_MENU'];

/** Every place of the application that the tests need is bound. `portal.test` leads to this machine. */
export async function setUpParentStage(): Promise<ParentStage> {
  const site = await startHandlerSite();
  const portal = await startPortal({ port: 0, appUrl: site.url, log: () => undefined });
  const browser = await sharedBrowser({ host: 'portal.test' });
  const { context, origin } = portal;
  // One for all pages: its caches are warm, and what the portal keeps in it is a cookie.
  let kept: BrowserContext | undefined;
  const stage: ParentStage = {
    context,
    site,
    origin,
    port: Number(new URL(origin).port),
    browser,
    get app() {
      const app = context.world.apps.get(appCode);
      if (app === undefined) throw new Error('The application is not in the seed');
      return app;
    },
    startAnew(switches = {}) {
      reset(context, { app: { placements }, switches });
      site.openings.length = 0;
    },
    async open(address, at = origin) {
      kept ??= await browser.newContext({ reducedMotion: 'reduce' });
      const page = await kept.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(at + address);
      return page;
    },
    async closePages() {
      for (const page of kept?.pages() ?? []) await page.close();
      await kept?.clearCookies();
    },
    async close() {
      await kept?.close();
      await portal.close();
      await site.close();
    },
  };
  return stage;
}

export const taskPath = '/company/personal/user/1/tasks/task/view/51/';
export const dealPath = '/crm/deal/details/7/';
export const appPath = '/marketplace/app/1/';

/** Opens the application from the new task card. */
export async function openTaskSlider(stage: ParentStage): Promise<Page> {
  const page = await stage.open(taskPath);
  await page.getByRole('button', { name: 'Chat Desk' }).click();
  return page;
}
