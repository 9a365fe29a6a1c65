/** A row of buttons that is one stop for Tab; the arrows move inside. */
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './Toolbar.module.css';

const buttonsOf = (bar: HTMLElement | null) =>
  Array.from(bar?.querySelectorAll<HTMLElement>('button:not([popover] *)') ?? []);

/** The buttons are found in the page, because some (those of menus) belong to others. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null);
  const current = useRef<Element | null>(null);
  const setStops = () => {
    const buttons = buttonsOf(bar.current);
    const stop = buttons.find((button) => button === current.current) ?? buttons[0];
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  };
  useLayoutEffect(setStops);

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = buttonsOf(bar.current);
    const at = buttons.findIndex((button) => button === event.target);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at === -1 || next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    buttons.at(next % buttons.length)?.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons have the focus
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      className={styles.toolbar}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        current.current = target;
        setStops();
      }}
    >
      {children}
    </div>
  );
}
