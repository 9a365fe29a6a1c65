/** Which results have come since the list was first read. */
import { useState } from 'react';
import type { Results } from './results.ts';

const none: ReadonlySet<number> = new Set();

/** @returns ids of those that came with the last reading that brought any */
export function useNewResults({ status, results }: Pick<Results, 'status' | 'results'>): ReadonlySet<number> {
  const [known, setKnown] = useState<ReadonlySet<number> | null>(null);
  const [latest, setLatest] = useState(none);
  const [seen, setSeen] = useState<Results['results'] | null>(null);
  if (status === 'ready' && seen !== results) {
    setSeen(results);
    const added = results.map(({ id }) => id).filter((id) => known !== null && !known.has(id));
    if (known === null || added.length > 0) {
      setKnown(new Set([...(known ?? none), ...results.map(({ id }) => id)]));
    }
    if (added.length > 0) setLatest(new Set(added));
  }
  return latest;
}
