/** Asks for more messages at one end of the list, by scrolling or by the button, and keeps the keyboard in the list. */
import { type RefObject, useCallback, useEffect, useRef } from 'react';

export interface MoreMessages {
  /** there may be more */
  isMore: boolean;
  isLoading: boolean;
  hasFailed: boolean;
  onLoad: () => void;
}

/** The button stands in an element with `data-more`. Both functions are stable. After a failure only it asks again. */
export function useMoreMessages(more: MoreMessages, box: RefObject<HTMLElement | null>) {
  const latest = useRef(more);
  useEffect(() => {
    latest.current = more;
  });

  const loadByScrolling = useCallback(() => {
    const { isMore, isLoading, hasFailed, onLoad } = latest.current;
    if (isMore && !isLoading && !hasFailed) onLoad();
  }, []);

  const isByButton = useRef(false);
  const loadByButton = useCallback(() => {
    isByButton.current = true;
    latest.current.onLoad();
  }, []);

  const { isLoading, hasFailed } = more;
  useEffect(() => {
    if (isLoading || !isByButton.current) return;
    isByButton.current = false;
    const { activeElement, body } = document;
    const isOnButton = activeElement === body || activeElement?.closest('[data-more]');
    // The button is no longer where the person looks, or gone: from the list the arrow keys lead to what has come.
    if (!hasFailed && isOnButton) box.current?.focus({ preventScroll: true });
  }, [isLoading, hasFailed, box]);

  return { loadByScrolling, loadByButton };
}
