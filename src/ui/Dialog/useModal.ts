/** Opens a `<dialog>` as long as its component lives, and says when the person wants it closed. */
import {
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type SyntheticEvent,
} from 'react';
import { isEscape } from '../isEscape.ts';

const FIELDS = 'input, textarea, select';

/** Gives the props of the `<dialog>`. `returnFocus` is called where the browser found nothing to give the focus back to. */
export function useModal(onClose: () => void, returnFocus?: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);
  const latestReturn = useRef(returnFocus);
  useLayoutEffect(() => {
    latestReturn.current = returnFocus;
  });

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    const first =
      element.querySelector<HTMLElement>('[data-first-focus]') ?? element.querySelector<HTMLElement>(FIELDS);
    first?.focus();
    return () => {
      element.close();
      // After the commit: what had the focus may be taken away by the same one.
      queueMicrotask(() => {
        if (document.activeElement === null || document.activeElement === document.body)
          latestReturn.current?.();
      });
    };
  }, []);

  /** Modal: what the dialog is written in, such as a row with keys of its own, gets none of its keys. */
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (!isEscape(event)) return;
    // Else the browser closes it by itself, whether or not the owner is willing.
    event.preventDefault();
    onClose();
  };
  /** The system's way back, such as a gesture. A file field's own `cancel` bubbles up to here as well. */
  const onCancel = (event: SyntheticEvent) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    onClose();
  };
  /** The browser may insist, and close without `cancel`. */
  const onClosed = (event: SyntheticEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget && !event.currentTarget.open) onClose();
  };
  // A text selected with the pointer and let go outside is no wish to close: the press counts as well.
  const onPointerDown = (event: PointerEvent) => {
    pressedOutside.current = event.target === event.currentTarget;
  };
  const onClick = (event: MouseEvent) => {
    event.stopPropagation();
    if (pressedOutside.current && event.target === event.currentTarget) onClose();
  };
  return { dialog, onKeyDown, onCancel, onClose: onClosed, onPointerDown, onClick };
}
