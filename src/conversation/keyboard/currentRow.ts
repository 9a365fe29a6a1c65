/**
 * Which row of a list the keyboard stands on: the only one that Tab leads to. Kept outside of React's state, so that a
 * step from one row to the next draws these two and no other.
 */
import { createContext, use, useCallback, useSyncExternalStore } from 'react';

export class CurrentRow {
  #hasLostFocus = false;
  #chosen: string | null = null;
  #newest: string | null = null;
  readonly #listeners = new Map<string, () => void>();

  /** key of a row; the newest one until another was chosen; null: there is no row */
  get key(): string | null {
    return this.#chosen ?? this.#newest;
  }

  /** null: none was chosen */
  get chosen(): string | null {
    return this.#chosen;
  }

  /** The row with the focus is taken away, and the focus with it. */
  loseFocus(): void {
    this.#hasLostFocus = true;
  }

  /** Whether that has happened since it was asked last. */
  takeLostFocus(): boolean {
    const hasLost = this.#hasLostFocus;
    this.#hasLostFocus = false;
    return hasLost;
  }

  /** @param key null: the newest row, whichever that is */
  choose(key: string | null): void {
    this.#change(() => {
      this.#chosen = key;
    });
  }

  /** Whoever leaves the newest row comes back to the newest one. */
  leave(): void {
    if (this.#chosen === this.#newest) this.#chosen = null;
  }

  setNewest(key: string | null): void {
    this.#change(() => {
      this.#newest = key;
    });
  }

  /** A key has one row, and so one listener. */
  subscribe(key: string, onChange: () => void): () => void {
    this.#listeners.set(key, onChange);
    return () => {
      if (this.#listeners.get(key) === onChange) this.#listeners.delete(key);
    };
  }

  #change(change: () => void): void {
    const before = this.key;
    change();
    const after = this.key;
    if (before === after) return;
    for (const key of [before, after]) if (key !== null) this.#listeners.get(key)?.();
  }
}

/** Outside of a list no row is reached by the keyboard. */
export const CurrentRowContext = createContext(new CurrentRow());

/** Whether a row is the current one; draws anew only when that changes. */
export function useIsCurrent(key: string): boolean {
  const row = use(CurrentRowContext);
  const subscribe = useCallback((onChange: () => void) => row.subscribe(key, onChange), [row, key]);
  return useSyncExternalStore(subscribe, () => row.key === key);
}
