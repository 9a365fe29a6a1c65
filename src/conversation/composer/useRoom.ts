/** How many tools an element has room for. */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** 0: the most needed, 1: some more, 2: all. */
export type Room = 0 | 1 | 2;

/** From these widths (CSS pixels) on; a finger's targets are wider. */
const steps = { fine: [430, 600], coarse: [520, 820] } as const;

export function useRoom(element: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>(0);
  useLayoutEffect(() => {
    const measure = () => {
      const width = element.current?.clientWidth ?? 0;
      const [some, all] = matchMedia('(pointer: coarse)').matches ? steps.coarse : steps.fine;
      setRoom(width >= all ? 2 : width >= some ? 1 : 0);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
