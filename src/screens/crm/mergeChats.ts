/** Chats that several elements list, made into one row a chat. Pure. */
import type { ChatListReading } from './listReading.ts';
import type { CrmChat } from './crmChat.ts';

/**
 * One row a chat, newest first: by the ids of the newest messages, which grow all over the portal. While a chat was not
 * looked into, the order is the portal's, so that rows do not jump twice.
 * A reply goes under the first element, in the order of the listings, under which the chat is active.
 */
export function mergeChats({ listings, details, people }: Omit<ChatListReading, 'isWhole'>): CrmChat[] {
  const byId = new Map<number, CrmChat>();
  for (const { entity, name, chats } of listings) {
    for (const chat of chats) {
      const known = byId.get(chat.chatId);
      const { dialog = null, lastMessage = null } = details.get(chat.chatId) ?? {};
      byId.set(chat.chatId, {
        ...(known ?? chat),
        isActive: chat.isActive || (known?.isActive ?? false),
        replyEntity: known?.replyEntity ?? (chat.isActive ? entity : null),
        origins: [...(known?.origins ?? []), { entity, name }],
        dialog,
        lastMessage,
        owner: (dialog?.ownerId && people.get(dialog.ownerId)) || null,
      });
    }
  }
  const chats = [...byId.values()];
  return chats.every(({ chatId }) => details.has(chatId))
    ? chats.sort((a, b) => newestOf(b) - newestOf(a))
    : chats;
}

function newestOf({ dialog, lastMessage }: CrmChat): number {
  return Math.max(dialog?.lastMessageId ?? 0, lastMessage?.message.id ?? 0);
}

/** The chat to open: the newest active one, else the newest. */
export function chatToOpen(chats: readonly CrmChat[]): CrmChat | null {
  return chats.find(({ isActive }) => isActive) ?? chats[0] ?? null;
}
