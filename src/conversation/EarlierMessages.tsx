/** What stands above the first message: the way to earlier ones, or the word that there are none. */
import { useTranslation } from '../i18n/context.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { Notice } from '../ui/Notice/Notice.tsx';
import styles from './MessageList.module.css';

interface EarlierMessagesProps {
  reachedStart: boolean;
  isLoading: boolean;
  hasFailed: boolean;
  onLoad: () => void;
}

/** Scrolling up loads them as well; the button is for the keyboard and for a second try. */
export function EarlierMessages({ reachedStart, isLoading, hasFailed, onLoad }: EarlierMessagesProps) {
  const { t } = useTranslation();
  if (reachedStart) return <p className={styles.beginning}>{t('conversation.beginning')}</p>;
  return (
    <div className={styles.earlier} data-earlier>
      {hasFailed && (
        <Notice tone="danger" live="polite">
          {t('conversation.loadOlderFailed')}
        </Notice>
      )}
      <Button size="small" busy={isLoading} onClick={onLoad}>
        {t('conversation.loadOlder')}
      </Button>
    </div>
  );
}
