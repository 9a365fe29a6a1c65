/** Says that messages have come below the place where the reader is, and leads there. */
import { useTranslation } from '../i18n/context.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { ChevronDownIcon } from '../ui/Icon/icons.tsx';
import { Badge } from '../ui/Badge/Badge.tsx';
import styles from './MessageList.module.css';

export function NewMessagesButton({ count, onPress }: { count: number; onPress: () => void }) {
  const { t, formatNumber } = useTranslation();
  return (
    <div className={styles.jump}>
      <Button
        className={styles.jumpButton}
        size="small"
        icon={<ChevronDownIcon size={16} />}
        onClick={onPress}
      >
        {t('conversation.newMessages')}
        <Badge tone="accent">{formatNumber(count)}</Badge>
      </Button>
    </div>
  );
}
