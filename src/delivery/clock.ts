/** Time, passed in so that tests and measurements can make it run as they like. */
export interface Clock {
  /** ms since 1970 */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` is aborted. Never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** setTimeout takes no more than 31 bits. */
const longest = 2 ** 31 - 1;

/** @param speed how many times faster than the wall clock it runs */
export function createClock(speed = 1): Clock {
  const start = Date.now();
  return {
    now: () => (speed === 1 ? Date.now() : start + (Date.now() - start) * speed),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const timer = setTimeout(done, Math.min(Math.max(ms, 0) / speed, longest));
        function done() {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        }
        signal.addEventListener('abort', done);
      }),
  };
}
