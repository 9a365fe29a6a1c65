/** A button with an icon instead of words. */
import type { ReactNode } from 'react';
import { Button, type ButtonProps } from '../Button/Button.tsx';
import { cx } from '../cx.ts';
import styles from './IconButton.module.css';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'variant'> {
  /** the accessible name, and the tooltip */
  label: string;
  icon: ReactNode;
  /** `quiet` by default */
  variant?: 'quiet' | 'secondary';
  /** for one that is switched on and off */
  isPressed?: boolean | undefined;
  /** shown in the tooltip, for example `Ctrl+B`; the key itself is somebody else's */
  shortcut?: string | undefined;
}

export function IconButton(props: IconButtonProps) {
  const { label, variant = 'quiet', isPressed, shortcut, className, ...rest } = props;
  return (
    <Button
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      aria-label={label}
      aria-pressed={isPressed}
      {...rest}
      variant={variant}
      className={cx(styles.square, className)}
    />
  );
}
