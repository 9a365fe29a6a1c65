/** The calls of the control contract (design, section 6), each a plain function from input to answer. */
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { expireTokens } from '../auth/tokens.ts';
import { reset, type PortalContext } from '../context.ts';
import { addMessage } from '../world/messages.ts';
import { clientWrote, lastSession } from '../world/sessions.ts';
import {
  clientMessageInput,
  colleagueMessageInput,
  faultsInput,
  resetInput,
  sessionInput,
} from './schemas.ts';
import { stateOf } from './state.ts';

/** Wrong input: 400 with the message. */
export class ControlError extends Error {}

/** May answer a promise. */
type ControlCall = (context: PortalContext, input: unknown) => unknown;

/** By `METHOD /path`. */
export const controlCalls: Readonly<Record<string, ControlCall>> = {
  'GET /control/state': ({ world }) => stateOf(world),
  'GET /control/requests': ({ requests }) => requests,
  'DELETE /control/requests': (context) => {
    context.requests = [];
    return { ok: true };
  },
  'POST /control/reset': (context, input) => {
    const options = read(resetInput, input ?? {});
    const userId = options.switches?.signedInUserId;
    // Every seed has the same people.
    if (userId !== undefined && !context.world.users.has(userId)) {
      throw new ControlError(`switches.signedInUserId: there is no user ${userId}`);
    }
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
    clientWrote(world, session);
    return { message: addMessage(world, { chatId, authorId: session.clientUserId, typed: text }) };
  },
  'POST /control/colleague-message': ({ world }, input) => {
    const { chatId, userId, text, uuid = randomUUID() } = read(colleagueMessageInput, input);
    if (!world.chats.has(chatId)) throw new ControlError(`chatId: there is no chat ${chatId}`);
    if (!world.users.has(userId)) throw new ControlError(`userId: there is no user ${userId}`);
    // The portal's own clients give every message an id (PB 4.5).
    const message = { chatId, authorId: userId, typed: text, ...(uuid === null ? {} : { uuid }) };
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

function read<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const told = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
  throw new ControlError(told.join('; '));
}
