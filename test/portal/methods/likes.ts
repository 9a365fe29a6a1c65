/** `im.message.like`, scope `im` (RF 3.3; PB source key M, `im_messenger.php` `Like`). */
import type { Call, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { findMessage, setParam } from '../world/messages.ts';
import { intOf, listOf, textOf, upperKeys } from './values.ts';

export const likes: V2Method[] = [{ name: 'im.message.like', scopes: ['im'], handle: likeMessage }];

/**
 * Members of the chat alone, also where task readers read it. One answer for everything that changes nothing: no such
 * message, no member, liked already, not liked.
 */
function likeMessage({ world, user, params }: Call): unknown {
  const { MESSAGE_ID: messageId, ID: id, ACTION: action } = upperKeys(params);
  const wanted = intOf(messageId ?? id);
  if (wanted <= 0) throw new V2Error('MESSAGE_ID_ERROR', "Message ID can't be empty");
  const message = findMessage(world, wanted);
  const isMember = message && world.chats.get(message.chatId)?.memberIds.includes(user.id);
  const likedBy = listOf(message?.params['LIKE']).map(intOf);
  const isLiked = likedBy.includes(user.id);
  // What is neither of the two words is `auto`, which turns the like round.
  const refusing = isLiked ? 'plus' : 'minus';
  if (!message || isMember !== true || textOf(action).toLowerCase() === refusing) {
    throw new V2Error('WITHOUT_CHANGES', 'Action completed without changes');
  }
  const now = isLiked ? likedBy.filter((other) => other !== user.id) : [...likedBy, user.id];
  setParam(message, 'LIKE', now.length === 0 ? undefined : now.sort((left, right) => left - right));
  return true;
}
