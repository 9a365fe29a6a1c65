/** Escape that is meant for us: not one that an input method or something further in has taken already. */
import type { KeyboardEvent as ReactKeyboardEvent } from 'react';

export function isEscape(event: ReactKeyboardEvent | KeyboardEvent): boolean {
  const { key, isComposing, keyCode, defaultPrevented } = 'nativeEvent' in event ? event.nativeEvent : event;
  return key === 'Escape' && !isComposing && keyCode !== 229 && !defaultPrevented;
}
