/**
 * What a person does with the session of a client's chat (v2, scope `imopenlines`, RF 4.3, PB 3). Each needs the right
 * to the chat: a member, somebody of the queue it waits in, or whoever may see the CRM element.
 *
 * All refusals have status 400. The portal's `true` says little: some do nothing where nothing is to be done, so look
 * at the chat again. EMPTY_ERROR: the portal gave neither code nor words (PB 3). None has a key; done twice they do no
 * harm, but for `startSession` after a colleague closed the first.
 */
import type { RefusedBefore } from '../errors.ts';
import type { Rest, RestValue } from '../rest.ts';

/** Whom a conversation is passed on to: a colleague, or the queue of a line. */
export type TransferTarget = { userId: number } | { lineId: number };

/** The chat is unknown, no chat of an open line, or not for this person (the order of PB 3). */
const noChat: RefusedBefore = ['CHAT_ID', 'USER_ID', 'CHAT_TYPE', 'ACCESS_DENIED'];

async function act(
  rest: Rest,
  method: string,
  parameters: Readonly<Record<string, RestValue>>,
  refusedBefore: RefusedBefore = noChat,
): Promise<void> {
  await rest.call({ method: `imopenlines.${method}`, parameters }, { refusedBefore });
}

/**
 * `operator.answer`: the conversation becomes one's own and its session active. It is taken from a colleague without
 * asking, who leaves the chat.
 * @throws PortalError; EMPTY_ERROR: it is one's own already, or no session is open. One may be in the chat then.
 */
export function answerSession(rest: Rest, chatId: number): Promise<void> {
  return act(rest, 'operator.answer', { CHAT_ID: chatId });
}

/**
 * `operator.skip`: it goes on to the next of the queue, who has to answer it; its operator leaves the chat.
 * @throws PortalError; EMPTY_ERROR: nobody else is in the queue, or no session is open. ACCESS_DENIED_KICK: one may not
 * leave
 */
export function skipSession(rest: Rest, chatId: number): Promise<void> {
  return act(rest, 'operator.skip', { CHAT_ID: chatId }, [...noChat, 'ACCESS_DENIED_KICK']);
}

/** `session.join`: into the chat, without taking the conversation. Does nothing for a member. @throws PortalError */
export function joinSession(rest: Rest, chatId: number): Promise<void> {
  return act(rest, 'session.join', { CHAT_ID: chatId });
}

/** No session is open; it is somebody else's. */
const notToFinish: RefusedBefore = [
  ...noChat,
  'NOT_LOAD_CHAT',
  'NOT_LOAD_SESSION_OR_CHAT',
  'ERROR_USER_NOT_OPERATOR',
];

/**
 * `operator.finish`: one's own conversation. It is closed, or waits for the client for as long as the line is set to;
 * once closed, all colleagues leave the chat.
 * @throws PortalError; ERROR_USER_NOT_OPERATOR: it is somebody else's; NOT_LOAD_…: no session is open
 */
export function finishSession(rest: Rest, chatId: number): Promise<void> {
  return act(rest, 'operator.finish', { CHAT_ID: chatId }, notToFinish);
}

/** `operator.another.finish`: also a colleague's, or nobody's. Capitals only (PB 3). @throws PortalError */
export function finishColleaguesSession(rest: Rest, chatId: number): Promise<void> {
  return act(rest, 'operator.another.finish', { CHAT_ID: chatId }, notToFinish);
}

/** `operator.spam`: closes the session as spam; without an open one it does nothing and says `true`. @throws PortalError */
export function markAsSpam(rest: Rest, chatId: number): Promise<void> {
  return act(rest, 'operator.spam', { CHAT_ID: chatId });
}

/**
 * `session.start`: a new, active session of one's own in a chat whose last one is closed. Where one is open it is
 * joined instead, with its state as it was.
 * @throws PortalError
 */
export function startSession(rest: Rest, chatId: number): Promise<void> {
  return act(rest, 'session.start', { CHAT_ID: chatId });
}

/** What is missing, and OPERATOR_WRONG for every other reason, also for no right to the chat (PB 3). */
const notToTransfer: RefusedBefore = [
  'CHAT_ID_EMPTY',
  'USER_ID_EMPTY',
  'QUEUE_ID_EMPTY',
  'TRANSFER_ID_EMPTY',
  'OPERATOR_WRONG',
];

/**
 * `operator.transfer`: to a colleague, whose it is at once, or to the queue of a line, where it waits for somebody to
 * answer; all other colleagues leave the chat. Where no session is open a new one begins.
 * @throws PortalError; OPERATOR_WRONG: not to them, or not by this person, the portal does not tell which
 */
export function transferSession(rest: Rest, chatId: number, to: TransferTarget): Promise<void> {
  const target = 'userId' in to ? to.userId : `queue${to.lineId}`;
  return act(rest, 'operator.transfer', { CHAT_ID: chatId, TRANSFER_ID: target }, notToTransfer);
}
