/** Why a text cannot be sent as it stands. Pure. */

export type Obstacle = 'blank' | 'tooLong' | 'unavailable';

interface Written {
  value: string;
  /** length minus limit */
  excess: number;
  sendDisabledReason: string | undefined;
}

/** The first thing to be mended, or null. */
export function obstacleTo({ value, excess, sendDisabledReason }: Written): Obstacle | null {
  if (sendDisabledReason !== undefined) return 'unavailable';
  if (excess > 0) return 'tooLong';
  return value.trim() === '' ? 'blank' : null;
}
