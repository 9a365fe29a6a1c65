/** Shows a result that was sent as such, once the portal lists it: at narrow widths the panel is not open by itself. */
import { useCallback, useEffect, useRef } from 'react';
import type { TaskResult } from '../../portal/methods/taskResults.ts';

/** @returns to be called when something is sent as a result */
export function useShownResult(results: readonly TaskResult[], userId: number, show: () => void): () => void {
  const awaited = useRef(0);
  const known = useRef<ReadonlySet<number>>(new Set());
  useEffect(() => {
    const news = results.filter(({ id, authorId }) => authorId === userId && !known.current.has(id));
    known.current = new Set(results.map(({ id }) => id));
    if (news.length === 0 || awaited.current === 0) return;
    awaited.current = Math.max(awaited.current - news.length, 0);
    show();
    // `show` is another one at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [results, userId]);
  return useCallback(() => {
    awaited.current += 1;
  }, []);
}
