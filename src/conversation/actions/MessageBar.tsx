/**
 * What can be done with a message, over its corner. Always there for screen readers, in sight only under the pointer
 * and with the focus.
 */
import { type RefObject, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { MoreIcon } from '../../ui/Icon/icons.tsx';
import { Menu } from '../../ui/Menu/Menu.tsx';
import type { MessageAction } from '../messageAction.ts';
import { useFocusPassedOn } from '../useFocusPassedOn.ts';
import { keyName } from './keys.ts';
import { Foldable } from '../../ui/VisuallyHidden/Foldable.tsx';
import styles from './MessageBar.module.css';

interface MessageBarProps {
  /** one at least */
  actions: readonly MessageAction[];
  /** only the buttons of the list's current row are reached by Tab */
  isCurrent: boolean;
  row: RefObject<HTMLElement | null>;
  onMenuClosed: () => void;
}

/** Everything can be chosen from the menu, what stands in the bar as well. */
export function MessageBar({ actions, isCurrent, row, onMenuClosed }: MessageBarProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const bar = useFocusPassedOn<HTMLFieldSetElement>(() => row.current?.focus({ preventScroll: true }));
  const tabIndex = isCurrent ? 0 : -1;

  const onOpenChange = (isNowOpen: boolean) => {
    setOpen(isNowOpen);
    if (!isNowOpen) onMenuClosed();
  };
  return (
    <fieldset
      ref={bar}
      className={styles.place}
      data-open={isOpen || undefined}
      aria-label={t('actions.bar')}
      aria-live="off"
    >
      <div className={styles.bar}>
        {actions
          .filter(({ place }) => place === 'bar')
          .map(({ id, label, icon, shortcut, isPressed, tone, run }) => (
            <Button
              key={id}
              className={styles.button}
              variant="quiet"
              size="small"
              data-tone={tone}
              icon={icon}
              tabIndex={tabIndex}
              title={shortcut === undefined ? label : `${label} (${keyName(shortcut)})`}
              aria-keyshortcuts={shortcut && keyName(shortcut)}
              aria-pressed={isPressed}
              onClick={run}
            >
              <Foldable>{label}</Foldable>
            </Button>
          ))}
        <Menu
          label={t('actions.more')}
          icon={<MoreIcon />}
          size="small"
          tabIndex={tabIndex}
          onOpenChange={onOpenChange}
          items={actions.map(({ id, label, icon, tone, shortcut, isPressed, run }) => ({
            id,
            label,
            icon,
            ...(tone ? { tone } : {}),
            shortcut: shortcut && keyName(shortcut),
            isPressed,
            onSelect: run,
          }))}
        />
      </div>
    </fieldset>
  );
}
