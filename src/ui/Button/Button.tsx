/** A button with words. */
import type { ComponentPropsWithRef, MouseEvent, ReactNode } from 'react';
import { cx } from '../cx.ts';
import { Spinner } from '../Spinner/Spinner.tsx';
import styles from './Button.module.css';

export interface ButtonOwnProps {
  /** how much it asks for attention; `secondary` by default */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  /** at work: keeps its width, its name and the focus, but does nothing when pressed */
  busy?: boolean;
  /** shown before the words */
  icon?: ReactNode;
}

export type ButtonProps = ButtonOwnProps & ComponentPropsWithRef<'button'>;

/**
 * `type` is "button" unless given. A busy button is not `disabled`: that would throw the focus away and leave a
 * keyboard user nowhere.
 */
export function Button(props: ButtonProps) {
  const {
    variant = 'secondary',
    size = 'normal',
    busy = false,
    icon,
    className,
    children,
    onClick,
    ...rest
  } = props;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={cx(styles.button, className)}
      data-variant={variant}
      data-size={size}
      data-busy={busy || undefined}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={press}
    >
      <span className={styles.inside}>
        {icon}
        {children}
      </span>
      {busy && (
        <span className={styles.busy}>
          <Spinner />
        </span>
      )}
    </button>
  );
}
