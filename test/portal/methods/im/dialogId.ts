/** `DIALOG_ID`: digits are a person, `chatN` a chat, `sgN` and `crmN` chats of groups and CRM (PB 4, RF 3.1). */
import type { Call } from '../../rest/call.ts';
import { V2Error } from '../../rest/errors.ts';
import { readableChat } from '../../world/access.ts';
import { privateChat } from '../../world/chats.ts';
import type { Chat } from '../../world/types.ts';
import { intOf } from '../values.ts';

export type DialogTarget = { kind: 'user'; userId: number } | { kind: 'chat'; chatId: number };

export interface Dialog {
  chat: Chat;
  /** as answers name it: a number for a person (PB 4.4) */
  id: string | number;
}

/** null = no dialog id at all. `sgN` and `crmN` find no chat here: the local portal has none. */
export function parseDialogId(value: unknown): DialogTarget | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const match = /^(chat|sg|crm)?(\d+)$/i.exec(String(value));
  if (!match || value === 0 || value === '0') return null;
  const [, prefix, digits] = match;
  if (prefix === undefined) return { kind: 'user', userId: intOf(digits) };
  return { kind: 'chat', chatId: prefix.toLowerCase() === 'chat' ? intOf(digits) : 0 };
}

/**
 * The dialog, for somebody who may read it.
 * @throws V2Error 400 `DIALOG_ID_EMPTY`, 403 `ACCESS_ERROR` (also for an unknown chat, PB 4.3)
 */
export function openDialog(call: Call, dialogId: unknown): Dialog {
  const target = parseDialogId(dialogId);
  if (!target) throw new V2Error('DIALOG_ID_EMPTY', "Dialog ID can't be empty");
  const dialog = findDialog(call, target);
  if (!dialog) throw new V2Error('ACCESS_ERROR', 'You do not have access to the specified dialog', 403);
  return dialog;
}

/** A dialog with a person is made when there is none yet. */
export function findDialog({ world, user }: Call, target: DialogTarget): Dialog | null {
  if (target.kind === 'chat') {
    const chat = readableChat(world, user, target.chatId);
    return chat ? { chat, id: `chat${chat.id}` } : null;
  }
  if (!world.users.has(target.userId)) return null;
  return { chat: privateChat(world, user.id, target.userId), id: target.userId };
}
