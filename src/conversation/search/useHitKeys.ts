/** The keys of the search: from the field to the hits and on to the next one, without leaving the panel. */
import type { KeyboardEvent, RefObject } from 'react';
import { isComposing } from '../composer/sendKey.ts';
import type { Hit } from './hits.ts';

interface HitKeysOptions {
  hits: readonly Hit[];
  /** -1: none yet */
  current: number;
  onOpen: (index: number) => void;
  field: RefObject<HTMLElement | null>;
  /** into the list, to the current hit */
  focusHit: () => void;
}

/** F3 anywhere in the panel and Enter in the field lead to the next hit, with Shift to the one before. */
export function useHitKeys({ hits, current, onOpen, field, focusHit }: HitKeysOptions) {
  return (event: KeyboardEvent) => {
    const { key, shiftKey, nativeEvent } = event;
    if (isComposing(nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const isInField = event.target === field.current;
    const isStep = key === 'F3' || (isInField && key === 'Enter');
    const isDown = isInField && key === 'ArrowDown' && !shiftKey;
    if (hits.length === 0 || (!isStep && !isDown)) return;
    event.preventDefault();
    if (isDown) focusHit();
    else onOpen(shiftKey ? current - 1 : current + 1);
  };
}
