/** The rows of a list as elements: finding them, and bringing the focus there. */

const selector = '[data-row][data-key]';

export function rowsIn(box: Element): HTMLElement[] {
  return Array.from(box.querySelectorAll<HTMLElement>(selector));
}

/** The row that has the focus itself, not only something in it. */
export function rowAt(target: EventTarget): HTMLElement | null {
  return target instanceof HTMLElement && target.matches(selector) ? target : null;
}

/** The row around an element. */
export function rowAround(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null;
}

export function keyOf(row: HTMLElement | undefined | null): string | null {
  return row?.dataset['key'] ?? null;
}

/** Without motion, and no further than needed. */
export function focusRow(row: HTMLElement): void {
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** As many rows away as fit into the box, one at least; forwards with 1, backwards with -1. */
export function pageFrom(rows: readonly HTMLElement[], from: number, step: 1 | -1, height: number): number {
  const start = rows[from]?.getBoundingClientRect();
  if (!start) return from;
  let to = from;
  for (let next = from + step; rows[next]; next += step) {
    const edge = rows[next]?.getBoundingClientRect();
    if (!edge) break;
    const span = step > 0 ? edge.bottom - start.top : start.bottom - edge.top;
    if (span > height && to !== from) break;
    to = next;
    if (span > height) break;
  }
  return to;
}
