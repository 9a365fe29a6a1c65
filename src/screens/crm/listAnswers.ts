/** What the answers of one POST of a reading of the list tell. Pure. */
import { PortalError } from '../../portal/errors.ts';
import { readMessages } from '../../portal/methods/dialogMessages.ts';
import { readLineDialog } from '../../portal/methods/lineDialogs.ts';
import { readSessionHistory } from '../../portal/methods/sessionHistory.ts';
import { readPeopleById } from '../../portal/methods/users.ts';
import { meet, readChat, type People, type ReadChat } from './listReading.ts';

/** Of a batch: give it a command's name, it gives the result or throws its PortalError. */
export type Answer = (name: string) => unknown;

/**
 * The answers of `dialog…` and `newest…`.
 * @param turn number of this reading
 * @param people those the answer names are added
 */
export function readDetails(
  id: number,
  turn: number,
  answer: Answer,
  people: People,
  before?: ReadChat,
): ReadChat {
  const told = whatIsTold(() => readLineDialog(answer(`dialog${id}`)));
  const page = whatIsTold(() => readMessages(answer(`newest${id}`)));
  const dialog = told === undefined ? (before?.dialog ?? null) : told;
  const how = { isOwed: told === undefined || page === undefined, turn };
  if (!page) return { lastMessage: null, lookedFor: null, ...before, dialog, ...how };
  meet(people, page.people);
  return { ...readChat(dialog, page, people), ...how };
}

/** The answer of `session…`, for who is not in the chat. @param before what this very reading has told of it */
export function readLastOfSession(id: number, answer: Answer, people: People, before: ReadChat): ReadChat {
  const session = whatIsTold(() => readSessionHistory(answer(`session${id}`)));
  if (session === undefined) return { ...before, isOwed: true };
  if (session) meet(people, session.people);
  const { dialog, isOwed, turn } = before;
  const read = readChat(dialog, session ?? { messages: [], files: [] }, people);
  return { ...read, lookedFor: dialog?.lastMessageId ?? read.lookedFor, isOwed, turn };
}

/** The answer of `people`. @param strangers those who were asked for */
export function readNames(strangers: readonly number[], answer: Answer, people: People): void {
  const named = whatIsTold(() => readPeopleById(answer('people')));
  if (named === undefined) return;
  for (const id of strangers) people.set(id, null);
  meet(people, named ?? []);
}

/** A "no" that would be the same another time. */
const definite: ReadonlySet<string> = new Set(['denied', 'notFound', 'refused', 'scope', 'validation']);

/**
 * One chat that cannot be read must not hide the others.
 * @returns null: not for this person; undefined: neither told nor refused
 */
function whatIsTold<Read>(read: () => Read): Read | null | undefined {
  try {
    return read();
  } catch (failure) {
    if (!(failure instanceof PortalError)) throw failure;
    return definite.has(failure.kind) ? null : undefined;
  }
}
