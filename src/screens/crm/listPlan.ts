/** What the next POST of a reading of the list asks for. Pure. */
import {
  chatIdsIn,
  isActiveIn,
  isLastMessageUnknown,
  isOwed,
  strangersIn,
  type ChatListReading,
} from './listReading.ts';

/** Commands of a batch (RF 8.5). */
const mostCommands = 50;
/** Chats looked into by one POST, two commands each. */
const chatsAtOnce = 16;
/** Whole sessions read for the sake of their last line, in one reading. */
const mostSessions = 6;

export interface Asked {
  /** chats to look into */
  chatIds: readonly number[];
  /** chats whose session is read for its last line */
  sessions: readonly number[];
  /** owners to be named */
  strangers: readonly number[];
}

/** What the POSTs of this reading have asked for so far. */
export interface Reading extends Asked {
  /** null: the first POST is still to come */
  listingsBefore: ChatListReading['listings'] | null;
}

type Found = Omit<ChatListReading, 'isWhole'>;

/** @param originCount elements whose chats are listed, by two commands each in the first POST */
export function planRound(found: Found, asked: Reading, originCount: number): Asked {
  const { listings, details } = found;
  const isFirst = asked.listingsBefore === null;
  const strangers = strangersIn(found).filter((id) => !asked.strangers.includes(id));
  const sessionsLeft = mostSessions - asked.sessions.length;
  const sessions = asked.chatIds
    .filter((id) => !asked.sessions.includes(id) && isLastMessageUnknown(details.get(id)))
    .slice(0, sessionsLeft);
  const chatIds: number[] = [];
  let room = mostCommands - (isFirst ? 2 * originCount : 0) - sessions.length - Math.min(strangers.length, 1);
  for (const id of wanted(found, asked).slice(0, chatsAtOnce)) {
    // Active nowhere: as a rule everybody has left it, so that its session is asked for without trying otherwise first.
    const isLeft = isOwed(details.get(id)) && !isActiveIn(listings, id) && sessions.length < sessionsLeft;
    const cost = isLeft ? 3 : 2;
    if (cost > room) break;
    room -= cost;
    chatIds.push(id);
    if (isLeft) sessions.push(id);
  }
  return { chatIds, sessions, strangers };
}

/** What nothing is known of comes first; the first POST looks into known chats again, the others into what has changed. */
function wanted({ listings, details }: Found, { chatIds, listingsBefore }: Reading): number[] {
  const listed = chatIdsIn(listings).filter((id) => !chatIds.includes(id));
  const byTurn = (one: number, other: number) =>
    (details.get(one)?.turn ?? 0) - (details.get(other)?.turn ?? 0);
  const owed = listed.filter((id) => isOwed(details.get(id))).toSorted(byTurn);
  const known = listed.filter((id) => !isOwed(details.get(id)));
  if (listingsBefore !== null) {
    const hasChanged = (id: number) => isActiveIn(listings, id) !== isActiveIn(listingsBefore, id);
    return [...owed, ...known.filter(hasChanged)];
  }
  // Where there are too many for one reading, those that take replies are looked into each time, the others in turns.
  const always = known.filter((id) => isActiveIn(listings, id)).slice(0, chatsAtOnce / 2);
  return [...owed, ...always, ...known.filter((id) => !always.includes(id)).toSorted(byTurn)];
}
