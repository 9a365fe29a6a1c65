/** What becomes of an open line when somebody writes in it (PB source key M, `imopenlines` `connector.php`, `update.php`). */
import { addSession, isInQueue, lastSession, openSession, states } from './lineStates.ts';
import { sessionStarted } from './lineNotices.ts';
import type { Chat, Message, Session, World } from './types.ts';

/** `addMessage`, which would be a circle of imports. */
type Write = (
  world: World,
  message: { chatId: number; authorId: number; typed: string; params?: Record<string, unknown> },
) => Message;

/** A client's message: an answered or waiting session is the operator's turn again, after a closed one a new one begins. */
export function clientWrites(world: World, session: Session, typed: string, write: Write): Message {
  const { chatId, clientUserId: authorId, status } = session;
  if (status >= states.closed) {
    const begun = addSession(world, session, { status: states.new, operatorId: null });
    const { text, params } = sessionStarted(begun);
    write(world, { chatId, authorId: 0, typed: text, ...(params ? { params } : {}) });
  } else if (status >= states.operator) {
    session.status = states.clientAfterOperator;
  } else if (status === states.answered) {
    session.status = states.client;
  }
  return write(world, { chatId, authorId, typed });
}

/** After a message of a colleague or a bot: the state of the session, what the channel reports, what the client answers. */
export function staffWrote(world: World, chat: Chat, message: Message, write: Write): void {
  const session = openSession(world, chat.id);
  if (session) {
    session.status = statusAfter(world, session, message);
  }
  deliver(world, chat, message, world.switches.delivery, write);
  const answer = world.clientAnswers.get(chat.id);
  const last = answer && lastSession(world, chat.id);
  if (!answer || !last) return;
  const timer = setTimeout(() => {
    clientWrites(world, lastSession(world, chat.id) ?? last, answer.text, write);
  }, answer.ms);
  timer.unref();
}

/** A conversation that waits for its client goes on waiting; one that nobody has answered waits for an operator. */
function statusAfter(world: World, session: Session, { authorId }: Message): number {
  const line = world.lines.find(({ id }) => id === session.lineId);
  if (isInQueue(session)) return line?.botId === authorId ? session.status : states.client;
  return session.status === states.waitsForClient ? session.status : states.operator;
}

/**
 * What the channel says of a message to the client: under way (`SENDING`, `SENDING_TS`), there (`CONNECTOR_MID`), or
 * not (`IS_DELIVERED: "N"` and a notice). A site chat is there at once. Params at their default are left out (PB 4.3).
 */
export function deliver(
  world: World,
  chat: Chat,
  message: Message,
  state: World['switches']['delivery'],
  write: Write,
): void {
  const {
    SENDING: _flag,
    SENDING_TS: _since,
    IS_DELIVERED: _told,
    CONNECTOR_MID: _mid,
    ...kept
  } = message.params;
  const isSiteChat = chat.entityId.startsWith('livechat|');
  if (state === 'delivered' || isSiteChat) {
    message.params = { ...kept, CONNECTOR_MID: [String(message.id + 700_000)] };
  } else if (state === 'sending') {
    message.params = { ...kept, SENDING: 'Y', SENDING_TS: Math.trunc(Date.now() / 1000) };
  } else {
    message.params = { ...kept, IS_DELIVERED: 'N' };
    write(world, { chatId: chat.id, authorId: 0, typed: 'The message was not delivered to the client' });
  }
}
