/** A small panel in the browser's top layer, above the composer's card: nothing cuts it off and nothing moves for it. */
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react';
import styles from './Floating.module.css';
import { isComposing } from './sendKey.ts';

interface FloatingProps {
  /** it stands above this element, at its left edge */
  anchor: RefObject<HTMLElement | null>;
  /** CSS pixels; never wider than the anchor */
  width: number;
  /** a press or the focus went elsewhere */
  onLeave: () => void;
  /** makes it a dialog of this name */
  label?: string;
  /** a key pressed inside; true when it was taken */
  onKey?: (event: KeyboardEvent) => boolean;
  children: ReactNode;
}

/** A press on a button with `aria-expanded` is that button's own affair. */
const opener = '[aria-expanded="true"]';

export function Floating({ anchor, width, onLeave, label, onKey, children }: FloatingProps) {
  const panel = useRef<HTMLElement>(null);
  const now = useRef({ onLeave, onKey });
  useLayoutEffect(() => {
    now.current = { onLeave, onKey };
  });
  useLayoutEffect(() => {
    const element = panel.current;
    const place = () => {
      const { top, left, width: room } = anchor.current?.getBoundingClientRect() ?? new DOMRect();
      element?.style.setProperty('--bottom', `${innerHeight - top + 4}px`);
      element?.style.setProperty('--left', `${left}px`);
      element?.style.setProperty('--room', `${room}px`);
      element?.style.setProperty('--height', `${Math.max(96, top - 12)}px`);
    };
    const press = ({ target }: Event) => {
      const isOutside = target instanceof Element && !element?.contains(target) && !target.closest(opener);
      if (isOutside && !anchor.current?.querySelector('textarea')?.contains(target)) now.current.onLeave();
    };
    const key = (event: KeyboardEvent) => {
      if (!isComposing(event) && now.current.onKey?.(event) === true) event.preventDefault();
    };
    place();
    element?.showPopover();
    element?.addEventListener('keydown', key);
    const observer = new ResizeObserver(place);
    if (anchor.current) observer.observe(anchor.current);
    addEventListener('resize', place);
    document.addEventListener('pointerdown', press, true);
    return () => {
      observer.disconnect();
      removeEventListener('resize', place);
      document.removeEventListener('pointerdown', press, true);
    };
  }, [anchor]);
  const style: CSSProperties & Record<`--${string}`, string> = { '--width': `${width}px` };
  const attach = (element: HTMLElement | null) => {
    panel.current = element;
  };
  const Panel = label === undefined ? 'div' : 'dialog';
  return (
    <Panel ref={attach} popover="manual" aria-label={label} className={styles.floating} style={style}>
      {children}
    </Panel>
  );
}
