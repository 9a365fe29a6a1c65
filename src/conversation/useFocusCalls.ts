/** A way to bring the keyboard into a field from elsewhere. */
import { useCallback, useState } from 'react';

/** @returns a number that changes with every call, and the call, which is stable */
export function useFocusCalls(): [number, () => void] {
  const [calls, setCalls] = useState(0);
  return [calls, useCallback(() => setCalls((count) => count + 1), [])];
}
