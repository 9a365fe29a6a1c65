/** Where a list opens: at its end, or where the unread messages begin if they are more than the box holds. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import { distanceToEnd } from './readingPlace.ts';

/** CSS pixels between the top edge and the separator */
const margin = 8;

/**
 * @param isFilled the first rows are there
 * @param show scrolls to a row; stable
 * @returns whether it has opened; nothing counts as seen before
 */
export function useOpening(
  isFilled: boolean,
  box: RefObject<HTMLElement | null>,
  show: (row: Element, below: number) => void,
): boolean {
  const [hasOpened, setOpened] = useState(false);
  useLayoutEffect(() => {
    if (!isFilled || hasOpened || !box.current) return;
    // oxlint-disable-next-line react/set-state-in-effect -- where it opens can only be measured, and only once
    setOpened(true);
    const separator = box.current.querySelector('[data-unread]');
    const row = separator?.nextElementSibling;
    if (!separator || !row) return;
    const [top, rowTop] = [separator.getBoundingClientRect().top, row.getBoundingClientRect().top];
    // At the end of the list the separator would stand above the top edge.
    const isAbove = top - distanceToEnd(box.current) < box.current.getBoundingClientRect().top;
    if (isAbove) show(row, rowTop - top + margin);
  }, [isFilled, hasOpened, box, show]);
  return hasOpened;
}
