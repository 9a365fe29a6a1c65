/** Shows the beginning of something long, and all of it on demand. */
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import styles from './Folded.module.css';

export function Folded({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const inside = useRef<HTMLDivElement>(null);
  const [isLong, setLong] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, inside.current];
    if (!outer || !inner || isOpen) return undefined;
    // A line more or less is not worth a button.
    const measure = () => setLong(inner.offsetHeight > outer.clientHeight + 8);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [isOpen]);
  return (
    <div className={styles.folded}>
      <div
        ref={box}
        className={styles.box}
        data-long={isLong || undefined}
        data-open={isOpen || undefined}
        // A link in the hidden part that is reached by keyboard must be seen.
        onFocus={() => {
          if (isLong) setOpen(true);
        }}
      >
        <div ref={inside}>{children}</div>
      </div>
      {isLong && (
        <Button
          className={styles.button}
          size="small"
          variant="quiet"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'results.showLess' : 'results.showAll')}
        </Button>
      )}
    </div>
  );
}
