/** A box that scrolls must be reached by the keyboard, although nothing in it can be pressed; one that does not, not. */
import { useLayoutEffect, useRef, useState } from 'react';

/** @returns for the box */
export function useScrollableBox<Box extends HTMLElement>() {
  const ref = useRef<Box>(null);
  const [isScrollable, setScrollable] = useState(false);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    const look = () => setScrollable(box.scrollHeight > box.clientHeight + 1);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  });
  return { ref, ...(isScrollable ? { tabIndex: 0 } : {}) };
}
