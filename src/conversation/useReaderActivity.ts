/** When somebody last did something in this window. */
import { useCallback, useEffect, useRef, useState } from 'react';

/** ms without a key, a press or a turn of the wheel, after which the reader counts as away */
const away = 60_000;

interface ReaderActivity {
  /** ms since the last activity. Stable. */
  quietFor: () => number;
  /** Something happened elsewhere that is worth as much. Stable. */
  stir: () => void;
}

/** @param onReturn called when somebody comes back */
export function useReaderActivity(onReturn: () => void): ReaderActivity {
  const [openedAt] = useState(() => Date.now());
  const activeAt = useRef(openedAt);
  const latest = useRef(onReturn);
  useEffect(() => {
    latest.current = onReturn;
  });
  const quietFor = useCallback(() => Date.now() - activeAt.current, []);
  const stir = useCallback(() => {
    activeAt.current = Date.now();
  }, []);
  useEffect(() => {
    const onActivity = () => {
      const wasAway = quietFor() > away;
      stir();
      if (wasAway) latest.current();
    };
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, onActivity, { passive: true });
    return () => {
      for (const event of events) window.removeEventListener(event, onActivity);
    };
  }, [quietFor, stir]);
  return { quietFor, stir };
}
