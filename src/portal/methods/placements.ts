/**
 * The application's rows in the portal's cards and menus. All of it is for administrators, in an application: a webhook
 * is refused with WRONG_AUTH_TYPE (PB 6). Errors may come with HTTP 200 (RF 6.1); the code in the body decides.
 */
import * as v from 'valibot';
import type { Rest, RestCommand } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';

/** One place in which the portal offers the application. */
export interface PlacementRow {
  /** upper-case code, such as TASK_VIEW_TAB */
  placement: string;
  /** the address it opens */
  handler: string;
}

/** What is checked before a row is written or removed (the order of PB 6). */
const refusedBefore = [
  'WRONG_AUTH_TYPE',
  'ACCESS_DENIED',
  'ERROR_ARGUMENT',
  'ERROR_WRONG_HANDLER_URL',
  'ERROR_UNSUPPORTED_PROTOCOL',
  'ERROR_PLACEMENT_NOT_FOUND',
  'ERROR_PLACEMENT_USER_MODE',
  'ERROR_PLACEMENT_MAX_COUNT',
];

/** `placement.get` (v2, scope `placement`, administrators, PB 6): all rows of this application. */
export const placementsCommand: RestCommand = { method: 'placement.get', parameters: {} };

const rows = v.array(v.looseObject({ placement: v.string(), handler: v.string() }));

/** @throws PortalError 'malformed' */
export function readPlacements(result: unknown): PlacementRow[] {
  return read('placement.get', rows, result).map(({ placement, handler }) => ({
    placement: placement.toUpperCase(),
    handler,
  }));
}

/** @throws PortalError; 'scope' or 'denied' when the person or the application may not */
export async function getPlacements(rest: Rest): Promise<PlacementRow[]> {
  return readPlacements(await rest.call(placementsCommand, { refusedBefore }));
}

/**
 * `placement.bind` (v2, scope `placement` and that of the place, administrators, PB 6, RF 6.1).
 * @param row its handler is an absolute address whose host has a dot
 * @param titles by Bitrix24's language code; for other languages the portal takes the application's name
 * @throws PortalError. The same row twice is refused with ERROR_CORE, which says no more: look with `getPlacements`.
 * A place whose scope is not granted is ERROR_PLACEMENT_NOT_FOUND.
 */
export async function bindPlacement(
  rest: Rest,
  row: PlacementRow,
  titles: Readonly<Record<string, string>>,
): Promise<void> {
  const translated = Object.entries(titles).map(([language, title]) => [language, { TITLE: title }] as const);
  const parameters = {
    PLACEMENT: row.placement,
    HANDLER: row.handler,
    LANG_ALL: Object.fromEntries(translated),
  };
  const result = await rest.call({ method: 'placement.bind', parameters }, { refusedBefore });
  read('placement.bind', v.literal(true), result);
}

/**
 * `placement.unbind` (v2, scope `placement`, administrators, PB 6): removes the row with exactly this address.
 * @returns whether there was one. The portal's own count is doubled (PB 6).
 * @throws PortalError
 */
export async function unbindPlacement(rest: Rest, row: PlacementRow): Promise<boolean> {
  const method = 'placement.unbind';
  const parameters = { PLACEMENT: row.placement, HANDLER: row.handler };
  const result = await rest.call({ method, parameters }, { refusedBefore });
  return read(method, v.looseObject({ count: wireNumber }), result).count > 0;
}
