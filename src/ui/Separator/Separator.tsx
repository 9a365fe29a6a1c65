/** A line between messages that says what begins below it: a day, a conversation, or what is new. */
import styles from './Separator.module.css';

export interface SeparatorProps {
  kind: 'day' | 'session' | 'unread';
  label: string;
}

export function Separator({ kind, label }: SeparatorProps) {
  return (
    <div className={styles.separator} data-kind={kind}>
      <hr className={styles.line} aria-label={label} />
      <span className={styles.label} aria-hidden>
        {label}
      </span>
    </div>
  );
}
