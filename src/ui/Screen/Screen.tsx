/** What a placement shows: a column as high as the frame. */
import type { ReactNode } from 'react';
import styles from './Screen.module.css';

export function Screen({ children }: { children: ReactNode }) {
  return <main className={styles.screen}>{children}</main>;
}

/** What stands below the header or a notice, and scrolls by itself. */
export function ScreenRest({ children }: { children: ReactNode }) {
  return <div className={styles.rest}>{children}</div>;
}
