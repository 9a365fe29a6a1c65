/** What can be done about something that is not through: quiet buttons in the colour of its state. */
import type { ReactNode } from 'react';
import { Button } from '../ui/Button/Button.tsx';
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
}

export function StateAction({ children, onPress, isBusy = false }: StateActionProps) {
  return (
    <Button className={styles.action} variant="quiet" size="small" onClick={onPress} busy={isBusy}>
      {children}
    </Button>
  );
}
