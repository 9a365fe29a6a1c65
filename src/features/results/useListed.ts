/** What has left delivery is no longer our business once the list was read after it: from then on the list is right. */
import { useEffect, useRef } from 'react';

interface ListedOptions {
  /** messages whose item is gone since the list was read */
  left: ReadonlyMap<number, unknown>;
  /** when the reading that is shown began (`performance.now()`); undefined: there is none */
  began: number | undefined;
  readSoon: () => void;
  onListed: (messageIds: ReadonlySet<number>) => void;
}

/** Functions must be stable. */
export function useListed({ left, began, readSoon, onListed }: ListedOptions): void {
  const leftAt = useRef<ReadonlyMap<number, number>>(new Map());
  useEffect(() => {
    const known = leftAt.current;
    const now = performance.now();
    leftAt.current = new Map([...left.keys()].map((id) => [id, known.get(id) ?? now]));
    if ([...left.keys()].some((id) => !known.has(id))) readSoon();
  }, [left, readSoon]);
  useEffect(() => {
    if (began === undefined) return;
    const listed = [...leftAt.current].filter(([, at]) => at <= began).map(([id]) => id);
    if (listed.length > 0) onListed(new Set(listed));
  }, [began, onListed]);
}
