/** Asks before the window is closed while something would be lost, or wait for a person to come back. */
import { useEffect } from 'react';
import type { Unsent } from '../delivery/lanes.ts';

interface Leaving {
  /** everything in all dialogs that is not sent */
  unsent: ReadonlyArray<Omit<Unsent, 'lane'>>;
  /** what stands in the composer */
  draft: string;
  /** false: what is not sent goes with the window */
  isLasting: boolean;
  /** something was changed, and that is neither saved nor kept */
  hasUnsavedEdit: boolean;
  /** chosen, and not sent */
  fileCount: number;
}

/** The browser asks in its own words, and only somebody who has done something in the window. */
export function useLeaveWarning(leaving: Leaving): void {
  const isWorthAsking = asksBeforeLeaving(leaving);
  useEffect(() => {
    if (!isWorthAsking) return undefined;
    // There only while it is needed: it keeps a page from being taken up again as it was.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isWorthAsking]);
}

/**
 * Chosen files are kept in no storage, and not all changes are. Of the rest nothing is lost where storage lasts: only
 * what would go out by itself if the window stayed is worth the question. Where it does not, so is everything that the
 * portal has not taken.
 */
export function asksBeforeLeaving({ unsent, draft, isLasting, hasUnsavedEdit, fileCount }: Leaving): boolean {
  if (hasUnsavedEdit || fileCount > 0) return true;
  const isUnderWay = unsent.some(goesOutByItself);
  if (isLasting || isUnderWay) return isUnderWay;
  const isOpen = unsent.some(({ item }) => item.state !== 'confirming' || item.problem !== undefined);
  return isOpen || draft.trim() !== '';
}

function goesOutByItself({ item: { state }, held }: Omit<Unsent, 'lane'>): boolean {
  if (state !== 'queued') return state === 'sending';
  return held?.why !== 'decision' && held?.why !== 'unknown';
}
