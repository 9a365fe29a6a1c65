/** What somebody has made of a message or a result while it was being changed here, and the two ways on. */
import { useEffect, useRef } from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { Button } from '../ui/Button/Button.tsx';
import styles from './ChangedMeanwhile.module.css';

interface ChangedMeanwhileProps {
  /** in a sentence; left out: it is said elsewhere */
  title?: string;
  /** what it says now, without markup */
  words: string;
  onSaveMine: () => void;
  onTakeTheirs: () => void;
}

/** characters; the whole stands where it always stood */
const longest = 300;

export function ChangedMeanwhile({ title, words, onSaveMine, onTakeTheirs }: ChangedMeanwhileProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  // In a low frame it is below what can be seen.
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const text = words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words;
  return (
    <div ref={box} className={styles.changed}>
      <p>
        {title !== undefined && <strong>{title} </strong>}
        <span className={styles.words}>{t('composer.saysNow', { text })}</span>
      </p>
      <div className={styles.ways}>
        <Button size="small" onClick={onTakeTheirs}>
          {t('composer.takeTheirs')}
        </Button>
        <Button size="small" onClick={onSaveMine}>
          {t('composer.saveMine')}
        </Button>
      </div>
    </div>
  );
}
