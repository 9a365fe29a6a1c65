/**
 * Run time of each (caller, method) pair in ten one-minute buckets (PB 1.4): over 420 s the next call is refused
 * with 429 `OPERATION_TIME_LIMIT`. Runs of up to 0.1 s are not counted; `batch` itself is exempt.
 */

const limitSeconds = 420;
const bucketMs = 60_000;
const buckets = 10;
const freeSeconds = 0.1;

interface Run {
  at: number;
  seconds: number;
}

export class OperatingMeter {
  readonly #runs = new Map<string, Run[]>();

  /** @param pair caller and method */
  isOver(pair: string, now: number = Date.now()): boolean {
    return this.#sum(pair, now) > limitSeconds;
  }

  /** Counts a run. @returns the fields it adds to `time` (RF 8.4); the reset is in seconds since 1970 */
  count(
    pair: string,
    seconds: number,
    now: number = Date.now(),
  ): { operating_reset_at: number; operating: number } {
    const runs = this.#kept(pair, now);
    if (seconds > freeSeconds) runs.push({ at: now, seconds });
    this.#runs.set(pair, runs);
    const oldest = runs[0]?.at ?? now;
    return {
      operating_reset_at: Math.floor((oldest + buckets * bucketMs) / 1000),
      operating: this.#sum(pair, now),
    };
  }

  clear(): void {
    this.#runs.clear();
  }

  #kept(pair: string, now: number): Run[] {
    const oldestBucket = Math.floor(now / bucketMs) - buckets + 1;
    return (this.#runs.get(pair) ?? []).filter((run) => Math.floor(run.at / bucketMs) >= oldestBucket);
  }

  #sum(pair: string, now: number): number {
    return this.#kept(pair, now).reduce((sum, run) => sum + run.seconds, 0);
  }
}
