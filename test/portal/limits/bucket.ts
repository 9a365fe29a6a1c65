/** The leaky bucket of the cloud's front end (RF 8.3): 50 at once, 2 a second, for portal and source address. */

const capacity = 50;
const leakPerSecond = 2;

export class QueryBucket {
  readonly #levels = new Map<string, { level: number; at: number }>();

  /** Counts one HTTP request. @returns false when it must be refused with 503 `QUERY_LIMIT_EXCEEDED` */
  admit(source: string, now: number = Date.now()): boolean {
    const before = this.#levels.get(source) ?? { level: 0, at: now };
    const leaked = Math.max(0, before.level - ((now - before.at) / 1000) * leakPerSecond);
    const admitted = leaked + 1 <= capacity;
    this.#levels.set(source, { level: admitted ? leaked + 1 : leaked, at: now });
    return admitted;
  }

  clear(): void {
    this.#levels.clear();
  }
}
