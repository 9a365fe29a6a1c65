/** Something is going on. Decoration: the words beside it, or aria-busy, say what. */
import styles from './Spinner.module.css';

/** `size` in CSS pixels, 16 by default. */
export function Spinner({ size = 16 }: { size?: number }) {
  return (
    <svg className={styles.spinner} width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden>
      <circle className={styles.track} cx="8" cy="8" r="6.5" stroke="currentColor" strokeWidth="2" />
      <path d="M8 1.5a6.5 6.5 0 0 1 6.5 6.5" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
