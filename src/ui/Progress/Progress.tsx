/** How far something has come. */
import styles from './Progress.module.css';

export interface ProgressProps {
  /** the accessible name: what is going on */
  label: string;
  /** from 0 to `max`; without one it is at work and nobody knows how far */
  value?: number | undefined;
  /** 1 by default */
  max?: number;
}

export function Progress({ label, value, max = 1 }: ProgressProps) {
  return <progress className={styles.progress} aria-label={label} value={value} max={max > 0 ? max : 1} />;
}
