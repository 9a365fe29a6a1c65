/** When delivery does something again. All in ms. */

const second = 1_000;
const minute = 60 * second;

/** After the end of an attempt it is looked for at these ages; a request may run for 60 s in the cloud. */
const lookUpAges = [0, 0.5, 2, 5, 15, 40, 75].map((age) => age * second);
/** Not found at this age: the person is asked. */
export const patience = 75 * second;
/** Keyed sends are repeated after the same pauses, and so often at most. */
export const keyedAttempts = lookUpAges.length;
/** A sent one is watched at these ages for copies which the browser made (BF 1A). */
const watchAges = [15 * second, patience];
/** Copies of one attempt are no further apart than this, by the portal's clock. */
export const copiesWithin = 90 * second;
/** A copy is taken back when it has looked like one for so long: a message of the portal's own client shows its key a moment after itself. */
export const copyWait = 10 * second;
/** Between storing that an attempt begins and beginning it no page may sleep longer. */
export const beginsWithin = 5 * second;
/** Removing a copy is tried so often while its outcome is unclear: for some minutes. */
export const copyTries = 12;
/** A reading older than this says too little about what is new after an attempt. */
export const freshFor = 10 * second;
/** What an earlier page left unsent is sent without a question up to this age. */
export const sendsLeftBehind = 15 * minute;
/** One in doubt is still recognised by itself up to this age. */
export const recognisedFor = 60 * minute;
/** A keyed send that cannot be looked up is not repeated from this age on: after an hour the portal forgets the key (PB 4.1). */
export const keyIsSure = 50 * minute;

/** The age at which one in doubt that was last looked up at age `lookedAt` is due again. */
export function nextLookUp(lookedAt: number | undefined): number {
  return lookUpAges.find((age) => lookedAt === undefined || age > lookedAt) ?? patience;
}

/** The pause after the n-th attempt of a keyed send, before it is looked for and repeated. */
export function keyedPause(attempts: number): number {
  return lookUpAges[attempts] ?? patience;
}

/** The age at which a sent one is looked at for copies; undefined: enough. */
export function nextWatch(lookedAt: number | undefined): number | undefined {
  return watchAges.find((age) => lookedAt === undefined || age > lookedAt);
}

/** A lane whose reading fails so often in a row, although the portal answers, is taken for one that may not be read. */
export const readingsTried = 8;

/** Pause after the n-th failure in a row: 2, 4, 8 … at most 30 s. */
export function pauseAfter(failures: number): number {
  return Math.min(2 ** failures, 30) * second;
}

/** Pause after the n-th "too many requests" in a row: 5, 10, 20 … at most 60 s. */
export function limitPause(pauses: number): number {
  return Math.min(5 * 2 ** Math.max(pauses - 1, 0), 60) * second;
}
