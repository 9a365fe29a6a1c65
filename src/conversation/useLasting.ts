/** What something waits for, once that has lasted long enough to be told. */
import { useEffect, useState } from 'react';
import { briefly, type Hold } from './hold.ts';

export function useLasting(hold: Hold | null): Hold | null {
  const [lasting, setLasting] = useState<Hold | null>(null);
  const pause = briefly(hold);
  useEffect(() => {
    if (pause === 0) return undefined;
    const timer = setTimeout(setLasting, pause, hold);
    return () => {
      clearTimeout(timer);
      setLasting(null);
    };
  }, [hold, pause]);
  return pause === 0 || lasting === hold ? hold : null;
}
