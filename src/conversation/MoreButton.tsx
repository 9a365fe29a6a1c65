/** The way to more messages, above the first or below the last, and why they did not come. */
import { Button } from '../ui/Button/Button.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';
import styles from './MessageList.module.css';

export interface MoreButtonProps {
  label: string;
  /** said when it has failed */
  problem: string;
  isLoading: boolean;
  hasFailed: boolean;
  onLoad: () => void;
}

/** Scrolling loads them as well; the button is for the keyboard and for a second try. */
export function MoreButton({ label, problem, isLoading, hasFailed, onLoad }: MoreButtonProps) {
  return (
    <div className={styles.more} data-more>
      {hasFailed && (
        <Notice tone="danger" live="polite">
          {problem}
        </Notice>
      )}
      <Button size="small" busy={isLoading} onClick={onLoad}>
        {label}
      </Button>
    </div>
  );
}
