/** What can be done about something that is not through: quiet buttons in the colour of its state. */
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from '../ui/Button/Button.tsx';
import { isEscape } from '../ui/isEscape.ts';
import styles from './StateActions.module.css';
import { useFocusPassedOn } from './useFocusPassedOn.ts';

interface StateActionsProps {
  /** where the keyboard goes when the buttons go by themselves */
  focusHome: (gone: HTMLElement) => HTMLElement | null | undefined;
  children: ReactNode;
}

export function StateActions({ focusHome, children }: StateActionsProps) {
  const box = useFocusPassedOn<HTMLDivElement>((gone) => focusHome(gone)?.focus({ preventScroll: true }));
  return (
    <div ref={box} className={styles.actions}>
      {children}
    </div>
  );
}

interface StateActionProps {
  children: string;
  onPress: () => void;
  isBusy?: boolean;
  /** an Escape that is meant for nobody further out */
  onEscape?: () => void;
}

export function StateAction({ children, onPress, isBusy = false, onEscape }: StateActionProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onEscape || !isEscape(event)) return;
    event.preventDefault();
    event.stopPropagation();
    onEscape();
  };
  return (
    <Button
      className={styles.action}
      variant="quiet"
      size="small"
      onClick={onPress}
      onKeyDown={onKeyDown}
      busy={isBusy}
    >
      {children}
    </Button>
  );
}
