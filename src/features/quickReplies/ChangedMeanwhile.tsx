/** Two people have changed the same quick reply: shows what the other one has made of it, and asks which to keep. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import styles from './quickReplies.module.css';
import type { Reply } from './replies.ts';

interface ChangedMeanwhileProps {
  theirs: Reply;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

export function ChangedMeanwhile({ theirs, onKeepMine, onTakeTheirs }: ChangedMeanwhileProps) {
  const { t } = useTranslation();
  return (
    <Notice tone="warning" live="assertive" title={t('quickReplies.changedTitle')}>
      <p>{t('quickReplies.changedText')}</p>
      <blockquote className={styles.theirs}>
        <bdi className={styles.name}>{theirs.title}</bdi>
        <p dir="auto">{theirs.text}</p>
      </blockquote>
      <div className={styles.choices}>
        <Button size="small" onClick={onKeepMine}>
          {t('quickReplies.keepMine')}
        </Button>
        <Button size="small" onClick={onTakeTheirs}>
          {t('quickReplies.takeTheirs')}
        </Button>
      </div>
    </Notice>
  );
}
