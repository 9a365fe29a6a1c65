/** Choosing a message by a press anywhere on it. */
import type { MouseEvent } from 'react';

/** Not a press on something that does a thing of its own, nor the end of marking text. */
export function isPressToChoose(event: MouseEvent): boolean {
  const { target, currentTarget } = event;
  const own =
    target instanceof Element ? target.closest('a, button, input, label, summary, video, audio') : null;
  if (own && currentTarget.contains(own)) return false;
  const selection = getSelection();
  return !selection || selection.isCollapsed || !selection.containsNode(currentTarget, true);
}
