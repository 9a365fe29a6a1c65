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

/** What had the focus before a window that has just gone: another one may take its place in the same commit. */
let replaced: Element | null = null;

/** Gives the props of the `<dialog>`. `returnFocus` is called where what had the focus before cannot have it again. */
export function useModal(onClose: () => void, returnFocus?: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  const pressedOutside = useRef(false);
  const before = useRef<Element | null>(null);
  const latestReturn = useRef(returnFocus);
  useLayoutEffect(() => {
    latestReturn.current = returnFocus;
  });

  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    // In StrictMode this runs twice, and the second time the focus is inside.
    if (!element.open) before.current = hasFocusSomewhere() ? document.activeElement : replaced;
    element.showModal();
    const first =
      element.querySelector<HTMLElement>('[data-first-focus]') ?? element.querySelector<HTMLElement>(FIELDS);
    first?.focus();
    return () => {
      // Not by `close()`, which gives the focus back at once: in the middle of a commit React tells nobody of it, and
      // what had the focus may be taken away by the same one. Without the element the browser ends the window itself.
      replaced ??= before.current;
      queueMicrotask(() => {
        replaced = null;
        if (element.isConnected || hasFocusSomewhere()) return;
        if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
        if (!hasFocusSomewhere()) latestReturn.current?.();
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

function hasFocusSomewhere(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}
