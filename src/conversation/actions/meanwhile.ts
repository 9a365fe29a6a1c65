/** What became of something while it was being changed here: before a change is saved, this is asked. Pure. */

interface Change {
  /** what it said when the change began */
  base: string;
  /** as it is to be saved */
  typed: string;
  /** what was sent to be saved before, without a clear answer; null: nothing */
  attempted: string | null;
}

/** `saved`: it says what was typed, so there is nothing to do; `changed`: somebody has written something else. */
export type Verdict = 'mine' | 'saved' | 'changed';

/** @param now what it says, read just now */
export function judge(
  { base, typed, attempted }: Change,
  now: string,
  isSameText: (typed: string, readBack: string) => boolean,
): Verdict {
  if (now === base) return 'mine';
  if (isSameText(typed, now)) return 'saved';
  // An attempt whose answer was lost has got through: that is nobody else's change.
  return attempted !== null && isSameText(attempted, now) ? 'mine' : 'changed';
}
