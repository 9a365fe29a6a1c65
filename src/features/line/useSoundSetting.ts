/** Whether this person wants a sound in this portal and browser; off unless they said so. */
import { useCallback, useSyncExternalStore } from 'react';
import { nameOf, type Owner } from '../../delivery/owner.ts';

const listeners = new Set<() => void>();
/** Where nothing can be stored it holds until the page goes. */
const chosen = new Map<string, boolean>();

/** `[isOn, setOn]`; another window that changes it changes it here too. */
export function useSoundSetting({ memberId, userId }: Owner): [boolean, (isOn: boolean) => void] {
  const key = nameOf({ memberId, userId }, 'sound-on');
  const isOn = useSyncExternalStore(subscribe, () => read(key));
  const setOn = useCallback(
    (next: boolean) => {
      chosen.set(key, next);
      try {
        localStorage.setItem(key, next ? 'on' : 'off');
      } catch {
        // Stored or not, it holds for this page.
      }
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [isOn, setOn];
}

function read(key: string): boolean {
  try {
    const stored = localStorage.getItem(key);
    if (stored !== null) return stored === 'on';
  } catch {
    // What was chosen in this page.
  }
  return chosen.get(key) ?? false;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
