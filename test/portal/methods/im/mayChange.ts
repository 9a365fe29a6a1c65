/** Who may change or delete a message (RF 3.3, PB source key M, `im_messenger.php` `CheckPossibilityUpdateMessage`). */
import type { Call } from '../../rest/call.ts';
import type { Chat, Message, World } from '../../world/types.ts';

export type Change = 'update' | 'delete';

/** A text can be changed for three days, in ms; deleting has no end. */
const changeableFor = 259_200_000;

/**
 * The connectors of open lines in which an operator may do it to an own message (PB source key M, `imconnector`
 * `Library`, `imopenlines` `Connector`): elsewhere the client keeps what was sent.
 */
const connectors: Readonly<Record<Change, readonly string[]>> = {
  update: ['livechat', 'network', 'vkgroup', 'facebookcomments', 'telegrambot'],
  delete: ['livechat', 'network', 'vkgroup', 'facebookcomments', 'fbinstagram'],
};

export function mayChange({ world, user }: Call, message: Message, change: Change): boolean {
  const chat = world.chats.get(message.chatId);
  if (!chat) return false;
  const isOwn = message.authorId === user.id;
  // An admin clears up after clients and after those who have left, even what is deleted already.
  if (change === 'delete' && user.isAdmin && isAbandoned(world, message, chat)) return true;
  if (message.params['IS_DELETED'] === 'Y') return false;
  if (change === 'update' && Date.now() - Date.parse(message.date) > changeableFor) return false;
  if (chat.kind === 'lines') {
    const [connector = ''] = chat.entityId.split('|');
    return isOwn && connectors[change].includes(connector);
  }
  // RF 3.3, the source has no such rule: "admin of a group chat".
  return isOwn || (change === 'delete' && chat.kind === 'group' && chat.ownerId === user.id);
}

function isAbandoned(world: World, message: Message, chat: Chat): boolean {
  if (message.authorId === 0) return chat.kind === 'lines';
  const author = world.users.get(message.authorId);
  return author === undefined || !author.isActive || author.connectorId !== undefined;
}
