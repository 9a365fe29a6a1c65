/** Where an application is opened: which address, under which placement, with which options (PB 5.1, 2.4). */
import { titleFor } from '../../world/placements.ts';
import type { App, PlacementRow } from '../../world/types.ts';
import type { Visit } from '../visit.ts';

/** One opening of an application. */
export interface Place {
  app: App;
  /** null = PLACEMENT `DEFAULT` */
  row: PlacementRow | null;
  /** options of the placement, without URI */
  options: Record<string, unknown>;
  /** PB's POPUP: sliders refuse `resizeWindow` */
  inSlider: boolean;
}

export type Refusal = 'notInstalled' | 'noHandler';

/** The URL to open, or why there is none (PB 5.1: the installer for administrators, else the row, else the app). */
export function handlerOf(place: Place, visit: Visit): URL | Refusal {
  const { app, row } = place;
  if (!app.installed && app.installUrl !== null) {
    return visit.user.isAdmin ? new URL(app.installUrl) : 'notInstalled';
  }
  if (row !== null && row.appCode !== app.code) return 'noHandler';
  return new URL(row === null ? app.url : row.handler);
}

/** The rows bound to one of these placements, called as the person reads them; none until the app is installed (PB 6). */
export function rowsAt({ world, language }: Visit, placements: readonly string[]): PlacementRow[] {
  return world.placements
    .filter((row) => placements.includes(row.placement) && world.apps.get(row.appCode)?.installed === true)
    .map((row) => calledFor(row, language));
}

function calledFor(row: PlacementRow, language: string): PlacementRow {
  return { ...row, title: titleFor(row, language) };
}

/** Query parameters of portal pages that never reach the options of PLACEMENT `DEFAULT` (PB 5.4). */
const systemParameters = new Set([
  '_r',
  'IFRAME',
  'IFRAME_TYPE',
  'from',
  'from_app',
  'install_finished',
  'sessid',
  'login',
  'logout',
]);

/** Options of the full app page: its own GET parameters minus system ones (PB 5.4). */
export function optionsOfPage(url: URL): Record<string, unknown> {
  return Object.fromEntries([...url.searchParams].filter(([name]) => !systemParameters.has(name)));
}

/** The options with URI: path and query of a same-origin Referer, unless the options have one (PB 5.4). */
export function withUri(options: Record<string, unknown>, visit: Visit): Record<string, unknown> {
  const { referer } = visit.request.headers;
  if (referer === undefined || !URL.canParse(referer) || 'URI' in options) return options;
  const from = new URL(referer);
  return from.origin === visit.url.origin ? { ...options, URI: from.pathname + from.search } : options;
}
