/** How a client's chat stands, read with its messages: whose it is, and whether a reply is possible now. */
import { PortalError } from '../../portal/errors.ts';
import { lineDialogCommand, readLineDialog, type LineDialog } from '../../portal/methods/lineDialogs.ts';
import { chatsCommand, readChats, type LineEntity } from '../../portal/methods/openLines.ts';
import type { RestCommand } from '../../portal/rest.ts';

export interface LineState {
  /** null: not read yet, or not for this person */
  dialog: LineDialog | null;
  /** in the chat; null: not known yet */
  isMember: boolean | null;
  /** who is not in the chat may come in; null: not known */
  canJoin: boolean | null;
  /** under which element a reply goes; null: the chat is active under none, and the portal would refuse it */
  replyEntity: LineEntity | null;
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
  const first = active.findIndex((isActive) => isActive === true);
  const isUnknown = active.includes('unknown') && first === -1;
  return {
    dialog: dialog === 'unknown' ? before.dialog : dialog,
    replyEntity: isUnknown ? before.replyEntity : (entities[first] ?? null),
  };
}

/** null: not for this person */
function attempt<Answer>(read: () => Answer): Answer | null | 'unknown' {
  try {
    return read();
  } catch (failure) {
    return failure instanceof PortalError && failure.kind === 'denied' ? null : 'unknown';
  }
}
