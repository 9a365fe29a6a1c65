/** What all icons share: our own strokes on a grid of 20, in the colour of the text around them. */
import type { ReactNode } from 'react';
import styles from './Icon.module.css';

export interface IconProps {
  /** CSS pixels, 18 by default */
  size?: number;
  /** a name for screen readers; without one the icon is decoration */
  title?: string;
}

export function Icon({ size = 18, title, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      className={styles.icon}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
    >
      {children}
    </svg>
  );
}
