/** The cheap look of the application's own page: whether the rows are what the installer would leave behind. */
import { readMethodState } from '../../portal/methods/app.ts';
import { getPlacements } from '../../portal/methods/placements.ts';
import type { Rest } from '../../portal/rest.ts';
import { crmCommand } from './inspect.ts';
import { cardOf, handlerBeside, wantedPlaces } from './places.ts';
import { isIdle, plan, type Step } from './plan.ts';

export type Mending =
  /** rows are missing, twice there, or of an earlier version */
  | 'rows'
  /** all is well, but this version has places in the CRM that an earlier one had not */
  | 'newPlaces';

/**
 * One read, for administrators (`placement.get`, PB 6). After an upload the rows still open the earlier version, and a
 * portal may leave the application installed then, so that no installer opens by itself. Where only places of the CRM
 * are missing, a second one tells whether they could be added at all.
 * @returns null where the installer would have nothing to do
 * @throws PortalError
 */
export async function needsMending(rest: Rest): Promise<Mending | null> {
  const rows = await getPlacements(rest);
  const steps = plan(rows, wantedPlaces(rows), handlerBeside(location.href));
  const toDo = steps.filter((step) => !isIdle(step));
  if (toDo.length === 0) return null;
  if (!toDo.every(isNewInCrm)) return 'rows';
  if (readMethodState(await rest.call(crmCommand)) !== 'available') return null;
  return steps.some(({ kind, row }) => kind === 'keep' && cardOf(row.placement) === 'crm')
    ? 'rows'
    : 'newPlaces';
}

function isNewInCrm({ kind, row }: Step): boolean {
  return kind === 'bind' && cardOf(row.placement) === 'crm';
}
