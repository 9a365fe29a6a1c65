/** The quick answers the portal itself keeps for the operators of a line. */
import type { Rest } from '../rest.ts';

/** Looked at before anything is kept (RF 4.3). */
const refusedBefore = ['CHAT_ID', 'CHAT_TYPE', 'USER_ID', 'CANT_SAVE_QUICK_ANSWER', 'ACCESS_DENIED'];

/**
 * `imopenlines.message.quick.save` (v2, scope `imopenlines`, RF 4.3): keeps the text of a message as a quick answer of
 * the chat's line. Twice it is kept once.
 * @throws PortalError; CANT_SAVE_QUICK_ANSWER: neither an operator of the line nor an administrator, or no such message
 */
export async function saveQuickAnswer(rest: Rest, chatId: number, messageId: number): Promise<void> {
  const parameters = { CHAT_ID: chatId, MESSAGE_ID: messageId };
  await rest.call({ method: 'imopenlines.message.quick.save', parameters }, { refusedBefore });
}
