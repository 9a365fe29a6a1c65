/** Reads the chats of a card and of its client: as a rule in one POST, in a few where there is much to find out. */
import { PortalError } from '../../portal/errors.ts';
import { dialogOfChat, messagesCommand } from '../../portal/methods/dialogs.ts';
import { lineDialogCommand } from '../../portal/methods/lineDialogs.ts';
import { chatsCommand, readChats, sessionHistoryCommand } from '../../portal/methods/openLines.ts';
import { peopleCommand } from '../../portal/methods/users.ts';
import type { Rest, RestCommand } from '../../portal/rest.ts';
import type { Origin } from './crmChat.ts';
import { readDetails, readLastOfSession, readNames, type Answer } from './listAnswers.ts';
import { planRound, type Reading } from './listPlan.ts';
import type { ChatListReading, Listing } from './listReading.ts';

/** POSTs of one reading at most; what is not known then stays so until the next one. */
const mostRounds = 5;

/**
 * The open chat is looked into as well, although its own reading is fresher: it costs two commands of a POST that goes
 * anyway, and what that reading has told may be from before the messages were marked as read or the session was changed.
 * @param origins the card's own element, then those whose chats are offered too
 * @param known what an earlier reading found
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
  const turn = Math.max(0, ...[...known.details.values()].map((chat) => chat.turn)) + 1;
  let asked: Reading = { chatIds: [], sessions: [], strangers: [], listingsBefore: null };
  for (let round = 0; round < mostRounds; round += 1) {
    const isFirst = round === 0;
    const { chatIds, sessions, strangers } = planRound(found, asked, origins.length);
    if (!isFirst && chatIds.length + sessions.length + strangers.length === 0) break;

    const answer = await rest.batch({
      ...(isFirst ? listingCommands(origins) : {}),
      ...Object.fromEntries(chatIds.flatMap(chatCommands)),
      ...Object.fromEntries(
        sessions.map((chatId) => [`session${chatId}`, sessionHistoryCommand({ chatId })]),
      ),
      ...(strangers.length > 0 ? { people: peopleCommand(strangers) } : {}),
    });
    asked = {
      chatIds: [...asked.chatIds, ...chatIds],
      sessions: [...asked.sessions, ...sessions],
      strangers: [...asked.strangers, ...strangers],
      listingsBefore: known.listings,
    };
    if (isFirst)
      found.listings = origins.map((origin, index) => readListing(origin, index, answer, known.listings));
    for (const id of chatIds) {
      found.details.set(id, readDetails(id, turn, answer, found.people, found.details.get(id)));
    }
    for (const id of sessions) {
      const before = found.details.get(id);
      if (before) found.details.set(id, readLastOfSession(id, answer, found.people, before));
    }
    if (strangers.length > 0) readNames(strangers, answer, found.people);
  }
  return { ...found, isWhole: true };
}

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
    if (failure.kind === 'denied') return { ...origin, chats: [] };
    const { type, id } = origin.entity;
    const known = before.find(({ entity }) => entity.type === type && entity.id === id);
    return { ...origin, chats: known?.chats ?? [] };
  }
}
