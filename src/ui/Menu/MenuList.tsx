/** The opened menu, on Ariakit: arrows, Home, End, letters, and a place where nothing cuts it off. Loaded by `Menu`. */
import { Menu, MenuItem as Item, useMenuStore } from '@ariakit/react/menu';
import { useLayoutEffect } from 'react';
import { CheckIcon } from '../Icon/icons.tsx';
import type { FirstFocus, MenuItem } from './menuItem.ts';
import styles from './MenuList.module.css';

export interface MenuListProps {
  id: string;
  label: string;
  items: readonly MenuItem[];
  trigger: HTMLElement;
  firstFocus: FirstFocus;
  /** gives the focus back to the trigger if the menu has it, and takes the menu away */
  onClose: () => void;
}

export function MenuList({ id, label, items, trigger, firstFocus, onClose }: MenuListProps) {
  const menu = useMenuStore({
    open: true,
    setOpen: (isOpen) => {
      if (!isOpen) onClose();
    },
    placement: 'bottom-end',
  });
  useLayoutEffect(() => {
    menu.setAnchorElement(trigger);
    menu.setDisclosureElement(trigger);
    menu.setInitialFocus(firstFocus);
    menu.setAutoFocusOnShow(true);
  }, [menu, trigger, firstFocus]);

  const hasIcons = items.some(({ icon }) => icon !== undefined);
  return (
    <Menu
      store={menu}
      id={id}
      className={styles.list}
      aria-label={label}
      // Outside of every scrolling box; inside of a modal dialog, whose outside is inert.
      portal
      portalElement={() => trigger.closest('dialog') ?? document.body}
      fixed
      fitViewport
      gutter={4}
      autoFocusOnHide={false}
      hideOnEscape={(event) => {
        // The dialog or panel around it stays open.
        event.preventDefault();
        event.stopPropagation();
        return true;
      }}
      // Keys and presses here are not those of the row that the button stands in.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
    >
      {items.map(({ id, label, icon, tone, shortcut, isPressed, isDisabled = false, onSelect }) => (
        <Item
          key={id}
          className={styles.item}
          data-tone={tone}
          role={isPressed === undefined ? undefined : 'menuitemcheckbox'}
          aria-checked={isPressed}
          aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}
          disabled={isDisabled}
          accessibleWhenDisabled
          hideOnClick={false}
          onClick={() => {
            onClose();
            onSelect();
          }}
        >
          {hasIcons && <span className={styles.icon}>{icon}</span>}
          <span className={styles.label}>{label}</span>
          {isPressed === true && <CheckIcon size={16} />}
          {shortcut !== undefined && (
            <span className={styles.shortcut} aria-hidden>
              {shortcut}
            </span>
          )}
        </Item>
      ))}
    </Menu>
  );
}
