/** An element that open lines know nothing of: they link their chats to four types of the CRM only (RF 4.1). */
import { useTranslation } from '../../i18n/context.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ChatIcon } from '../../ui/Icon/icons.tsx';
import { Screen } from '../../ui/Screen/Screen.tsx';
import { CrmWords } from './CrmWords.tsx';

export function SmartProcessScreen() {
  return (
    <CrmWords>
      <Explanation />
    </CrmWords>
  );
}

function Explanation() {
  const { t } = useTranslation();
  return (
    <Screen>
      <EmptyState headingLevel={1} icon={<ChatIcon />} title={t('crm.smartProcessTitle')}>
        <p>{t('crm.smartProcessText')}</p>
        <p>{t('crm.smartProcessToDo')}</p>
      </EmptyState>
    </Screen>
  );
}
