/** Shows a result that was sent as such in this page, once the portal lists it: at narrow widths the panel is not open by itself. */
import { useCallback, useEffect, useRef } from 'react';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import type { Desk } from '../../sending/useDesk.ts';

interface ShownResultOptions {
  results: readonly TaskResult[];
  desk: Pick<Desk, 'items' | 'claims'>;
  show: () => void;
}

/** @returns to be called when something is sent as a result, with whether it is on its way */
export function useShownResult({
  results,
  desk,
  show,
}: ShownResultOptions): (send: Promise<boolean>) => void {
  const { items, claims } = desk;
  /** sends whose item has not been seen yet */
  const pressed = useRef(0);
  const known = useRef<ReadonlySet<string>>(new Set());
  /** keys of items; what is deleted becomes no message, and so nothing of it is ever listed */
  const awaited = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const news = items.filter(
      ({ key, target }) => target['asResult'] !== undefined && !known.current.has(key),
    );
    known.current = new Set([...known.current, ...items.map(({ key }) => key)]);
    const own = news.slice(0, pressed.current);
    pressed.current -= own.length;
    awaited.current = new Set([...awaited.current, ...own.map(({ key }) => key)]);
  }, [items]);
  useEffect(() => {
    const keys = results.flatMap(({ messageId }) => claims.get(messageId ?? 0) ?? []);
    const listed = keys.filter((key) => awaited.current.has(key));
    if (listed.length === 0) return;
    awaited.current = new Set([...awaited.current].filter((key) => !listed.includes(key)));
    show();
    // `show` is another one at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [results, claims]);
  return useCallback((send: Promise<boolean>) => {
    pressed.current += 1;
    void send.then((isOnItsWay) => {
      if (!isOnItsWay) pressed.current -= 1;
    });
  }, []);
}
