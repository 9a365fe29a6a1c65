/** A place in the card's header for what the open chat has to show there: how fresh it is, and its buttons. */
import { createContext, type ReactNode, use } from 'react';
import { createPortal } from 'react-dom';

/** The element of the place; null until it is on the page */
export const HeaderSlot = createContext<Element | null>(null);

/** Shows its children in the header of the card. */
export function InHeader({ children }: { children: ReactNode }) {
  const slot = use(HeaderSlot);
  return slot && createPortal(children, slot);
}
