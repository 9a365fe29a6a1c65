/** Words that are folded away where there is no room for them; screen readers have them always. */
import type { ReactNode } from 'react';
import styles from './VisuallyHidden.module.css';

/** Folded while something around it says `--folded: ;` in its style sheet, as in a media query. */
export function Foldable({ children }: { children: ReactNode }) {
  return <span className={styles.foldable}>{children}</span>;
}
