/** The application's own page in the local portal, with an installation that waits to be done. */
import type { BrowserContextOptions, Frame, FrameLocator, Locator, Page } from 'playwright';
import { inject } from 'vitest';
import type { Stage } from '../support/stage.ts';

interface Start {
  /** as `POST /control/reset` takes it */
  app?: Record<string, unknown>;
  switches?: Record<string, unknown>;
  context?: BrowserContextOptions;
}

export const indexAddress = `${inject('appOrigin')}/index.html`;
export const installAddress = `${inject('appOrigin')}/install.html`;

export const crmTabs = [
  'CRM_LEAD_DETAIL_TAB',
  'CRM_DEAL_DETAIL_TAB',
  'CRM_CONTACT_DETAIL_TAB',
  'CRM_COMPANY_DETAIL_TAB',
];
/** What a finished installation has bound. */
export const everyPlace = ['TASK_VIEW_TAB', ...crmTabs];

/** Rows as `boundRows` tells them. */
export const rowsOf = (places: readonly string[]) => places.map((place) => `${place} ${indexAddress}`);

/** As the portal is right after the upload: not installed, nothing bound, install.html opened. */
export async function openInstaller(
  stage: Stage,
  start: Start = {},
): Promise<{ page: Page; app: FrameLocator }> {
  const app = {
    installed: false,
    url: indexAddress,
    installUrl: installAddress,
    placements: [],
    ...start.app,
  };
  await stage.control('reset', { app, switches: start.switches ?? {} });
  const page = await stage.newPage(start.context);
  return { page, app: await openApplication(stage, page) };
}

export async function openApplication(stage: Stage, page: Page): Promise<FrameLocator> {
  await page.goto(`${stage.portalOrigin}/marketplace/app/1/`);
  return page.frameLocator('iframe.app-frame');
}

/** The frame itself, for what a FrameLocator cannot do. */
export async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe.app-frame').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The page has no frame of an application');
  return frame;
}

/** One step or permission by its words. */
export function itemOf(app: FrameLocator, words: string | RegExp): Locator {
  return app.getByRole('listitem').filter({ hasText: words });
}

export interface InstallState {
  apps: Array<{ installed: boolean }>;
  placements: Array<{
    placement: string;
    handler: string;
    langAll?: Record<string, { TITLE: string }>;
  }>;
}

/** What the portal holds: `TASK_VIEW_TAB http://…/index.html`. */
export async function boundRows(stage: Stage): Promise<string[]> {
  const { placements } = await stage.control<InstallState>('state');
  return placements.map(({ placement, handler }) => `${placement} ${handler}`);
}
