/** How a client's chat stands, read with its messages: whose it is, and whether a reply is possible now. */
import { isDenied } from '../../portal/errors.ts';
import { lineDialogCommand, readLineDialog, type LineDialog } from '../../portal/methods/lineDialogs.ts';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import { chatsCommand, readChats, type LineEntity } from '../../portal/methods/openLines.ts';
import type { SessionHistory } from '../../portal/methods/sessionHistory.ts';
import type { RestCommand } from '../../portal/rest.ts';

export interface LineState {
  /** null: not read yet, or not for this person */
  dialog: LineDialog | null;
  /** in the chat, which reading it does not say; null: not known yet */
  isMember: boolean | null;
  /** how it is read: the whole dialog, or a session at a time; null: not known yet */
  readsBy: 'dialog' | 'sessions' | null;
  /** who is not in the chat may come in; null: not known */
  canJoin: boolean | null;
  /** whose conversation it is, by the session that was read; null or left out: nobody's, or not told */
  sessionOwnerId?: number | null;
  /** who is in the chat, by the session that was read; null or left out: not told by it */
  members?: readonly Person[] | null;
  /** under which element a reply goes; null: the chat is active under none, and the portal would refuse it */
  replyEntity: LineEntity | null;
}

/** @param history of the last session; null: the dialog was read, which tells nothing of this */
export function toldBySession(
  history: SessionHistory | null,
): Pick<LineState, 'canJoin' | 'sessionOwnerId' | 'members'> {
  if (!history) return { canJoin: null, sessionOwnerId: null, members: null };
  const { canJoin, ownerId, memberIds, people } = history;
  return {
    canJoin,
    sessionOwnerId: ownerId,
    members: memberIds && people.filter(({ id }) => memberIds.includes(id)),
  };
}

/** Beside the messages in the same POST. @param entities the one to prefer first */
export function stateCommands(chatId: number, entities: readonly LineEntity[]): Record<string, RestCommand> {
  const active = entities.map((entity, index) => [`active${index}`, chatsCommand(entity, true)] as const);
  return { dialog: lineDialogCommand(chatId), ...Object.fromEntries(active) };
}

/** What could not be read stays as it was `before`; who may not see an element does not answer under it. */
export function readState(
  answer: (name: string) => unknown,
  { chatId, entities, before }: { chatId: number; entities: readonly LineEntity[]; before: LineState },
): Pick<LineState, 'dialog' | 'replyEntity'> {
  const dialog = attempt(() => readLineDialog(answer('dialog')));
  const active = entities.map((_, index) =>
    attempt(() => {
      const rows = answer(`active${index}`);
      return readChats(rows, rows).some((chat) => chat.chatId === chatId);
    }),
  );
  // The first under which it may be active; where that one could not be read, the one from before goes on.
  const first = active.findIndex((isActive) => isActive === true || isActive === 'unknown');
  const found = entities[active.indexOf(true)] ?? null;
  return {
    dialog: dialog === 'unknown' ? before.dialog : dialog,
    replyEntity: active[first] === 'unknown' ? (before.replyEntity ?? found) : found,
  };
}

/** null: not for this person */
function attempt<Answer>(read: () => Answer): Answer | null | 'unknown' {
  try {
    return read();
  } catch (failure) {
    return isDenied(failure) ? null : 'unknown';
  }
}
