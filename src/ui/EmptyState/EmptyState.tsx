/** Takes the place of content that is not there: what is the matter, and what can be done. */
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** 2 by default */
  headingLevel?: 1 | 2 | 3;
  children?: ReactNode;
  /** buttons or links */
  actions?: ReactNode;
  /** read out when it appears, as in `Notice` */
  live?: 'off' | 'polite' | 'assertive';
}

const headings = { 1: 'h1', 2: 'h2', 3: 'h3' } as const;
const roleOf = { off: undefined, polite: 'status', assertive: 'alert' };

export function EmptyState({
  icon,
  title,
  headingLevel = 2,
  children,
  actions,
  live = 'off',
}: EmptyStateProps) {
  const Heading = headings[headingLevel];
  return (
    <div className={styles.state} role={roleOf[live]}>
      {icon !== undefined && <div className={styles.icon}>{icon}</div>}
      <Heading className={styles.title}>{title}</Heading>
      {children !== undefined && <div className={styles.words}>{children}</div>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
