/** Why a text cannot be sent as it stands. Pure. */

export type Obstacle = 'blank' | 'tooLong';

interface Written {
  value: string;
  /** length minus limit */
  excess: number;
}

/** The first thing to be mended, or null. */
export function obstacleTo({ value, excess }: Written): Obstacle | null {
  if (excess > 0) return 'tooLong';
  return value.trim() === '' ? 'blank' : null;
}
