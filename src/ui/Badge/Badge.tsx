/** A number beside a thing, such as how many are new. */
import { VisuallyHidden } from '../VisuallyHidden/VisuallyHidden.tsx';
import styles from './Badge.module.css';

export interface BadgeProps {
  /** as it is shown, already in the reader's language */
  children: string;
  tone?: 'neutral' | 'accent';
  /** the whole sentence for screen readers, instead of the bare number */
  label?: string;
}

export function Badge({ children, tone = 'neutral', label }: BadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {label === undefined ? (
        children
      ) : (
        <>
          <span aria-hidden>{children}</span>
          <VisuallyHidden>{label}</VisuallyHidden>
        </>
      )}
    </span>
  );
}
