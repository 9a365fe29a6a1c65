/**
 * Whose doing an extra copy is: delivery's attempts are counted where they begin (`page.ts`, and the `attempts` that the
 * store holds before a byte leaves). Each makes one copy at most by itself, and an item needs one. So copies
 * beyond the number of items are ours as far as more attempts than items have made something, by the time at which the
 * portal made it; equal texts are never on their way at once. All others can only be the browser's (BF 1A).
 * What is made after the portal has turned an attempt away comes of a POST before the one that was turned away: the
 * browser has repeated it, and nobody has heard what became of the first.
 * What a person's "Send again" on a doubt may have doubled is asked for, and counted apart.
 */
import type { Known } from './known.ts';
import type { Made } from './kind.ts';

/**
 * Copies that there would not be without a repeat of ours: each attempt but one an item needs that has made something.
 * What came so late that it may belong to an earlier attempt is blamed on us; so is everything where a page was thrown
 * away before it could tell when its attempt began.
 */
export function ourDoing(items: readonly Known[], made: readonly Made[], callLimit: number): number {
  const fruitless = items.flatMap(({ turnedAway }) =>
    turnedAway.filter((one) => !made.some(({ at }) => at >= one.begun && at <= one.heard)),
  );
  const begun = items
    .flatMap(({ attempts }) => attempts)
    .filter((attempt) => !fruitless.some((one) => one.begun === attempt))
    .toSorted((one, other) => one - other);
  const inStore = items.reduce((sum, { item }) => sum + item.attempts, -fruitless.length);
  const count = Math.max(begun.length, inStore);
  if (count <= items.length) return 0;
  if (begun.length < inStore) return count - items.length;
  const late = made.filter(({ at }) => at - (begun.findLast((time) => time <= at) ?? 0) > callLimit);
  const inTime = made.filter((copy) => !late.includes(copy));
  const fruitful = new Set(inTime.map(({ at }) => begun.findLast((time) => time <= at)));
  return Math.max(0, fruitful.size + late.length - items.length);
}
