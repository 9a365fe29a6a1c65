/**
 * `imopenlines.session.*` but the history, `message.session.start`, `message.quick.save` and `crm.lead.create` (PB 3,
 * RF 4.3, PB source key M, `rest.php`): all errors are 400, keys in capitals only.
 */
import type { Call, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { intercept, join, pin, start, startByMessage } from '../world/lineActions.ts';
import { lineOf } from '../world/lineChat.ts';
import { isActive, lastSession, openSession } from '../world/lineStates.ts';
import { findMessage } from '../world/messages.ts';
import { mayReadCrm } from '../world/rights.ts';
import { line, requireLine, silentFailure } from './imopenlines/lineMethod.ts';
import { openLine, wrongOperator } from './lineOperators.ts';
import { intOf, isEmpty, textOf } from './values.ts';

export const lineSessions: V2Method[] = [
  line('session.open', openByCode),
  line('session.join', (call) =>
    done(join(call.world, requireLine(call, call.params['CHAT_ID']), call.user)),
  ),
  line('session.start', (call) =>
    done(start(call.world, requireLine(call, call.params['CHAT_ID']), call.user)),
  ),
  line('session.intercept', interceptSession),
  line('session.mode.pin', (call) => setPin(call, call.params['ACTIVATE'] !== 'N')),
  line('session.mode.unpin', (call) => setPin(call, false)),
  line('session.mode.pinAll', (call) => setAllPins(call, true)),
  line('session.mode.unpinAll', (call) => setAllPins(call, false)),
  line('message.session.start', startFromMessage),
  line('message.quick.save', saveQuickAnswer),
  line('crm.lead.create', createLead),
];

/** `true` whatever came of it. */
const done = (_nothing: void) => true;

/** By the user code. Any element the chat is linked to will do here; the id is a string, as the docs' sample has it. */
function openByCode({ world, user, params }: Call): unknown {
  const code = textOf(params['USER_CODE']);
  const chat = [...world.chats.values()].find(({ kind, entityId }) => kind === 'lines' && entityId === code);
  const links = chat ? (lastSession(world, chat.id)?.crm ?? []) : [];
  const isAllowed = user.isAdmin || links.some((link) => mayReadCrm(world, user, link));
  if (!chat || (chat.ownerId !== user.id && !isAllowed)) {
    const text = 'You cannot open this conversation as you do not have sufficient rights';
    throw new V2Error('ACCESS_DENIED', text);
  }
  return { chatId: String(chat.id) };
}

/** `true` also where there was nobody to take it from. */
function interceptSession(call: Call): unknown {
  if (intOf(call.params['CHAT_ID']) <= 0) throw new V2Error('CHAT_ID_EMPTY', "Chat ID can't be empty");
  const chat = openLine(call, call.params['CHAT_ID']);
  if (!chat) throw wrongOperator();
  intercept(call.world, chat, call.user);
  return true;
}

/** Who is not the operator gets an error without code and text. */
function setPin(call: Call, isPinned: boolean): unknown {
  if (isEmpty(call.params['CHAT_ID'])) throw new V2Error('CHAT_ID_EMPTY', "Chat ID can't be empty");
  const chat = requireLine(call, call.params['CHAT_ID']);
  if (!pin(call.world, chat, call.user, isPinned)) throw silentFailure();
  return true;
}

/** The ids of one's active sessions in which that changed something. */
function setAllPins({ world, user }: Call, isPinned: boolean): unknown {
  return [...world.sessions.values()]
    .filter((session) => session.operatorId === user.id && isActive(session))
    .filter((session) => (session.isPinned ?? false) !== isPinned)
    .flatMap(({ id, chatId }) => {
      const chat = world.chats.get(chatId);
      return chat && pin(world, chat, user, isPinned) ? [id] : [];
    });
}

/** `true` also for a message that is not of this chat. */
function startFromMessage(call: Call): unknown {
  const chat = requireLine(call, call.params['CHAT_ID']);
  startByMessage(call.world, chat, call.user, intOf(call.params['MESSAGE_ID']));
  return true;
}

/** The message counts before the chat: without one it is `CANT_SAVE_QUICK_ANSWER` for any chat. */
function saveQuickAnswer(call: Call): unknown {
  const { world, user, params } = call;
  const message = findMessage(world, intOf(params['MESSAGE_ID']));
  const cannot = new V2Error('CANT_SAVE_QUICK_ANSWER', 'Cannot save the message as a quick answer');
  if (!message) throw cannot;
  const chat = requireLine(call, params['CHAT_ID']);
  requireLine(call, message.chatId);
  const session = lastSession(world, chat.id);
  const queue = session && lineOf(world, session);
  if (!queue || !(user.isAdmin || queue.queue.includes(user.id))) throw cannot;
  const { text, id: messageId } = message;
  const known = world.quickAnswers.find((one) => one.messageId === messageId);
  if (known) known.text = text;
  else if (!world.quickAnswers.some((one) => one.lineId === queue.id && one.text === text)) {
    const id = world.quickAnswers.length + 1;
    world.quickAnswers.push({ id, lineId: queue.id, messageId, text });
  }
  return true;
}

/** `true` and nothing else where the chat has an element already; else only for its operator. */
function createLead(call: Call): unknown {
  const { world, user, params } = call;
  const chat = requireLine(call, params['CHAT_ID']);
  if ((lastSession(world, chat.id)?.crm ?? []).length > 0) return true;
  const session = openSession(world, chat.id);
  if (session?.operatorId !== user.id) {
    const text = 'Attempt to save a CRM entity by a user who is not an operator';
    throw new V2Error('ERROR_USER_NOT_OPERATOR', text);
  }
  const id = Math.max(0, ...world.crm.map((entity) => entity.id)) + 1;
  world.crm.push({ type: 'lead', id, title: chat.title, assignedById: user.id });
  session.crm = [{ type: 'lead', id }];
  return true;
}
