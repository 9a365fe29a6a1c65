/** Where the portal can offer Chat Desk: the placements that have a screen, and the address they open. */
import type { PlacementRow } from '../../portal/methods/placements.ts';

/** The row every task card gets. */
const taskTab = 'TASK_VIEW_TAB';

/**
 * Older task cards need these; the new one shows one more equal row for each (PB 2.4), so they are bound only where an
 * administrator asks for it.
 */
export const olderPlaces = ['TASK_VIEW_SIDEBAR', 'TASK_VIEW_TOP_PANEL'] as const;

/** The row's name by Bitrix24's language code. It is a proper name, so both languages say the same. */
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
  return [taskTab, ...olderPlaces.filter((place) => isAskedFor(place, rows, chosen))];
}
