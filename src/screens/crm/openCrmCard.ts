/** The first paint of the CRM screen in one POST: who is signed in, the element, its chats, and the one to open. */
import type { FirstReading } from '../../conversation/useTimeline.ts';
import { isDenied, PortalError } from '../../portal/errors.ts';
import { cardCommands, isOutOfReach, readCard, type CrmCard } from '../../portal/methods/crmItems.ts';
import { readMessages } from '../../portal/methods/dialogMessages.ts';
import { dialogOfChat, messagesCommand } from '../../portal/methods/dialogs.ts';
import { lineDialogCommand, readLineDialog, type LineDialog } from '../../portal/methods/lineDialogs.ts';
import { chatsCommand, readChats, type LineChat, type LineEntity } from '../../portal/methods/openLines.ts';
import { profileCommand, readIsAdmin, readProfile, type CurrentUser } from '../../portal/methods/users.ts';
import type { Rest } from '../../portal/rest.ts';

export interface OpenedCard {
  user: CurrentUser;
  isAdmin: boolean;
  /** null: the element may not be read, see `cardProblem` */
  card: CrmCard | null;
  cardProblem: PortalError | null;
  /** of the element itself, newest first; null: not for this person */
  chats: LineChat[] | null;
  /** the newest active one of them, as far as it could be read */
  newest: OpenedChat | null;
  /** ms since 1970, when all this began to be read */
  began: number;
}

export interface OpenedChat {
  chatId: number;
  dialog: LineDialog | null;
  /** null: this person may not read it as a member does */
  reading: FirstReading | null;
}

/** @throws PortalError; 'scope' where the application lacks `imopenlines` */
export async function openCrmCard(rest: Rest, entity: LineEntity): Promise<OpenedCard> {
  const began = Date.now();
  const newest = '$result[active][0][CHAT_ID]';
  const answer = await rest.batch({
    user: profileCommand,
    ...cardCommands(entity),
    all: chatsCommand(entity, false),
    active: chatsCommand(entity, true),
    dialog: lineDialogCommand(newest),
    messages: messagesCommand(dialogOfChat(newest)),
  });
  const profile = answer('user');
  const chats = ifAllowed(() => readChats(answer('all'), answer('active')));
  const [card, cardProblem] = readIfPossible(() => readCard(entity, answer));
  const first = chats?.find(({ isActive }) => isActive);
  const dialog = first ? ifAllowed(() => readLineDialog(answer('dialog'))) : null;
  return {
    user: readProfile(profile),
    isAdmin: readIsAdmin(profile),
    card,
    cardProblem,
    chats,
    newest: first
      ? {
          chatId: dialog?.chatId ?? first.chatId,
          dialog,
          reading: ifAllowed(() => ({ page: readMessages(answer('messages')), began })),
        }
      : null,
    began,
  };
}

/** Administrators are told of an element that does not exist by other means: it has no chats (PB 3), and no card. */
export function isThere({ chats, cardProblem }: OpenedCard): boolean {
  if (chats === null) return false;
  return chats.length > 0 || cardProblem === null || !isOutOfReach(cardProblem);
}

/** Without the element itself its chats can still be shown. */
function readIfPossible<Read>(read: () => Read): [Read, null] | [null, PortalError] {
  try {
    return [read(), null];
  } catch (failure) {
    if (failure instanceof PortalError) return [null, failure];
    throw failure;
  }
}

function ifAllowed<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (failure) {
    if (isDenied(failure)) return null;
    throw failure;
  }
}
