/** Two people have changed the same quick reply: shows what the other one has done to it, and asks what to keep. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import styles from './quickReplies.module.css';
import type { Reply } from './replies.ts';
import { Theirs } from './Theirs.tsx';

interface ChangedMeanwhileProps {
  /** null: they have deleted it */
  theirs: Reply | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

export function ChangedMeanwhile({ theirs, onKeepMine, onTakeTheirs }: ChangedMeanwhileProps) {
  const { t } = useTranslation();
  const title = theirs ? t('quickReplies.changedTitle') : t('quickReplies.deletedTitle');
  return (
    <Notice tone="warning" live="assertive" title={title}>
      {theirs && <p>{t('quickReplies.changedText')}</p>}
      {theirs && <Theirs reply={theirs} />}
      <div className={styles.choices}>
        <Button size="small" onClick={onKeepMine}>
          {theirs ? t('quickReplies.keepMine') : t('quickReplies.saveAsNew')}
        </Button>
        <Button size="small" onClick={onTakeTheirs}>
          {theirs ? t('quickReplies.takeTheirs') : t('quickReplies.letGo')}
        </Button>
      </div>
    </Notice>
  );
}
