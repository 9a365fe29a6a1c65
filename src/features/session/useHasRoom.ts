/** Whether the bar is wide enough for one action more. */
import { useLayoutEffect, useState, type RefObject } from 'react';

/** CSS pixels of the bar; a finger's buttons are no wider, only taller. */
const enough = 640;

/** @param element a child of what is measured */
export function useHasRoom(element: RefObject<HTMLElement | null>): boolean {
  const [hasRoom, setRoom] = useState(false);
  useLayoutEffect(() => {
    const bar = element.current?.parentElement;
    if (!bar) return undefined;
    const measure = () => setRoom(bar.clientWidth >= enough);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(bar);
    return () => observer.disconnect();
  }, [element]);
  return hasRoom;
}
