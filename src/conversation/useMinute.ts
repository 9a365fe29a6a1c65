/** The time, as exact as a minute, for what changes with age. */
import { useEffect, useState } from 'react';

/** @returns ms since 1970; stands still while it is not needed */
export function useMinute(isNeeded: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isNeeded) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, [isNeeded]);
  return now;
}
