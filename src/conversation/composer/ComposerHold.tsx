/** Why a text was not sent at once, and the button that sends it all the same. */
import { Button } from '../../ui/Button/Button.tsx';
import styles from './Composer.module.css';
import type { Hold } from './composerProps.ts';

export function ComposerHold({ hold, onAnyway }: { hold: Hold; onAnyway: () => void }) {
  if (hold.words === null && hold.anyway === undefined) return null;
  return (
    <div role="alert" className={styles.held}>
      <span>{hold.words}</span>
      {hold.anyway !== undefined && (
        <Button size="small" onClick={onAnyway}>
          {hold.anyway}
        </Button>
      )}
    </div>
  );
}
