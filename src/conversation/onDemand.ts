/** Parts that are loaded with their first use. */
import { useEffect, useState } from 'react';

/**
 * What `load` brings, once `isWanted`; null before, `'failed'` when it could not be loaded (tried again the next time it is
 * wanted). `load` must stay the same function.
 */
export function useOnDemand<Part extends object>(
  load: () => Promise<Part>,
  isWanted: boolean,
): Part | 'failed' | null {
  const [part, setPart] = useState<Part | 'failed' | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isStale = false;
    load().then(
      (loaded) => !isStale && setPart(loaded),
      () => !isStale && setPart('failed'),
    );
    return () => {
      isStale = true;
    };
  }, [load, isWanted]);
  return isWanted ? part : null;
}
