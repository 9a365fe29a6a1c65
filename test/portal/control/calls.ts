/** The calls of the control contract (design, section 6), each a plain function from input to answer. */
import { randomUUID } from 'node:crypto';
import { expireTokens } from '../auth/tokens.ts';
import { reset, type PortalContext } from '../context.ts';
import { addMessage, readBack, type NewMessage } from '../world/messages.ts';
import { isColleague } from '../world/rights.ts';
import { lastSession } from '../world/lineStates.ts';
import { clientWrites } from '../world/lineWriting.ts';
import type { World } from '../world/types.ts';
import { ControlError, read } from './input.ts';
import {
  clientMessageInput,
  colleagueMessageInput,
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
    const session = lastSession(world, chatId);
    if (!session) throw new ControlError(`chatId: chat ${chatId} is no open line chat`);
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
    const { chatId, status } = read(sessionInput, input);
    const session = lastSession(world, chatId);
    if (!session) throw new ControlError(`chatId: chat ${chatId} is no open line chat`);
    session.status = status;
    return { session };
  },
};

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
