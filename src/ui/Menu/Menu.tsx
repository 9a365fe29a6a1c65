/** A button that opens a list of things to do. What draws the list is loaded when one is first opened. */
import {
  useId,
  useState,
  type ComponentType,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../Button/Button.tsx';
import { IconButton } from '../IconButton/IconButton.tsx';
import styles from './Menu.module.css';
import type { FirstFocus, MenuItem } from './menuItem.ts';
import type { MenuListProps } from './MenuList.tsx';

export type { MenuItem } from './menuItem.ts';

export interface MenuProps {
  /** the accessible name of the button and of the menu, and the tooltip */
  label: string;
  /** shows the label, and the icon behind it */
  isLabelShown?: boolean;
  icon: ReactNode;
  items: readonly MenuItem[];
  size?: 'normal' | 'small';
  /** of the button, for an owner that moves the focus itself */
  tabIndex?: number | undefined;
  /** for an owner that shows the button under the pointer only: it must stay as long as the menu is open */
  onOpenChange?: (isOpen: boolean) => void;
}

/** `null` until some menu was opened. */
let MenuList: ComponentType<MenuListProps> | null = null;

async function loadMenuList(): Promise<void> {
  MenuList ??= (await import('./MenuList.tsx')).MenuList;
}

/** In the top layer: the button may stand in a box that would cut it off. */
const showNote = (note: HTMLElement | null) => note?.showPopover();

export function Menu(props: MenuProps) {
  const { label, isLabelShown = false, icon, items, size = 'normal', tabIndex, onOpenChange } = props;
  const { t } = useTranslation();
  const [loading, setLoading] = useState<'no' | 'running' | 'failed'>('no');
  const [opened, setOpened] = useState<{ trigger: HTMLElement; firstFocus: FirstFocus }>();
  const listId = useId();

  const open = async (trigger: HTMLElement, firstFocus: FirstFocus) => {
    if (loading === 'running') return;
    setLoading(MenuList === null ? 'running' : 'no');
    try {
      await loadMenuList();
    } catch {
      setLoading('failed');
      return;
    }
    setLoading('no');
    setOpened({ trigger, firstFocus });
    onOpenChange?.(true);
  };
  const close = () => {
    const focused = document.activeElement;
    const isLost = focused === document.body || document.getElementById(listId)?.contains(focused) === true;
    if (isLost) opened?.trigger.focus({ preventScroll: true });
    setOpened(undefined);
    onOpenChange?.(false);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    event.stopPropagation();
    // The keyboard and screen readers press without counting clicks.
    if (opened === undefined) void open(event.currentTarget, event.detail === 0 ? 'first' : 'container');
    else close();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (opened !== undefined || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    event.stopPropagation();
    void open(event.currentTarget, event.key === 'ArrowDown' ? 'first' : 'last');
  };

  const button = {
    size,
    tabIndex,
    busy: loading === 'running',
    'aria-haspopup': 'menu',
    'aria-expanded': opened !== undefined,
    'aria-controls': opened === undefined ? undefined : listId,
    onClick,
    onKeyDown,
  } as const;
  return (
    <span className={styles.menu}>
      {isLabelShown ? (
        <Button variant="quiet" {...button}>
          {label}
          {icon}
        </Button>
      ) : (
        <IconButton label={label} icon={icon} {...button} />
      )}
      {MenuList !== null && opened !== undefined && (
        <MenuList {...opened} id={listId} label={label} items={items} onClose={close} />
      )}
      {loading === 'failed' && (
        <span ref={showNote} className={styles.problem} popover="auto" role="alert">
          {t('common.menuNotLoaded')}
        </span>
      )}
    </span>
  );
}
