/** Whether single characters do something: WCAG 2.1.4 wants a way to switch them off, and this person's choice is kept. */
import { useSyncExternalStore } from 'react';

const storageKey = 'chat-desk.keys';
const listeners = new Set<() => void>();
/** null: not read yet */
let isOn: boolean | null = null;

/** On unless somebody chose otherwise. Where nothing can be stored it holds until the page goes. */
export function areSingleKeysOn(): boolean {
  isOn ??= read();
  return isOn;
}

export function setSingleKeys(next: boolean): void {
  isOn = next;
  try {
    localStorage.setItem(storageKey, next ? 'on' : 'off');
  } catch {
    // Stored or not, it holds for this page.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, areSingleKeysOn);
}

/** A character, in contrast to the name of a key such as `Delete`. */
export function isSingleKey(shortcut: string): boolean {
  return shortcut.length === 1;
}

function read(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
