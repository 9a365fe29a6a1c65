/** A button with a picture only. Its name is spoken, and shown as a tip. */
import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Button, type ButtonProps } from './Button.tsx';
import styles from './Button.module.css';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  label: string;
  icon: ReactNode;
}

/** A square `Button`, `quiet` unless told otherwise. */
export function IconButton({ label, icon, className, variant = 'quiet', ...rest }: IconButtonProps) {
  return (
    <Button
      title={label}
      {...rest}
      variant={variant}
      className={cx(styles.square, className)}
      aria-label={label}
    >
      {icon}
    </Button>
  );
}
