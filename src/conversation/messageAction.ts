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
  /** a letter that does it while the message has the focus, small: `r`; or the name of a key: `Delete` */
  shortcut?: string;
  /** in the bar beside the message, or behind "More" */
  place: 'bar' | 'menu';
  tone?: 'danger';
  /** for one that switches: whether it is on */
  isPressed?: boolean;
  /** what came of it the last time, said at the message until the next try, or for a while */
  note?: ActionNote | undefined;
  /** for one whose `isPressed` or `note` changes by itself: calls back after each change, until the answer is called */
  subscribe?: (onChange: () => void) => () => void;
  run: () => void;
}

/** A few words about what was done. */
export interface ActionNote {
  text: string;
  /** `busy`: it is being done */
  tone: 'busy' | 'done' | 'failed';
}

/** In the order in which they are offered; none where nothing can be done. */
export type ActionsOf = (message: Message) => readonly MessageAction[];

/** Whether anything at all can be done with a message: not with what is deleted, unreadable or the system's. */
export function isOpenToActions(message: Message): boolean {
  return message.authorId !== 0 && !message.isDeleted && !message.isUnreadable;
}
