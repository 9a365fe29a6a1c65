/** Messages that are taken back. */
import type { Message, World } from './types.ts';

/**
 * Marks a message as deleted: it stays in its chat, with the portal's own words and nothing of its content (PB 4.3).
 * That is what REST does whether or not anybody has read it (PB source key M, `im_messenger.php` `Delete`); only the
 * portal's own messenger lets an unread message vanish. A result made from it forgets the message (PB source key M,
 * `tasks` `MessageEventHandler`).
 */
export function markDeleted(world: World, message: Message): void {
  message.text = deletedText(world);
  message.params = { IS_DELETED: 'Y' };
  for (const result of world.results.values()) {
    if (result.messageId === message.id) result.messageId = null;
  }
}

/** In place of a text that is gone, in the portal's language. */
export function deletedText({ switches }: World): string {
  return switches.language === 'ru' ? 'Это сообщение было удалено' : 'This message was deleted';
}
