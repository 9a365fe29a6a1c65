/** The current day, so that "Today" turns into "Yesterday" in a window that stays open over night. */
import { useEffect, useState } from 'react';

/** Local midnight, ms since 1970. */
export function useToday(): number {
  const [today, setToday] = useState(() => new Date().setHours(0, 0, 0, 0));
  useEffect(() => {
    const tomorrow = new Date(today);
    tomorrow.setDate(tomorrow.getDate() + 1);
    const timer = setTimeout(
      () => setToday(new Date().setHours(0, 0, 0, 0)),
      Math.max(tomorrow.getTime() - Date.now(), 0) + 1_000,
    );
    return () => clearTimeout(timer);
  }, [today]);
  return today;
}
