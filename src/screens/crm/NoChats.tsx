/** Nobody has written through an open line: where chats come from, and what can be done. */
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx';
import { ChatIcon } from '../../ui/Icon/icons.tsx';
import { ScreenRest } from '../../ui/Screen/Screen.tsx';

interface NoChatsProps {
  /** contacts or company could not be read: nothing is known of their chats */
  isOwnOnly: boolean;
  look: () => void;
  isBusy: boolean;
}

export function NoChats({ isOwnOnly, look, isBusy }: NoChatsProps) {
  const { t } = useTranslation();
  return (
    <ScreenRest>
      <EmptyState
        icon={<ChatIcon />}
        title={t(isOwnOnly ? 'crm.noOwnChatsTitle' : 'crm.noChatsTitle')}
        live="polite"
        actions={
          <Button onClick={look} busy={isBusy}>
            {t('crm.look')}
          </Button>
        }
      >
        <p>{t(isOwnOnly ? 'crm.noOwnChatsText' : 'crm.noChatsText')}</p>
        {!isOwnOnly && <p>{t('crm.noChatsToDo')}</p>}
      </EmptyState>
    </ScreenRest>
  );
}
