/** A chat in which nobody has written yet. */
import { useTranslation } from '../i18n/context.tsx';
import { EmptyState } from '../ui/EmptyState/EmptyState.tsx';
import { ChatIcon } from '../ui/Icon/icons.tsx';

export function EmptyChat() {
  const { t } = useTranslation();
  return (
    <EmptyState icon={<ChatIcon />} title={t('conversation.emptyTitle')}>
      {t('conversation.emptyText')}
    </EmptyState>
  );
}
