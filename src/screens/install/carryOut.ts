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

export type Outcome = 'added' | 'present' | 'removed' | 'gone';

/** @throws PortalError */
export async function carryOut(rest: Rest, { kind, row }: Step): Promise<Outcome> {
  if (kind === 'keep') return 'present';
  if (kind === 'bind') return bind(rest, row);
  return (await unbindPlacement(rest, row)) ? 'removed' : 'gone';
}

/** "Already bound" has no code of its own, and a lost answer says nothing: the portal's list of rows decides. */
async function bind(rest: Rest, row: PlacementRow): Promise<Outcome> {
  try {
    await bindPlacement(rest, row, titles);
    return 'added';
  } catch (failure) {
    if (failure instanceof PortalError && failure.executed === 'no') throw failure;
    if (await isBound(rest, row)) return 'present';
    throw failure;
  }
}

async function isBound(rest: Rest, row: PlacementRow): Promise<boolean> {
  try {
    return (await getPlacements(rest)).some((other) => isSameRow(other, row));
  } catch {
    // The failure of the step itself is what the administrator needs to see.
    return false;
  }
}
