/** From the rows there are to the rows there should be. */
import type { PlacementRow } from '../../portal/methods/placements.ts';

export type Step =
  /** there as it should be; nothing to do */
  | { kind: 'keep'; row: PlacementRow }
  | { kind: 'bind'; row: PlacementRow }
  /** of an earlier version: each upload of a ZIP has its own address, and the rows keep the old one */
  | { kind: 'removeOld'; row: PlacementRow }
  /** not, or no longer, asked for */
  | { kind: 'removeUnwanted'; row: PlacementRow };

/**
 * All rows of the application are its own (`placement.get` gives no others), so every one that is not asked for goes.
 * The new ones come first: no moment without a row in the card.
 * @param places placement codes that shall open `handler`
 */
export function plan(rows: readonly PlacementRow[], places: readonly string[], handler: string): Step[] {
  const isWanted = (row: PlacementRow) => places.includes(row.placement) && opensSame(row.handler, handler);
  const needed = places.map((placement): Step => {
    const present = rows.find((row) => row.placement === placement && isWanted(row));
    return present ? { kind: 'keep', row: present } : { kind: 'bind', row: { placement, handler } };
  });
  const others = rows.filter((row) => !isWanted(row));
  const surplus = others.filter((row, index) => others.findIndex((other) => isSameRow(row, other)) === index);
  return [
    ...needed,
    ...surplus.map((row): Step => {
      return { kind: opensSame(row.handler, handler) ? 'removeUnwanted' : 'removeOld', row };
    }),
  ];
}

/** The rows once `step` is done. */
export function rowsAfter(rows: readonly PlacementRow[], step: Step): PlacementRow[] {
  const others = rows.filter((row) => !isSameRow(row, step.row));
  return step.kind === 'keep' || step.kind === 'bind' ? [...others, step.row] : others;
}

/** Same place, same address: what a portal takes for "already bound" (PB 6). */
export function isSameRow(left: PlacementRow, right: PlacementRow): boolean {
  return left.placement === right.placement && left.handler === right.handler;
}

function opensSame(left: string, right: string): boolean {
  return URL.canParse(left) && new URL(left).href === new URL(right).href;
}
