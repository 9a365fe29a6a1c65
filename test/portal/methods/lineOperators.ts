/** `imopenlines.operator.*` (PB 3, RF 4.3): all errors are 400. Keys in any case, but for `another.finish` and `transfer`. */
import type { Call, Params, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { answer, finish, markSpam } from '../world/lineActions.ts';
import { skip, transferToLine, transferToUser } from '../world/lineQueue.ts';
import { isColleague } from '../world/rights.ts';
import type { Chat } from '../world/types.ts';
import { line, requireLine, silentFailure } from './imopenlines/lineMethod.ts';
import { intOf, textOf, upperKeys } from './values.ts';

export const lineOperators: V2Method[] = [
  line('operator.answer', answerChat),
  line('operator.skip', skipChat),
  line('operator.spam', spam),
  line('operator.finish', (call) => finishChat(call, upperKeys(call.params), false)),
  line('operator.another.finish', (call) => finishChat(call, call.params, true)),
  line('operator.transfer', transfer),
];

/** Fails for who owns the chat already, and where no session is open. */
function answerChat(call: Call): unknown {
  const chat = requireLine(call, upperKeys(call.params)['CHAT_ID']);
  if (!answer(call.world, chat, call.user)) throw silentFailure();
  return true;
}

function skipChat(call: Call): unknown {
  const chat = requireLine(call, upperKeys(call.params)['CHAT_ID']);
  if (!skip(call.world, chat, call.user)) throw silentFailure();
  return true;
}

/** `true` whatever comes of it. */
function spam(call: Call): unknown {
  markSpam(call.world, requireLine(call, upperKeys(call.params)['CHAT_ID']), call.user);
  return true;
}

function finishChat(call: Call, params: Params, anothers: boolean): unknown {
  const refusal = finish(call.world, requireLine(call, params['CHAT_ID']), call.user, anothers);
  if (refusal === 'NOT_LOAD_SESSION_OR_CHAT') throw new V2Error(refusal, 'Session or chat failed to load');
  if (refusal !== null) {
    throw new V2Error(refusal, 'Attempt to close the dialog by a user who is not an operator');
  }
  return true;
}

/** To a person or a queue; where it cannot go there, or one may not, it is `OPERATOR_WRONG` for every reason. */
function transfer(call: Call): unknown {
  const { world, user, params } = call;
  if (intOf(params['CHAT_ID']) <= 0) throw new V2Error('CHAT_ID_EMPTY', "Chat ID can't be empty");
  const target = readTarget(params);
  const chat = openLine(call, params['CHAT_ID']);
  if (!chat) throw wrongOperator();
  if ('lineId' in target) {
    const queue = world.lines.find(({ id }) => id === target.lineId);
    if (!queue) throw wrongOperator();
    transferToLine(world, chat, user, queue);
    return true;
  }
  const to = world.users.get(target.userId);
  if (!to || !isColleague(to) || to.id === user.id) throw wrongOperator();
  transferToUser(world, chat, user, to);
  return true;
}

/** `TRANSFER_ID` counts before `USER_ID` and `QUEUE_ID`. @throws V2Error 400 `USER_ID_EMPTY`, `QUEUE_ID_EMPTY`, `TRANSFER_ID_EMPTY` */
function readTarget(params: Params): { userId: number } | { lineId: number } {
  const given = params['TRANSFER_ID'] ?? null;
  const isQueue = textOf(given).startsWith('queue');
  // Even beside a queue a `USER_ID` wins.
  const userId = given !== null && !isQueue ? given : (params['USER_ID'] ?? null);
  const queueId = isQueue ? textOf(given).slice(5) : (params['QUEUE_ID'] ?? null);
  if (userId !== null) {
    if (intOf(userId) <= 0) throw new V2Error('USER_ID_EMPTY', "User ID can't be empty");
    return { userId: intOf(userId) };
  }
  if (queueId === null) throw new V2Error('TRANSFER_ID_EMPTY', "Queue ID or User ID can't be empty");
  if (intOf(queueId) <= 0) throw new V2Error('QUEUE_ID_EMPTY', "QUEUE ID can't be empty");
  return { lineId: intOf(queueId) };
}

/** null for every reason why not */
export function openLine(call: Call, chatId: unknown): Chat | null {
  try {
    return requireLine(call, chatId);
  } catch (failure) {
    if (failure instanceof V2Error) return null;
    throw failure;
  }
}

export function wrongOperator(): V2Error {
  return new V2Error('OPERATOR_WRONG', 'You can not redirect to this operator');
}
