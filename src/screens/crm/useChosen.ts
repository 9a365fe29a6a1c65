/** Which chat is open. */
import { useCallback, useMemo, useState } from 'react';
import type { CrmChat } from './crmChat.ts';
import { chatToOpen } from './mergeChats.ts';

/**
 * The newest active chat opens by itself, and what is open stays open until another one is chosen, also when it leaves
 * the list: somebody may be writing in it.
 * @param isWaiting more chats may be listed in a moment, so that only an active one is opened yet
 */
export function useChosen(chats: readonly CrmChat[], isWaiting: boolean) {
  const [open, setOpen] = useState<CrmChat | null>(null);
  const listed = chats.find(({ chatId }) => chatId === open?.chatId);
  if (open === null) {
    const first = chatToOpen(chats);
    if (first && (first.isActive || !isWaiting)) setOpen(first);
  } else if (listed && listed !== open) {
    setOpen(listed);
  }
  const chosen = useMemo(
    () => (open === null || listed ? open : { ...open, isActive: false, replyEntity: null }),
    [open, listed],
  );
  const choose = useCallback(
    (chatId: number) => setOpen((before) => chats.find((chat) => chat.chatId === chatId) ?? before),
    [chats],
  );
  return { chosen, choose };
}
