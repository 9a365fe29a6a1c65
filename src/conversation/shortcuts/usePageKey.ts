/** A character that counts wherever one is on the page, but not where it would be typed, and not where such are switched off. */
import { useEffect, useRef } from 'react';
import { isComposing } from '../composer/sendKey.ts';
import { areSingleKeysOn } from './singleKeys.ts';

/** @param key as the browser names what is written, such as `?`, whatever keys that takes; null act: nothing is done */
export function usePageKey(key: string, act: (() => void) | null): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isOther =
        event.key !== key || !areSingleKeysOn() || event.ctrlKey || event.metaKey || event.altKey;
      if (isOther || event.repeat || event.defaultPrevented || isComposing(event)) return;
      if (!latest.current || isTypedInto(event.target) || document.querySelector('dialog:modal')) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [key]);
}

function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('textarea, select, [role="menu"] *, [role="menu"]'))
    return true;
  return target.matches('input:not([type="checkbox"], [type="radio"], [type="button"])');
}
