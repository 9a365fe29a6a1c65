/** Escape that is meant for us: not one that an input method or something further in has taken already. */
import type { KeyboardEvent } from 'react';

export function isEscape(event: KeyboardEvent): boolean {
  const { isComposing, keyCode } = event.nativeEvent;
  return event.key === 'Escape' && !isComposing && keyCode !== 229 && !event.isDefaultPrevented();
}
