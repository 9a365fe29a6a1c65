/** `imopenlines.session.history.get`: one session, all of it, in objects keyed by id (PB 3, RF 4.2). */
import type { Call } from '../../rest/call.ts';
import { V2Error } from '../../rest/errors.ts';
import { readableLine } from '../../world/access.ts';
import { deletedText } from '../../world/deletion.ts';
import { lastSession } from '../../world/lineStates.ts';
import { isColleague, mayJoinLine } from '../../world/rights.ts';
import { messagesOfSession } from '../../world/sessions.ts';
import type { Chat, Message, User } from '../../world/types.ts';
import { chatCard } from '../im/chatCard.ts';
import { imFile } from '../im/files.ts';
import { asHtml, withDeletion } from '../im/messagePage.ts';
import { imUser } from '../im/people.ts';
import { intOf, isEmpty, listOf } from '../values.ts';
import { encodeKeys } from './encode.ts';

/** @throws V2Error 400 `MISSING_REQUIRED_PARAM`, `INVALID_SESSION_ID`, `ACCESS_DENIED`; never 403 */
export function sessionHistory(call: Call): unknown {
  const { world, user } = call;
  const session = world.sessions.get(readSessionId(call));
  const chat = session && readableLine(world, user, session.chatId);
  const messages = session && chat ? messagesOfSession(world, session) : [];
  // An unknown session and one without messages are refused like one that is not for this person.
  if (!session || !chat || messages.length === 0) {
    const text = 'You cannot open this conversation as you do not have sufficient rights';
    throw new V2Error('ACCESS_DENIED', text);
  }
  const people = peopleOf(call, chat, messages);
  const colleagues = people.filter(isColleague).map(({ id }) => String(id));
  const ids = messages.map(({ id }) => String(id)).reverse();
  const blocked = Object.fromEntries(chat.memberIds.map((id) => [id, false]));
  return encodeKeys({
    CHAT_ID: chat.id,
    CAN_JOIN: mayJoinLine(world, user, chat) ? 'Y' : 'N',
    CAN_VOTE_HEAD: user.isAdmin ? 'Y' : 'N',
    SESSION_ID: session.id,
    SESSION_VOTE_HEAD: 0,
    SESSION_COMMENT_HEAD: null,
    USER_ID: `chat${chat.id}`,
    MESSAGE: byId(messages, (message) => historyMessage(message, deletedText(world))),
    USERS_MESSAGE: { [`chat${chat.id}`]: ids },
    USERS: byId(people, (person) => ({ ...imUser(person), id: String(person.id) })),
    OPENLINES: { canVoteAsHead: { [session.lineId]: user.isAdmin } },
    USER_IN_GROUP: colleagues.length === 0 ? [] : { 1: { id: 1, users: colleagues } },
    WO_USER_IN_GROUP: [],
    CHAT: { [chat.id]: historyChat(call, chat) },
    USER_BLOCK_CHAT: { [chat.id]: blocked },
    USER_IN_CHAT: { [chat.id]: chat.memberIds },
    FILES: byId(filesOf(call, messages), (file) => imFile(call, file)),
  });
}

/** Keys in capitals; `SESSION_ID` counts before `CHAT_ID`, which means the chat's last session. */
function readSessionId({ world, params }: Call): number {
  if (!isEmpty(params['SESSION_ID'])) return intOf(params['SESSION_ID']) || invalidSession();
  if (isEmpty(params['CHAT_ID'])) {
    throw new V2Error('MISSING_REQUIRED_PARAM', 'Session ID or Chat ID must be provided');
  }
  return lastSession(world, intOf(params['CHAT_ID']))?.id ?? invalidSession();
}

function invalidSession(): never {
  throw new V2Error('INVALID_SESSION_ID', 'Unable to determine session ID from provided parameters');
}

/** RF 4.2: ids are strings, and there is no uuid. */
function historyMessage(message: Message, whenDeleted: string): Record<string, unknown> {
  const { text, params } = withDeletion(message, whenDeleted);
  return {
    id: String(message.id),
    chatId: String(message.chatId),
    senderId: String(message.authorId),
    recipientId: `chat${message.chatId}`,
    date: message.date,
    text,
    textLegacy: asHtml(text),
    params,
  };
}

function historyChat(call: Call, chat: Chat): Record<string, unknown> {
  const card = chatCard(call, { chat, id: `chat${chat.id}` });
  return { ...card, id: String(chat.id), owner: String(chat.ownerId) };
}

/** The members and whoever has written; the system (0) is nobody. */
function peopleOf({ world }: Call, chat: Chat, messages: readonly Message[]): User[] {
  const ids = new Set([...chat.memberIds, ...messages.map(({ authorId }) => authorId)]);
  return [...ids].flatMap((id) => world.users.get(id) ?? []);
}

function filesOf({ world }: Call, messages: readonly Message[]) {
  const ids = new Set(messages.flatMap(({ params }) => listOf(params['FILE_ID']).map(intOf)));
  return [...ids].flatMap((id) => world.files.get(id) ?? []);
}

function byId<Row extends { id: number }>(rows: readonly Row[], encode: (row: Row) => unknown) {
  return Object.fromEntries(rows.map((row) => [row.id, encode(row)]));
}
