/** Pages of classic list methods: 50 rows, `start`, `total` and `next` (RF 8.6). */
import { intOf } from '../values.ts';

const pageSize = 50;

export interface Page<Row> {
  rows: Row[];
  /** undefined with `start=-1`, which asks not to count (RF 8.6) */
  total: number | undefined;
  /** undefined on the last page */
  next: number | undefined;
}

export function pageOf<Row>(rows: readonly Row[], start: unknown, size = pageSize): Page<Row> {
  const isUncounted = intOf(start) === -1;
  const from = Math.max(0, intOf(start));
  const hasMore = !isUncounted && from + size < rows.length;
  return {
    rows: rows.slice(from, from + size),
    total: isUncounted ? undefined : rows.length,
    next: hasMore ? from + size : undefined,
  };
}
