/** Notices that something has been before somebody's eyes for a moment. */
import { useEffect, useSyncExternalStore } from 'react';

/** ms */
const moment = 1_000;

/**
 * @param messageId the message that it is about while it is on the screen, else null
 * @param onSeen called after so many ms in which the page was visible and had the focus; stable
 */
export function useSeen(
  messageId: number | null,
  onSeen: ((messageId: number) => void) | undefined,
  ms = moment,
): void {
  const isWatched = useSyncExternalStore(subscribe, watched);
  useEffect(() => {
    if (!isWatched || messageId === null || !onSeen) return undefined;
    const timer = setTimeout(() => onSeen(messageId), ms);
    return () => clearTimeout(timer);
  }, [isWatched, messageId, onSeen, ms]);
}

function watched(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  document.addEventListener('visibilitychange', listener);
  return () => {
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
    document.removeEventListener('visibilitychange', listener);
  };
}
