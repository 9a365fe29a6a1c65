/** Why a message cannot be sent as it stands. Pure. */

export type Obstacle = 'blank' | 'tooLong' | 'refusedFile';

interface Written {
  value: string;
  /** length minus limit */
  excess: number;
  /** chosen files, and how many of them cannot be sent */
  files?: number;
  refusedFiles?: number;
}

/** The first thing to be mended, or null. */
export function obstacleTo({ value, excess, files = 0, refusedFiles = 0 }: Written): Obstacle | null {
  if (excess > 0) return 'tooLong';
  if (refusedFiles > 0) return 'refusedFile';
  return files === 0 && value.trim() === '' ? 'blank' : null;
}
