/** A send that was cancelled before anything was written goes quietly, and the text beside it is not lost. */
import { useEffect, useMemo } from 'react';
import type { Item } from '../delivery/item.ts';
import { cancelledCode } from './fileItem.ts';
import { wasCancelledHere } from './uploads.ts';

export function isCancelled({ state, problem }: Item): boolean {
  return state === 'refused' && problem?.code === cancelledCode;
}

interface Acts {
  /** puts its text into the composer */
  edit: (key: string) => void;
  remove: (key: string) => void;
}

/**
 * @param acts stable as long as they do the same
 * @returns those that are shown
 */
export function useCancelled(items: readonly Item[], { edit, remove }: Acts): readonly Item[] {
  useEffect(() => {
    for (const item of items.filter(isCancelled)) {
      if (item.text === '') remove(item.key);
      else if (wasCancelledHere(item.key) || isLeftBehind(item)) edit(item.key);
    }
  }, [items, edit, remove]);
  return useMemo(
    () => (items.some(isCancelled) ? items.filter((item) => !isCancelled(item)) : items),
    [items],
  );
}

/** ms; the page that has cancelled something takes its text back at once, if it is there still. */
const takesBackWithin = 10_000;

function isLeftBehind({ attemptEndedAt = 0 }: Item): boolean {
  return Date.now() - attemptEndedAt > takesBackWithin;
}
