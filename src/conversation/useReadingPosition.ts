/** Joins a `ReadingPlace` to React: after every rendering, resize and scroll. */
import { type RefCallback, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { distanceToEnd, ReadingPlace } from './readingPlace.ts';

interface Surroundings {
  /** the rows end with the newest message */
  hasEnd: boolean;
  /** called when the reader scrolls up to where the content begins; must be stable */
  onNearStart: () => void;
  /** called when the reader scrolls down to where it stops; must be stable */
  onNearEnd: () => void;
}

export interface ReadingPosition {
  /** for the scrolling box, whose only child holds the rows */
  boxRef: RefCallback<HTMLElement>;
  isAtEnd: boolean;
  goToEnd: () => void;
  /** Scrolls to a row. @param below CSS pixels from the top edge; left out: the middle */
  show: (row: Element, below?: number) => void;
}

/** How near (CSS pixels) to the start older messages are asked for, and to the end later ones. */
export const nearEdge = 240;

export function useReadingPosition({ hasEnd, onNearStart, onNearEnd }: Surroundings): ReadingPosition {
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
        if (box.scrollTop < top && box.scrollTop < nearEdge) onNearStart();
        if (box.scrollTop > top && distanceToEnd(box) < nearEdge) onNearEnd();
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
    [onNearStart, onNearEnd],
  );

  // Refs are set before these run, and nothing has been painted yet.
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return;
    current.hasEnd = hasEnd;
    current.settle();
    setAtEnd(current.isAtEnd);
  }, [hasEnd]);
  useLayoutEffect(() => place.current?.settle());

  const goToEnd = useCallback(() => {
    place.current?.goToEnd();
    setAtEnd(place.current?.isAtEnd ?? true);
  }, []);

  const show = useCallback((row: Element, below?: number) => {
    place.current?.show(row, below);
    setAtEnd(place.current?.isAtEnd ?? true);
  }, []);

  return { boxRef, isAtEnd, goToEnd, show };
}
