/** Buttons that go away by themselves: who stands on one of them is not left nowhere. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * @param onGone called when the box goes, whatever takes it away, here or in another window, while the focus is in it
 * @returns for the box
 */
export function useFocusPassedOn<Box extends HTMLElement>(onGone: (box: Box) => void): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const latest = useRef(onGone);
  useEffect(() => {
    latest.current = onGone;
  });
  useLayoutEffect(() => {
    const element = box.current;
    return () => {
      if (element?.contains(document.activeElement)) latest.current(element);
    };
  }, []);
  return box;
}
