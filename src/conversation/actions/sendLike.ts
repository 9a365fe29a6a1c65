/** A like, or the end of one, in the portal for certain. */
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { likeMessage } from '../../portal/methods/messages.ts';
import type { Rest } from '../../portal/rest.ts';

/** Only who is in the chat can like there. */
export class NotInChat extends Error {}

interface LikeOptions {
  rest: Rest;
  currentUserId: number;
  /** reads the message anew; undefined: not there, or it could not be read */
  refresh: (messageId: number) => Promise<Message | undefined>;
}

/**
 * Where the portal has changed nothing, the message itself says whether it was so already.
 * @throws PortalError; NotInChat; Error where the message could not be read
 */
export async function sendLike(options: LikeOptions, messageId: number, isLiked: boolean): Promise<void> {
  const { rest, currentUserId, refresh } = options;
  if ((await likeMessage(rest, messageId, isLiked)) === 'changed') return;
  const message = await refresh(messageId);
  if (!message) throw new Error('Whether the message is liked could not be read');
  if (message.isDeleted || message.likedBy.includes(currentUserId) === isLiked) return;
  throw new NotInChat();
}
