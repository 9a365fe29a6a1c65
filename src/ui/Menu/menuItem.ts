/** What stands in a menu. */
import type { ReactNode } from 'react';

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  tone?: 'danger';
  /** shown at the right, for example `Ctrl+B`; the key itself is somebody else's */
  shortcut?: string | undefined;
  /** for one that is switched on and off */
  isPressed?: boolean | undefined;
  /** there to be read: it takes the focus, and pressing it does nothing */
  isDisabled?: boolean;
  /** called when the menu is closed and its button has the focus again; it may move it on */
  onSelect: () => void;
}

/** Where the focus goes when a menu opens: with `container`, as after a press with the pointer, to no item yet. */
export type FirstFocus = 'first' | 'last' | 'container';
