/**
 * Keeps a reader's place in a scrolling box whose content changes: the end while they are at the end, else the row
 * they are looking at. Ours and not the browser's `overflow-anchor`, which does nothing at the very top (where older
 * messages are put) and is missing in Safari before 26; the style sheet switches that off.
 */

/** How far from the end (CSS pixels) still counts as being there. */
const slack = 24;

interface Anchor {
  row: Element;
  /** from the top edge of the box, CSS pixels */
  offset: number;
}

export function distanceToEnd(box: HTMLElement): number {
  return box.scrollHeight - box.scrollTop - box.clientHeight;
}

export class ReadingPlace {
  isAtEnd = true;
  #hasEnd = true;
  #gotEnd = false;
  #anchor: Anchor | null = null;
  #top = 0;
  #height = 0;
  #contentHeight = 0;
  readonly #box: HTMLElement;

  /** Rows that may serve as a hold carry `data-row`; separators do not, they move with what is put before them. */
  constructor(box: HTMLElement) {
    this.#box = box;
  }

  /** Whether the content ends with the end: a part of the whole has nothing to stay at the end of. */
  set hasEnd(hasEnd: boolean) {
    if (hasEnd && !this.#hasEnd) this.#gotEnd = true;
    this.#hasEnd = hasEnd;
    if (!hasEnd) this.isAtEnd = false;
  }

  /** After any change of content or size before it is painted, and after any scrolling. */
  settle(): void {
    const box = this.#box;
    const scrolledBy = this.#scrolledBy();
    const isLost = this.#gotEnd && !this.#anchor?.row.isConnected;
    this.#gotEnd = false;
    if (isLost || (this.isAtEnd && scrolledBy === 0)) {
      box.scrollTop = box.scrollHeight;
    } else if (!this.isAtEnd && this.#anchor?.row.isConnected) {
      const moved = this.#offsetOf(this.#anchor.row) - (this.#anchor.offset - scrolledBy);
      if (Math.abs(moved) >= 1) box.scrollTop += moved;
    }
    // Who does not scroll looks at the same row as before, wherever on the screen that is.
    this.#remember(scrolledBy === 0 ? this.#anchor?.row : undefined);
  }

  goToEnd(): void {
    this.#box.scrollTop = this.#box.scrollHeight;
    this.#remember();
  }

  /** Puts a row under the reader's eyes. @param below CSS pixels from the top edge; left out: the middle */
  show(row: Element, below?: number): void {
    const box = this.#box;
    const middle = Math.max((box.clientHeight - row.getBoundingClientRect().height) / 2, 0);
    box.scrollTop += this.#offsetOf(row) - (below ?? middle);
    this.#remember(row);
  }

  /** What the reader has scrolled since the last time. An event for it may still be on its way. */
  #scrolledBy(): number {
    const box = this.#box;
    const isResized = box.clientHeight !== this.#height || box.scrollHeight !== this.#contentHeight;
    // Where less is left than before, the browser itself moves the box back to its new end.
    if (isResized && distanceToEnd(box) < 1) return 0;
    const delta = box.scrollTop - this.#top;
    return Math.abs(delta) < 1 ? 0 : delta;
  }

  /** @param row to hold on to, while it can be seen */
  #remember(row?: Element): void {
    const box = this.#box;
    this.#height = box.clientHeight;
    this.#contentHeight = box.scrollHeight;
    this.#top = box.scrollTop;
    this.isAtEnd = this.#hasEnd && distanceToEnd(box) <= slack;
    const held = row && this.#isInView(row) ? row : this.#firstVisibleRow();
    this.#anchor = held && !this.isAtEnd ? { row: held, offset: this.#offsetOf(held) } : null;
  }

  #isInView(row: Element): boolean {
    if (!row.isConnected) return false;
    const [own, box] = [row.getBoundingClientRect(), this.#box.getBoundingClientRect()];
    return own.bottom > box.top && own.top < box.bottom;
  }

  #offsetOf(row: Element): number {
    return row.getBoundingClientRect().top - this.#box.getBoundingClientRect().top;
  }

  /** Rows stand in order, so halving finds it among thousands. */
  #firstVisibleRow(): Element | undefined {
    const rows = this.#box.querySelectorAll('[data-row]');
    const top = this.#box.getBoundingClientRect().top;
    let [from, to] = [0, rows.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const isAbove = (rows[middle]?.getBoundingClientRect().bottom ?? 0) <= top;
      if (isAbove) from = middle + 1;
      else to = middle;
    }
    return rows[from];
  }
}
