/** Does one step of the plan. Each can be done again: what is there already, or gone already, is fine. */
import { PortalError } from '../../portal/errors.ts';
import {
  bindPlacement,
  getPlacements,
  unbindPlacement,
  type PlacementRow,
} from '../../portal/methods/placements.ts';
import type { Rest } from '../../portal/rest.ts';
import { isSameRow, type Step } from './plan.ts';
import { titles } from './places.ts';

export type Outcome = 'added' | 'present' | 'leftOut' | 'united' | 'removed' | 'gone';

/** @throws PortalError; code ROW_STAYS (ours) where the portal found nothing to remove and yet lists the row */
export async function carryOut(rest: Rest, step: Step): Promise<Outcome> {
  const { kind, row } = step;
  switch (kind) {
    case 'keep':
      return 'present';
    case 'leaveOut':
    case 'leaveOld':
      return 'leftOut';
    case 'bind':
      return bind(rest, row);
    case 'unite':
      for (const twin of step.twins) await remove(rest, twin);
      await bind(rest, row);
      return 'united';
    case 'removeOld':
    case 'removeUnwanted':
    default:
      return remove(rest, row);
  }
}

/** "Already bound" has no code of its own, and a lost answer says nothing: the portal's list of rows decides. */
async function bind(rest: Rest, row: PlacementRow): Promise<Outcome> {
  try {
    await bindPlacement(rest, row, titles);
    return 'added';
  } catch (failure) {
    if (failure instanceof PortalError && failure.executed === 'no') throw failure;
    // The failure of the step itself is what the administrator needs to see.
    if (await isBound(rest, row).catch(() => false)) return 'present';
    throw failure;
  }
}

/** The same the other way: neither "there was none" nor a lost answer is believed without looking. */
async function remove(rest: Rest, row: PlacementRow): Promise<Outcome> {
  try {
    if (await unbindPlacement(rest, row)) return 'removed';
  } catch (failure) {
    if (failure instanceof PortalError && failure.executed === 'no') throw failure;
    if (await isBound(rest, row).catch(() => true)) throw failure;
    return 'gone';
  }
  if (!(await isBound(rest, row))) return 'gone';
  throw new PortalError({ kind: 'refused', code: 'ROW_STAYS', method: 'placement.unbind' });
}

async function isBound(rest: Rest, row: PlacementRow): Promise<boolean> {
  return (await getPlacements(rest)).some((other) => isSameRow(other, row));
}
