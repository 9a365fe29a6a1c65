/** The cheap look of the application's own page: whether the rows are what the installer would leave behind. */
import { readMethodState } from '../../portal/methods/app.ts';
import { getPlacements } from '../../portal/methods/placements.ts';
import type { Rest } from '../../portal/rest.ts';
import { crmCommand } from './inspect.ts';
import { cardOf, handlerBeside, wantedPlaces, type Card } from './places.ts';
import { isIdle, plan } from './plan.ts';

export type Mending =
  /** rows are missing, twice there, or of an earlier version */
  | 'rows'
  /** all is well, but places in the CRM could be added: new ones of this version, or such as the portal has refused */
  | 'newPlaces';

/**
 * One read, for administrators (`placement.get`, PB 6). After an upload the rows still open the earlier version, and a
 * portal may leave the application installed then, so that no installer opens by itself. Where only the cards of the CRM
 * have something to be done, a second one tells whether anything could be added there at all.
 * @returns null where the installer would have nothing to do
 * @throws PortalError
 */
export async function needsMending(rest: Rest): Promise<Mending | null> {
  const rows = await getPlacements(rest);
  const toDo = (closed: readonly Card[]) =>
    plan(rows, wantedPlaces(rows), handlerBeside(location.href), closed).filter((step) => !isIdle(step));
  const steps = toDo([]);
  if (steps.length === 0) return null;
  if (!steps.every(({ row }) => cardOf(row.placement) === 'crm')) return 'rows';
  const crm = readMethodState(await rest.call(crmCommand));
  if (crm === 'missing' && toDo(['crm']).length === 0) return null;
  if (!steps.every(({ kind }) => kind === 'bind')) return 'rows';
  return crm === 'available' ? 'newPlaces' : null;
}
