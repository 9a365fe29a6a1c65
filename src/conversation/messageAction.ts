/** What can be done with a message: data, so that its bar, its menu and its keys offer the same. */
import type { ReactNode } from 'react';
import type { Message } from '../portal/methods/dialogMessages.ts';

export interface MessageAction {
  /** `reply`, `makeResult`; one of a kind in a message */
  id: string;
  /** its name, translated */
  label: string;
  /** an icon of `src/ui/Icon` */
  icon: ReactNode;
  /** a letter that does it while the message has the focus, small: `r` */
  shortcut?: string;
  /** in the bar beside the message, or behind "More" */
  place: 'bar' | 'menu';
  tone?: 'danger';
  /** for one that switches: whether it is on */
  isPressed?: boolean;
  run: () => void;
}

/** In the order in which they are offered; none where nothing can be done. */
export type ActionsOf = (message: Message) => readonly MessageAction[];
