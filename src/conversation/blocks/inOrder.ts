/** Things without a name of their own on the screen, such as the blocks of a message. */
import { createElement, Fragment, type ReactNode } from 'react';

/** One by one they need no keys: they change only together, so that their place is all they are. */
export function inOrder<Thing>(things: readonly Thing[], show: (thing: Thing) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...things.map(show));
}
