/** Where the keyboard is while something is asked in the place of the buttons, and afterwards. */
import { type RefObject, useEffect, useRef } from 'react';

/** The first answer is the one that loses nothing; the button that asks is the last one, and one is back there then. */
export function useQuestionFocus(box: RefObject<HTMLElement | null>, isAsking: boolean): void {
  const wasAsking = useRef(isAsking);
  useEffect(() => {
    if (isAsking === wasAsking.current) return;
    wasAsking.current = isAsking;
    const { activeElement } = document;
    const isElsewhere = activeElement !== document.body && !box.current?.contains(activeElement);
    if (isElsewhere) return;
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    (buttons.at(isAsking ? 0 : -1) ?? box.current)?.focus();
  }, [isAsking, box]);
}
