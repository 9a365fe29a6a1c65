/** How the families of `imopenlines.*` declare a method, and whom `operator.*` and `session.*` let in. */
import type { Call, V2Method } from '../../rest/call.ts';
import { V2Error } from '../../rest/errors.ts';
import { isInQueue, lastSession } from '../../world/lineStates.ts';
import { mayJoinLine } from '../../world/rights.ts';
import type { Chat } from '../../world/types.ts';
import { intOf } from '../values.ts';

export const line = (name: string, handle: V2Method['handle']): V2Method => ({
  name: `imopenlines.${name}`,
  scopes: ['imopenlines'],
  handle,
});

/**
 * Members, those in whose queue it waits, and whoever may join (PB source key M, `operator.php` `checkAccess`).
 * @throws V2Error 400 `CHAT_ID` (no positive number, unknown), `CHAT_TYPE` (no open line), `ACCESS_DENIED`
 */
export function requireLine({ world, user }: Call, chatId: unknown): Chat {
  const chat = world.chats.get(intOf(chatId));
  if (!chat) throw new V2Error('CHAT_ID', 'Chat ID is invalid');
  if (chat.kind !== 'lines') throw new V2Error('CHAT_TYPE', 'This chat is not an Open Channel conversation');
  const session = lastSession(world, chat.id);
  const queue = world.lines.find(({ id }) => id === session?.lineId)?.queue ?? [];
  const isWaiting =
    session !== undefined &&
    isInQueue(session) &&
    (session.operatorId === user.id || (session.operatorId === null && queue.includes(user.id)));
  if (chat.memberIds.includes(user.id) || isWaiting || mayJoinLine(world, user, chat)) return chat;
  const text = 'You cannot open this conversation as you do not have sufficient rights';
  throw new V2Error('ACCESS_DENIED', text);
}

/** What comes when the portal's own operation does not go through: an error without code and text (PB 3). */
export function silentFailure(): V2Error {
  return new V2Error('', '');
}
