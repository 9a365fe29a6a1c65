/** Brings a message that is asked for before the reader: scrolls to it, gives it the focus, marks it for a moment. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Target } from './usePlace.ts';

/** ms */
const markedFor = 2_000;

/**
 * The mark is an attribute on the row itself: as a property it would render every row anew.
 * @param show scrolls to a row; stable
 */
export function useTarget(
  target: Target | null,
  box: RefObject<HTMLElement | null>,
  show: (row: Element) => void,
): void {
  const done = useRef(0);
  useLayoutEffect(() => {
    if (!target || target.call === done.current) return undefined;
    done.current = target.call;
    const row = box.current?.querySelector<HTMLElement>(`[data-message="${target.messageId}"]`);
    if (!row) return undefined;
    show(row);
    if (!row.hasAttribute('tabindex')) row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.dataset['marked'] = '';
    const timer = setTimeout(() => unmark(row), markedFor);
    return () => {
      clearTimeout(timer);
      unmark(row);
    };
  }, [target, box, show]);
}

function unmark(row: HTMLElement): void {
  delete row.dataset['marked'];
}
