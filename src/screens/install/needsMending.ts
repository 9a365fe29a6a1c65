/** The cheap look of the application's own page: whether the rows are what the installer would leave behind. */
import { getPlacements } from '../../portal/methods/placements.ts';
import type { Rest } from '../../portal/rest.ts';
import { handlerBeside, wantedPlaces } from './places.ts';
import { plan } from './plan.ts';

/**
 * One read, for administrators (`placement.get`, PB 6). After an upload the rows still open the earlier version, and a
 * portal may leave the application installed then, so that no installer opens by itself.
 * @throws PortalError
 */
export async function needsMending(rest: Rest): Promise<boolean> {
  const rows = await getPlacements(rest);
  const steps = plan(rows, wantedPlaces(rows), handlerBeside(location.href));
  return steps.some(({ kind }) => kind !== 'keep');
}
