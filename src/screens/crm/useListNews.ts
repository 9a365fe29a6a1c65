/** What those hear who do not see the list: somebody has written in a chat that is not open. */
import { useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { CrmChat } from './crmChat.ts';

/** @returns words for a live region; '' until something happens */
export function useListNews(chats: readonly CrmChat[], openId: number | null): string {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(chats);
  const [news, setNews] = useState('');
  const words = (chat: CrmChat) => t('crm.unreadIn', { channel: chat.connectorTitle, count: unreadIn(chat) });
  if (seen !== chats) {
    setSeen(chats);
    const before = new Map(seen.filter(({ dialog }) => dialog).map((chat) => [chat.chatId, unreadIn(chat)]));
    // What was not looked into before tells nothing: it may have been unread for long.
    const grown = chats.filter(
      (chat) => chat.chatId !== openId && unreadIn(chat) > (before.get(chat.chatId) ?? Infinity),
    );
    if (grown.length > 0) setNews(grown.map(words).join('. '));
  }
  return news;
}

function unreadIn({ dialog }: CrmChat): number {
  return dialog?.unreadCount ?? 0;
}
