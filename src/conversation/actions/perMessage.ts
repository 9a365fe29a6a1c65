/** What this screen alone knows of single messages; each can be watched by itself, so that no other row is drawn. */

export class PerMessage<State> {
  readonly #states = new Map<number, State>();
  readonly #listeners = new Map<number, Set<() => void>>();

  get(messageId: number): State | undefined {
    return this.#states.get(messageId);
  }

  /** Nothing to know is `undefined`. */
  set(messageId: number, state: State | undefined): void {
    if (state === undefined) this.#states.delete(messageId);
    else this.#states.set(messageId, state);
    for (const listener of this.#listeners.get(messageId) ?? []) listener();
  }

  subscribe(messageId: number, onChange: () => void): () => void {
    const listeners = this.#listeners.get(messageId) ?? new Set();
    this.#listeners.set(messageId, listeners.add(onChange));
    return () => {
      listeners.delete(onChange);
      if (listeners.size === 0 && this.#listeners.get(messageId) === listeners)
        this.#listeners.delete(messageId);
    };
  }
}
