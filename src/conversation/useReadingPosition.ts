/** Joins a `ReadingPlace` to React: after every rendering, resize and scroll. */
import { type RefCallback, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { ReadingPlace } from './readingPlace.ts';

export interface ReadingPosition {
  /** for the scrolling box, whose only child holds the rows */
  boxRef: RefCallback<HTMLElement>;
  isAtEnd: boolean;
  goToEnd: () => void;
}

/** How near (CSS pixels) to the start older messages are asked for. */
const nearStart = 240;

/** @param onNearStart called when the reader scrolls up to where the content begins; must be stable */
export function useReadingPosition(onNearStart: () => void): ReadingPosition {
  const place = useRef<ReadingPlace | null>(null);
  const [isAtEnd, setAtEnd] = useState(true);

  const boxRef = useCallback(
    (box: HTMLElement | null) => {
      if (!box) return undefined;
      const current = new ReadingPlace(box);
      place.current = current;
      let top = 0;
      const settle = () => {
        current.settle();
        setAtEnd(current.isAtEnd);
      };
      const onScroll = () => {
        settle();
        if (box.scrollTop < top && box.scrollTop < nearStart) onNearStart();
        top = box.scrollTop;
      };
      const observer = new ResizeObserver(settle);
      observer.observe(box);
      if (box.firstElementChild) observer.observe(box.firstElementChild);
      box.addEventListener('scroll', onScroll, { passive: true });
      return () => {
        observer.disconnect();
        box.removeEventListener('scroll', onScroll);
        place.current = null;
      };
    },
    [onNearStart],
  );

  // Refs are set before this runs, and nothing has been painted yet.
  useLayoutEffect(() => place.current?.settle());

  const goToEnd = useCallback(() => {
    place.current?.goToEnd();
    setAtEnd(true);
  }, []);

  return { boxRef, isAtEnd, goToEnd };
}
