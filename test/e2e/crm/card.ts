/** Cards of the CRM with the app's tab in them. */
import type { FrameLocator, Page } from 'playwright';
import type { Stage } from '../support/stage.ts';

/** The places in which the app stands there. */
export const places = [
  'TASK_VIEW_TAB',
  'CRM_LEAD_DETAIL_TAB',
  'CRM_DEAL_DETAIL_TAB',
  'CRM_CONTACT_DETAIL_TAB',
  'CRM_COMPANY_DETAIL_TAB',
];

export type CardType = 'lead' | 'deal' | 'contact' | 'company';

interface CardOptions {
  /** of the portal: `{ language: 'ru', signedInUserId: 5 }` */
  switches?: Record<string, unknown>;
}

/** The seeded start, with the app in all cards. */
export async function resetWithCards(stage: Stage, { switches = {} }: CardOptions = {}): Promise<void> {
  await stage.control('reset', { app: { placements: places }, switches });
}

/** Opens a card and its tab "Chat Desk". */
export async function openCard(stage: Stage, page: Page, type: CardType, id: number): Promise<FrameLocator> {
  await page.goto(`${stage.portalOrigin}/crm/${type}/details/${id}/`);
  await page.getByRole('tab', { name: 'Chat Desk' }).click();
  return page.frameLocator('iframe');
}
