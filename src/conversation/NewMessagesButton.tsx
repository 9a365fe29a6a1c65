/** Leads down to the newest messages, and says how many have come that the reader has not seen. */
import { useTranslation } from '../i18n/context.tsx';
import { Badge } from '../ui/Badge/Badge.tsx';
import { Button } from '../ui/Button/Button.tsx';
import { ChevronDownIcon } from '../ui/Icon/icons.tsx';
import styles from './MessageList.module.css';

interface NewMessagesButtonProps {
  count: number;
  /** the newest messages are not below what is shown: it leads there all the same */
  isFarBack: boolean;
  onPress: () => void;
}

export function NewMessagesButton({ count, isFarBack, onPress }: NewMessagesButtonProps) {
  const { t, formatNumber } = useTranslation();
  return (
    <Button className={styles.jumpButton} size="small" icon={<ChevronDownIcon size={16} />} onClick={onPress}>
      {t(isFarBack ? 'search.newest' : 'conversation.newMessages')}
      {count > 0 && <Badge tone="accent">{formatNumber(count)}</Badge>}
    </Button>
  );
}
