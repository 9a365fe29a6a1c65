/** The keys of one message: a letter for an action, one for its menu, and Space while messages are chosen. */
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef } from 'react';
import { isComposing } from '../composer/sendKey.ts';
import type { MessageAction } from '../messageAction.ts';
import { actionOfKey, isMenuKey } from './keys.ts';

interface RowKeysOptions {
  row: RefObject<HTMLElement | null>;
  actions: readonly MessageAction[];
  /** undefined while none are chosen */
  toggle: (() => void) | undefined;
}

/** They count while the row itself has the focus, not something in it. */
export function useRowKeys({ row, actions, toggle }: RowKeysOptions) {
  const isOpenedByRow = useRef(false);
  const openMenu = () => {
    const button = row.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
    isOpenedByRow.current = true;
    button?.click();
  };
  const actOf = ({ key, nativeEvent, repeat }: KeyboardEvent): (() => void) | undefined => {
    if (toggle && key === ' ') return repeat ? nothing : toggle;
    if (actions.length === 0) return undefined;
    if (isMenuKey(nativeEvent)) return openMenu;
    const action = actionOfKey(nativeEvent, actions);
    // A key held down would like and unlike without end.
    return action && (repeat ? nothing : action.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    const act = actOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  };
  /** The browser's own menu, which the key would open besides. The pointer's button for it is 2. */
  const onContextMenu = (event: MouseEvent) => {
    if (event.target === event.currentTarget && event.button !== 2 && !event.ctrlKey && actions.length > 0)
      event.preventDefault();
  };
  /** To the row goes the focus only where it came from there; else the button has it. */
  const onMenuClosed = () => {
    if (isOpenedByRow.current) row.current?.focus({ preventScroll: true });
    isOpenedByRow.current = false;
  };
  return { onMenuClosed, onKeyDown, onContextMenu };
}

function nothing(): void {}
