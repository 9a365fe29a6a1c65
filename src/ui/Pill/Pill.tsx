/** A word or two about a thing: a state, a mark, a day. */
import type { ReactNode } from 'react';
import styles from './Pill.module.css';

export interface PillProps {
  tone?: 'neutral' | 'success' | 'warning' | 'danger';
  icon?: ReactNode;
  children: ReactNode;
}

export function Pill({ tone = 'neutral', icon, children }: PillProps) {
  return (
    <span className={styles.pill} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
