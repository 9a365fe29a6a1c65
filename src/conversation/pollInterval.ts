/** How often a dialog is read while somebody may be looking at it. The whole office shares one limit (RF 8.3). */

const second = 1_000;
const minute = 60 * second;

/** [quiet for less than, ms between readings] */
const steps: ReadonlyArray<readonly [number, number]> = [
  [minute, 4 * second],
  [5 * minute, 10 * second],
  [15 * minute, 30 * second],
];
const slowest = minute;

/**
 * @param quietFor ms since the reader or the dialog last did something
 * @param failures readings in a row that failed
 * @param isLimited the portal said "too many requests"
 * @returns ms until the next reading
 */
export function pollInterval(quietFor: number, failures: number, isLimited: boolean): number {
  const base = steps.find(([limit]) => quietFor < limit)?.[1] ?? slowest;
  if (isLimited) return Math.max(base, 30 * second);
  return Math.min(base * 2 ** Math.min(failures, 4), slowest);
}
