/** What a member has not read of a chat. Who is no member has no reading position and no counter (PB 4.3). */
import { messagesOf } from '../../world/messages.ts';
import type { Chat, Message, World } from '../../world/types.ts';

/** id of the last message that was read, 0 = none; null for no member */
export function readPosition(chat: Chat, userId: number): number | null {
  return chat.memberIds.includes(userId) ? (chat.lastRead[userId] ?? 0) : null;
}

/** Others' messages after the reading position; ascending. */
export function unreadMessages(world: World, chat: Chat, userId: number): Message[] {
  const position = readPosition(chat, userId);
  if (position === null) return [];
  return messagesOf(world, chat.id).filter(({ id, authorId }) => id > position && authorId !== userId);
}
