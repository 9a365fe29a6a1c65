/** Brings a message that is asked for before the reader: scrolls to it, marks it for a moment, gives it the focus. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { CurrentRow } from './keyboard/currentRow.ts';
import { keyOf } from './keyboard/rowElements.ts';
import type { Target } from './place.ts';

/** ms */
const markedFor = 2_000;

/**
 * The mark is an attribute on the row itself: as a property it would render every row anew.
 * @param current where the keyboard comes to when it comes to the list, also where it stays elsewhere now
 * @param show scrolls to a row; stable
 */
export function useTarget(
  target: Target | null,
  box: RefObject<HTMLElement | null>,
  current: CurrentRow,
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
    current.choose(keyOf(row));
    if (target.takesFocus) row.focus({ preventScroll: true });
    row.dataset['marked'] = '';
    const timer = setTimeout(() => unmark(row), markedFor);
    return () => {
      clearTimeout(timer);
      unmark(row);
    };
  }, [target, box, current, show]);
}

function unmark(row: HTMLElement): void {
  delete row.dataset['marked'];
}
