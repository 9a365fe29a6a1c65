/** The `time` object of an answer (PB 1.4, RF 8.4). */
import { portalDate } from '../world/clock.ts';

export interface Time {
  start: number;
  finish: number;
  duration: number;
  processing: number;
  date_start: string;
  date_finish: string;
  operating_reset_at?: number;
  operating: number;
}

/**
 * `start` is an integer, and so is `processing`: 0, or 1 when a full second turned over (PB 1.4).
 * @param startedAt ms since 1970
 */
export function timeOf(
  startedAt: number,
  operating: { operating_reset_at?: number; operating: number } = { operating: 0 },
): Time {
  const now = Date.now();
  const start = Math.floor(startedAt / 1000);
  return {
    start,
    finish: now / 1000,
    duration: (now - start * 1000) / 1000,
    processing: Math.floor(now / 1000) - start,
    date_start: portalDate(startedAt),
    date_finish: portalDate(now),
    ...operating,
  };
}
