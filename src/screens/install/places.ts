/** Where the portal can offer Chat Desk: the placements that have a screen, and the address they open. */
import type { PlacementRow } from '../../portal/methods/placements.ts';

/** The row every task card gets. */
const taskTab = 'TASK_VIEW_TAB';

/** A tab in every card whose chats with clients Bitrix24 gives out; it knows open lines of no other type (RF 4.1). */
const crmTabs = [
  'CRM_LEAD_DETAIL_TAB',
  'CRM_DEAL_DETAIL_TAB',
  'CRM_CONTACT_DETAIL_TAB',
  'CRM_COMPANY_DETAIL_TAB',
] as const;

/**
 * Older task cards need these; the new one shows one more equal row for each (PB 2.4), so they are bound only where an
 * administrator asks for it.
 */
export const olderPlaces = ['TASK_VIEW_SIDEBAR', 'TASK_VIEW_TOP_PANEL'] as const;

/** The name of row and tab by Bitrix24's language code. It is a proper name, so both languages say the same. */
export const titles = { en: 'Chat Desk', ru: 'Chat Desk' };

/** What the rows open: index.html beside the page that installs, without the portal's query. */
export function handlerBeside(pageAddress: string): string {
  return new URL('index.html', pageAddress).href;
}

/** The places for older cards that somebody has asked for: by `chosen` now, else by the rows there are. */
export function isAskedFor(
  place: string,
  rows: readonly PlacementRow[],
  chosen: Readonly<Record<string, boolean>> = {},
): boolean {
  return chosen[place] ?? rows.some(({ placement }) => placement === place);
}

/** The codes of the places that shall have a row. */
export function wantedPlaces(
  rows: readonly PlacementRow[],
  chosen: Readonly<Record<string, boolean>> = {},
): string[] {
  return [taskTab, ...olderPlaces.filter((place) => isAskedFor(place, rows, chosen)), ...crmTabs];
}

/** The kind of card that a place belongs to; in that of a task Chat Desk has to stand, the CRM can do without. */
export type Card = 'task' | 'crm' | 'other';

/** For the first two it is also the name of the scope that `placement.bind` asks for (PB 6). */
export function cardOf(placement: string): Card {
  if (placement.startsWith('TASK_')) return 'task';
  return placement.startsWith('CRM_') ? 'crm' : 'other';
}
