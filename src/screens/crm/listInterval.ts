/** How often the list of chats is read: the open chat has a reading of its own, so this one can be slow. */

const second = 1_000;
const minute = 60 * second;
const slowest = 5 * minute;

/**
 * @param quietFor ms since the reader or the list last did something
 * @param failures readings in a row that failed
 * @param isLimited the portal said "too many requests"
 * @returns ms until the next reading
 */
export function listInterval(quietFor: number, failures: number, isLimited: boolean): number {
  const base = quietFor < 5 * minute ? 20 * second : quietFor < 15 * minute ? minute : 2 * minute;
  const slowed = Math.min(base * 2 ** Math.min(failures, 4), slowest);
  return isLimited ? Math.max(slowed, minute) : slowed;
}
