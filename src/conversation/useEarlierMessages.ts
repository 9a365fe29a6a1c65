/** Asks for earlier messages, by scrolling or by the button, and keeps the keyboard in the list. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Timeline } from './timeline.ts';

export interface EarlierLoading {
  timeline: Timeline;
  onLoadOlder: () => void;
  isLoadingOlder: boolean;
  olderFailed: boolean;
}

/** Both functions are stable. After a failure only the button asks again. */
export function useEarlierMessages(loading: EarlierLoading, box: RefObject<HTMLElement | null>) {
  const latest = useRef(loading);
  useEffect(() => {
    latest.current = loading;
  });

  const loadByScrolling = useCallback(() => {
    const { timeline, isLoadingOlder, olderFailed, onLoadOlder } = latest.current;
    if (timeline.messages.length > 0 && !timeline.reachedStart && !isLoadingOlder && !olderFailed)
      onLoadOlder();
  }, []);

  const isByButton = useRef(false);
  const loadByButton = useCallback(() => {
    isByButton.current = true;
    latest.current.onLoadOlder();
  }, []);

  const { isLoadingOlder, olderFailed } = loading;
  useEffect(() => {
    if (isLoadingOlder || !isByButton.current) return;
    isByButton.current = false;
    const { activeElement, body } = document;
    const isOnButton = activeElement === body || activeElement?.closest('[data-earlier]');
    // The button is now above what the person sees, or gone: from the list the arrow keys lead to what has come.
    if (!olderFailed && isOnButton) box.current?.focus({ preventScroll: true });
  }, [isLoadingOlder, olderFailed, box]);

  return { loadByScrolling, loadByButton };
}
