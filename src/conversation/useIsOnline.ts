/** Whether the browser has a network; whether the portal can be reached is another question. */
import { useSyncExternalStore } from 'react';

/** `navigator.onLine`, kept up to date. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
