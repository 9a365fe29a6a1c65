/** Reads the chats of a card and of its client: as a rule in one POST, in a few where there is much to find out. */
import { PortalError } from '../../portal/errors.ts';
import { readMessages } from '../../portal/methods/dialogMessages.ts';
import { dialogOfChat, messagesCommand } from '../../portal/methods/dialogs.ts';
import { lineDialogCommand, readLineDialog } from '../../portal/methods/lineDialogs.ts';
import { chatsCommand, readChats, sessionHistoryCommand } from '../../portal/methods/openLines.ts';
import { readSessionHistory } from '../../portal/methods/sessionHistory.ts';
import { peopleCommand, readPeopleById } from '../../portal/methods/users.ts';
import type { Rest, RestCommand } from '../../portal/rest.ts';
import {
  chatIdsIn,
  isLastMessageUnknown,
  meet,
  readChat,
  strangersIn,
  type ChatListReading,
  type Listing,
  type People,
  type ReadChat,
} from './listReading.ts';
import type { Origin } from './crmChat.ts';

/** Chats looked into by one POST: two commands each, of the 50 that a batch may have (RF 8.5). */
const chatsAtOnce = 16;
/** POSTs of one reading at most; what is not known then stays so until the next one. */
const mostRounds = 5;
/** Whole sessions read for the sake of their last line, in one reading. */
const mostSessions = 6;

/**
 * @param origins the card's own element, then those whose chats are offered too
 * @param known what an earlier reading found; its newest chats are looked into again with the first POST
 * @throws PortalError when the chats of the card itself cannot be read; what else cannot be read is left out
 */
export async function readChatList(
  rest: Rest,
  origins: readonly Origin[],
  known: ChatListReading,
): Promise<ChatListReading> {
  const found = {
    listings: known.listings,
    details: new Map(known.details),
    people: new Map(known.people),
  };
  const lookedInto = new Set<number>();
  let sessionsLeft = mostSessions;
  for (let round = 0; round < mostRounds; round += 1) {
    const isFirst = round === 0;
    const chatIds = chatIdsIn(found.listings)
      .filter((id) => isFirst || (!lookedInto.has(id) && !found.details.has(id)))
      .slice(0, chatsAtOnce);
    const sessions = [
      ...chatIds.filter((id) => !found.details.has(id) && isLeft(id, found.listings)),
      ...[...lookedInto].filter((id) => isLastMessageUnknown(found.details.get(id))),
    ].slice(0, sessionsLeft);
    const strangers = strangersIn(found);
    if (!isFirst && chatIds.length + sessions.length + strangers.length === 0) break;

    const answer = await rest.batch({
      ...(isFirst ? listingCommands(origins) : {}),
      ...Object.fromEntries(chatIds.flatMap(chatCommands)),
      ...Object.fromEntries(
        sessions.map((chatId) => [`session${chatId}`, sessionHistoryCommand({ chatId })]),
      ),
      ...(strangers.length > 0 ? { people: peopleCommand(strangers) } : {}),
    });
    if (isFirst)
      found.listings = origins.map((origin, index) => readListing(origin, index, answer, found.listings));
    for (const id of chatIds) {
      lookedInto.add(id);
      found.details.set(id, readDetails(id, answer, found.people, found.details.get(id)));
    }
    for (const id of sessions) {
      sessionsLeft -= 1;
      found.details.set(id, readLastOfSession(id, answer, found.people, found.details.get(id)));
    }
    if (strangers.length > 0) {
      // Asked once, whatever comes of it.
      for (const id of strangers) found.people.set(id, null);
      meet(found.people, ifReadable(() => readPeopleById(answer('people'))) ?? []);
    }
  }
  return { ...found, isWhole: true };
}

type Answer = (name: string) => unknown;

function listingCommands(origins: readonly Origin[]): Record<string, RestCommand> {
  return Object.fromEntries(
    origins.flatMap(({ entity }, index) => [
      [`all${index}`, chatsCommand(entity, false)],
      [`active${index}`, chatsCommand(entity, true)],
    ]),
  );
}

function chatCommands(id: number): Array<[string, RestCommand]> {
  return [
    [`dialog${id}`, lineDialogCommand(id)],
    [`newest${id}`, messagesCommand(dialogOfChat(id), 0, 1)],
  ];
}

function readListing(origin: Origin, index: number, answer: Answer, before: readonly Listing[]): Listing {
  try {
    return { ...origin, chats: readChats(answer(`all${index}`), answer(`active${index}`)) };
  } catch (failure) {
    // Without the chats of the card's own element, the first, there is nothing to go by.
    if (index === 0 || !(failure instanceof PortalError)) throw failure;
    return { ...origin, chats: failure.kind === 'denied' ? [] : (before[index]?.chats ?? []) };
  }
}

/** Active nowhere: as a rule everybody has left it, so that its session is asked for without trying otherwise first. */
function isLeft(id: number, listings: readonly Listing[]): boolean {
  return !listings.some(({ chats }) => chats.some(({ chatId, isActive }) => chatId === id && isActive));
}

function readDetails(id: number, answer: Answer, people: People, before?: ReadChat): ReadChat {
  const dialog = ifReadable(() => readLineDialog(answer(`dialog${id}`)));
  const page = ifReadable(() => readMessages(answer(`newest${id}`)));
  if (!page) return { lastMessage: null, lookedFor: null, ...before, dialog };
  meet(people, page.people);
  return readChat(dialog, page, people);
}

/** For who is not in the chat. */
function readLastOfSession(id: number, answer: Answer, people: People, before?: ReadChat): ReadChat {
  const dialog = before?.dialog ?? null;
  const session = ifReadable(() => readSessionHistory(answer(`session${id}`)));
  if (session) meet(people, session.people);
  const read = readChat(dialog, session ?? { messages: [], files: [] }, people);
  return { ...read, lookedFor: dialog?.lastMessageId ?? read.lookedFor };
}

/** One chat, or one contact, that cannot be read must not hide the others. */
function ifReadable<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (failure) {
    if (failure instanceof PortalError) return null;
    throw failure;
  }
}
