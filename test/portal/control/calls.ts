/** The calls of the control contract (design, section 6), each a plain function from input to answer. */
import { randomUUID } from 'node:crypto';
import { expireTokens } from '../auth/tokens.ts';
import { reset, type PortalContext } from '../context.ts';
import { addMessage, findMessage, readBack, type NewMessage } from '../world/messages.ts';
import { isColleague } from '../world/rights.ts';
import { addMember } from '../world/lineChat.ts';
import { lastSession } from '../world/lineStates.ts';
import { clientWrites, deliver } from '../world/lineWriting.ts';
import type { Session, World } from '../world/types.ts';
import { ControlError, read } from './input.ts';
import {
  clientAnswersInput,
  clientMessageInput,
  colleagueMessageInput,
  deliveryInput,
  faultsInput,
  resetInput,
  sessionInput,
} from './schemas.ts';
import { stateOf } from './state.ts';

/** May answer a promise. */
export type ControlCall = (context: PortalContext, input: unknown) => unknown;

/** By `METHOD /path`. */
export const controlCalls: Readonly<Record<string, ControlCall>> = {
  'GET /control/state': ({ world, origin }) => stateOf(world, origin),
  'GET /control/requests': ({ requests }) => requests,
  'DELETE /control/requests': (context) => {
    context.requests = [];
    return { ok: true };
  },
  'POST /control/reset': (context, input) => {
    const options = read(resetInput, input ?? {});
    const userId = options.switches?.signedInUserId;
    // Every seed has the same people.
    if (userId !== undefined) requireColleague(context.world, userId, 'switches.signedInUserId');
    reset(context, options);
    return { ok: true };
  },
  'GET /control/faults': ({ faults }) => faults.rules,
  'POST /control/faults': async (context, input) => {
    context.faults.set(read(faultsInput, input));
    // Connections that wait for their next request would not be fresh any more.
    if (context.faults.closesConnections) await context.connections.closeIdle();
    return context.faults.rules;
  },
  'DELETE /control/faults': ({ faults }) => {
    faults.clear();
    return { ok: true };
  },
  'POST /control/client-message': ({ world }, input) => {
    const { chatId, text } = read(clientMessageInput, input);
    const session = requireSession(world, chatId);
    requireText(world, { chatId, authorId: session.clientUserId, typed: text });
    return { message: clientWrites(world, session, text, addMessage) };
  },
  'POST /control/colleague-message': ({ world }, input) => {
    const { chatId, userId, text, uuid = randomUUID() } = read(colleagueMessageInput, input);
    if (!world.chats.has(chatId)) throw new ControlError(`chatId: there is no chat ${chatId}`);
    requireColleague(world, userId, 'userId');
    // The portal's own clients give every message an id (PB 4.5).
    const message = { chatId, authorId: userId, typed: text, ...(uuid === null ? {} : { uuid }) };
    requireText(world, message);
    return { message: addMessage(world, message) };
  },
  'POST /control/expire-tokens': ({ world }) => {
    expireTokens(world);
    return { ok: true };
  },
  'POST /control/session': ({ world }, input) => {
    const { chatId, status, operatorId } = read(sessionInput, input);
    const session = requireSession(world, chatId);
    if (typeof operatorId === 'number') requireColleague(world, operatorId, 'operatorId');
    if (operatorId !== undefined) giveTo(world, session, operatorId);
    session.status = status ?? session.status;
    return { session };
  },
  'POST /control/client-answers': ({ world }, input) => {
    const { chatId, text, ms = 1000 } = read(clientAnswersInput, input);
    const { clientUserId: authorId } = requireSession(world, chatId);
    if (text === null) {
      world.clientAnswers.delete(chatId);
    } else {
      requireText(world, { chatId, authorId, typed: text });
      world.clientAnswers.set(chatId, { text, ms });
    }
    return { ok: true };
  },
  'POST /control/delivery': ({ world }, input) => {
    const { messageId, state } = read(deliveryInput, input);
    const message = findMessage(world, messageId);
    const chat = message && world.chats.get(message.chatId);
    if (!message || chat?.kind !== 'lines')
      throw new ControlError(`messageId: no message ${messageId} in an open line`);
    deliver(world, chat, message, state, addMessage);
    return { message };
  },
};

function requireSession(world: World, chatId: number): Session {
  const session = lastSession(world, chatId);
  if (!session) throw new ControlError(`chatId: chat ${chatId} is no open line chat`);
  return session;
}

/** As if this colleague had taken the conversation; null = nobody has it any more. */
function giveTo(world: World, session: Session, operatorId: number | null): void {
  const chat = world.chats.get(session.chatId);
  if (!chat) return;
  const before = session.operatorId;
  session.operatorId = operatorId;
  chat.ownerId = operatorId ?? 0;
  chat.memberIds = chat.memberIds.filter((id) => id !== before);
  if (operatorId !== null) addMember(chat, operatorId);
}

/** Clients write through open lines, and who has left writes no more and signs in no more. */
function requireColleague(world: World, userId: number, where: string): void {
  const user = world.users.get(userId);
  if (!user) throw new ControlError(`${where}: there is no user ${userId}`);
  if (!isColleague(user)) throw new ControlError(`${where}: user ${userId} is no colleague, or has left`);
}

/** An empty message would read back as a deleted one (PB 4.3). */
function requireText(world: World, { authorId, typed }: NewMessage): void {
  if (readBack(world, authorId, typed).trim() === '') throw new ControlError('text: nothing is left of it');
}
