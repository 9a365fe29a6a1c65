/** What stands above the first message: the way to earlier ones, or the word that there are none. */
import { useTranslation } from '../i18n/context.tsx';
import styles from './MessageList.module.css';
import { MoreButton, type MoreButtonProps } from './MoreButton.tsx';

interface EarlierMessagesProps extends Omit<MoreButtonProps, 'label' | 'problem'> {
  reachedStart: boolean;
  /** left out: nothing was written before */
  beginning?: string | undefined;
}

export function EarlierMessages({ reachedStart, beginning, ...more }: EarlierMessagesProps) {
  const { t } = useTranslation();
  if (reachedStart) return <p className={styles.beginning}>{beginning ?? t('conversation.beginning')}</p>;
  return (
    <MoreButton {...more} label={t('conversation.loadOlder')} problem={t('conversation.loadOlderFailed')} />
  );
}
