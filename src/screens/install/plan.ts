/** From the rows there are to the rows there should be. */
import type { PlacementRow } from '../../portal/methods/placements.ts';
import { cardOf, type Card } from './places.ts';

export type Step =
  /** there as it should be; nothing to do */
  | { kind: 'keep'; row: PlacementRow }
  | { kind: 'bind'; row: PlacementRow }
  /** wanted, but the permission for its card is missing: nothing to do for now */
  | { kind: 'leaveOut'; row: PlacementRow }
  /** there more than once: the card shows a row for each of `twins` */
  | { kind: 'unite'; row: PlacementRow; twins: PlacementRow[] }
  /** of an earlier version: each upload of a ZIP has its own address, and the rows keep the old one */
  | { kind: 'removeOld'; row: PlacementRow }
  /** the same where its successor is left out: an old row is better than none */
  | { kind: 'leaveOld'; row: PlacementRow }
  /** not, or no longer, asked for */
  | { kind: 'removeUnwanted'; row: PlacementRow };

/** In this order they are worked off and shown. */
export const cards: readonly Card[] = ['task', 'crm', 'other'];

/**
 * All rows of the application are its own (`placement.get` gives no others), so every one that is not asked for goes.
 * In each kind of card the new ones come first: no moment without a row in it.
 *
 * Equal rows are the exception. The portal refuses a second one, but two windows that bind in the same moment can get
 * past it. They work alike, yet people see Chat Desk twice, and `placement.unbind` knows rows by place and address
 * alone, so that one call takes all of them (PB 6): they go together and one is bound again at once.
 * @param places placement codes that shall open `handler`
 * @param closed the cards in which nothing new can be bound
 */
export function plan(
  rows: readonly PlacementRow[],
  places: readonly string[],
  handler: string,
  closed: readonly Card[] = [],
): Step[] {
  const isWanted = (row: PlacementRow) => places.includes(row.placement) && opensSame(row.handler, handler);
  const needed = places.map((placement): Step => {
    const present = rows.filter((row) => row.placement === placement && isWanted(row));
    const [first, ...more] = present;
    if (!first) {
      return { kind: closed.includes(cardOf(placement)) ? 'leaveOut' : 'bind', row: { placement, handler } };
    }
    if (more.length === 0) return { kind: 'keep', row: first };
    return { kind: 'unite', row: { placement, handler }, twins: withoutRepeats(present) };
  });
  const surplus = withoutRepeats(rows.filter((row) => !isWanted(row)));
  const cleanUps = surplus.map((row): Step => {
    if (opensSame(row.handler, handler)) return { kind: 'removeUnwanted', row };
    const isLeftOut = needed.some((step) => step.kind === 'leaveOut' && step.row.placement === row.placement);
    return { kind: isLeftOut ? 'leaveOld' : 'removeOld', row };
  });
  const all = [...needed, ...cleanUps];
  return cards.flatMap((card) => all.filter(({ row }) => cardOf(row.placement) === card));
}

/** Whether there is nothing to carry out. */
export function isIdle({ kind }: Step): boolean {
  return kind === 'keep' || kind === 'leaveOut' || kind === 'leaveOld';
}

/** Whether Chat Desk would be there for everybody if `step` were never done: only something old stays visible. */
export function isCleanUp({ kind }: Step): boolean {
  return kind === 'removeOld' || kind === 'removeUnwanted';
}

/** The rows once `step` is done. */
export function rowsAfter(rows: readonly PlacementRow[], step: Step): PlacementRow[] {
  if (isIdle(step)) return [...rows];
  const gone = step.kind === 'unite' ? [...step.twins, step.row] : [step.row];
  const others = rows.filter((row) => !gone.some((other) => isSameRow(row, other)));
  return isCleanUp(step) ? others : [...others, step.row];
}

/** Same place, same address: what a portal takes for "already bound" (PB 6). */
export function isSameRow(left: PlacementRow, right: PlacementRow): boolean {
  return left.placement === right.placement && left.handler === right.handler;
}

/** Rows that one `placement.unbind` removes together, once. */
function withoutRepeats(rows: readonly PlacementRow[]): PlacementRow[] {
  return rows.filter((row, index) => rows.findIndex((other) => isSameRow(row, other)) === index);
}

function opensSame(left: string, right: string): boolean {
  return URL.canParse(left) && new URL(left).href === new URL(right).href;
}
