/** Keeps an object that is made anew with every rendering. */
import { useMemo } from 'react';

/** The same object as long as each of its values is the same. It must have the same keys each time. */
export function useSame<T extends object>(values: T): T {
  // oxlint-disable-next-line react/exhaustive-deps -- the values are what it depends on
  return useMemo(() => values, Object.values(values));
}
