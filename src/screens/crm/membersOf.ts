/** Who is in a client's chat, for who may reply in their names. Pure. */
import type { LineState } from '../../features/line/lineState.ts';
import type { ChatMembers } from '../../features/session/useReplyAs.ts';

/**
 * A session tells who is in the chat, reading the dialog does not. Who reads the dialog may ask, also from outside
 * (PB source key M, `config.php` `canJoin`).
 */
export function membersOf({
  members,
  readsBy,
  isMember,
}: Pick<LineState, 'members' | 'readsBy' | 'isMember'>): ChatMembers {
  if (members) return members;
  if (readsBy === 'dialog' || (readsBy === null && isMember === true)) return 'ask';
  return readsBy === 'sessions' && members === null ? 'untold' : 'waiting';
}
