/** The few words that a message text needs but does not bring. */

export interface TextLabels {
  /** for `[disk=…]` */
  file: string;
  /** for pictures */
  image: string;
  /** for `[user=all]` without words */
  everyone: string;
  /** before the number of a person whose name nobody told */
  user: string;
}

export const defaultLabels: TextLabels = {
  file: 'File',
  image: 'Picture',
  everyone: 'Everyone',
  user: 'User',
};

/** The name of a mentioned person: as known, else as written in the tag, else the number. */
export function userName(
  userId: number | 'all',
  written: string,
  labels: TextLabels,
  nameOf?: (userId: number) => string | undefined,
): string {
  if (userId === 'all') return written || labels.everyone;
  return nameOf?.(userId) || written || `${labels.user} ${userId}`;
}
