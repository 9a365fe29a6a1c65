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

export class ReadingPlace {
  isAtEnd = true;
  #anchor: Anchor | null = null;
  #height = 0;
  #contentHeight = 0;
  readonly #box: HTMLElement;

  /** Rows that may serve as a hold carry `data-row`; separators do not, they move with what is put before them. */
  constructor(box: HTMLElement) {
    this.#box = box;
  }

  /** After any change of content or size, before it is painted. */
  settle(): void {
    const box = this.#box;
    if (this.isAtEnd) {
      box.scrollTop = box.scrollHeight;
    } else if (this.#anchor?.row.isConnected) {
      const moved = this.#offsetOf(this.#anchor.row) - this.#anchor.offset;
      if (Math.abs(moved) >= 1) box.scrollTop += moved;
    }
    this.#remember();
  }

  /** After the box was scrolled, by whomever. */
  scrolled(): void {
    const box = this.#box;
    const isResized = box.clientHeight !== this.#height || box.scrollHeight !== this.#contentHeight;
    // The event of an older scroll can come before the observer has told of a new size.
    if (isResized) this.settle();
    else this.#remember();
  }

  goToEnd(): void {
    this.isAtEnd = true;
    this.settle();
  }

  #remember(): void {
    const box = this.#box;
    this.#height = box.clientHeight;
    this.#contentHeight = box.scrollHeight;
    this.isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight <= slack;
    const row = this.isAtEnd ? undefined : this.#firstVisibleRow();
    this.#anchor = row ? { row, offset: this.#offsetOf(row) } : null;
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
