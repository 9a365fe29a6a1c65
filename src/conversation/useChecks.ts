/** Which items are being looked for this moment because the person asked: their button shows that it is at work. */
import { useCallback, useEffect, useState } from 'react';

export interface Checks {
  checking: ReadonlySet<string>;
  /** An item is looked for from now on, until the reading that is under way then has ended. */
  began: (key: string) => void;
}

const none: ReadonlySet<string> = new Set();
/** ms; where no reading comes of it, because another window does the work, nothing seems to go on for ever */
const longest = 10_000;

/** @param isReading a reading of the dialog is under way */
export function useChecks(isReading: boolean): Checks {
  const [checking, setChecking] = useState(none);
  const [wasReading, setWasReading] = useState(isReading);
  if (wasReading !== isReading) {
    setWasReading(isReading);
    if (!isReading && checking.size > 0) setChecking(none);
  }
  useEffect(() => {
    if (checking.size === 0) return undefined;
    const timer = setTimeout(() => setChecking(none), longest);
    return () => clearTimeout(timer);
  }, [checking]);
  const began = useCallback((key: string) => setChecking((before) => new Set([...before, key])), []);
  return { checking, began };
}
