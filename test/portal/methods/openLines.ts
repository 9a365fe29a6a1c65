/** Open lines, scope `imopenlines` (PB 3, RF 4.1, 4.2). The `crm.*` methods take their parameters in capitals only. */
import type { Call, V2Method } from '../rest/call.ts';
import { V2Error } from '../rest/errors.ts';
import { readableLine } from '../world/access.ts';
import { activeConnectors } from '../world/connectors.ts';
import { addMessage } from '../world/messages.ts';
import { mayReadCrm } from '../world/rights.ts';
import { isActive } from '../world/lineStates.ts';
import { sessionsOf } from '../world/sessions.ts';
import type { World } from '../world/types.ts';
import { chatCard } from './im/chatCard.ts';
import { readAttach } from './im/attach.ts';
import { given, readEntity, readId, requireEntityAccess, type Link } from './imopenlines/crmParams.ts';
import { line } from './imopenlines/lineMethod.ts';
import { sessionHistory } from './imopenlines/history.ts';
import { intOf, isEmpty, textOf, upperKeys } from './values.ts';

export const openLines: V2Method[] = [
  line('crm.message.add', addToLine),
  line('crm.chat.get', listChats),
  line('crm.chat.getLastId', lastChat),
  line('dialog.get', getDialog),
  line('session.history.get', sessionHistory),
];

/** The order of the checks is that of PB 3, and numbered like it. */
function addToLine(call: Call): unknown {
  const { world, params } = call;
  const link = readEntity(params); // 1, 2
  const userId = readId(params, 'USER_ID'); // 3
  const chatId = readId(params, 'CHAT_ID'); // 4
  const typed = textOf(given(params, 'MESSAGE')); // 5
  requireEntityAccess(call, link); // 6
  const author = world.users.get(userId);
  if (!author || !mayReadCrm(world, author, link)) {
    throw new V2Error('ACCESS_DENIED', 'Access denied! User dont have access to this entity', 403); // 7
  }
  if (!chatsOf(world, link, true).some((chat) => chat.CHAT_ID === String(chatId))) {
    const text = 'Chat does not belong to the CRM entity being checked';
    throw new V2Error('CHAT_NOT_IN_CRM', text); // 8
  }
  // 9: what really comes instead of `MESSAGE_ADD_ERROR` (PB 1.4); the author has to be in the chat (RF 4.1).
  if (!world.chats.get(chatId)?.memberIds.includes(userId)) {
    throw new V2Error('CANCELED', 'You cannot send messages to the specified chat');
  }
  // With the attachment even a blank text is a message.
  const ATTACH = readAttach([{ MESSAGE: sentAutomatically }]);
  return addMessage(world, { chatId, authorId: userId, typed, params: { ATTACH } }).id;
}

/** The portal's own words; localised in truth. */
const sentAutomatically = 'This message was sent automatically';

function listChats(call: Call): unknown {
  const link = readEntity(call.params);
  requireEntityAccess(call, link);
  return chatsOf(call.world, link, call.params['ACTIVE_ONLY'] !== 'N');
}

interface LineChat {
  /** a string (PB 3) */
  CHAT_ID: string;
  CONNECTOR_ID: string;
  CONNECTOR_TITLE: string;
}

/** The last changed first; once for each chat and connector, and none of a connector that is switched off (PB 3). */
function chatsOf(world: World, link: Link, activeOnly: boolean): LineChat[] {
  const chats = new Map<string, LineChat>();
  for (const session of sessionsOf(world, link)) {
    const { chatId, connectorId } = session;
    const title = activeConnectors.get(connectorId);
    if (title === undefined || (activeOnly && !isActive(session))) continue;
    // Set again, a chat keeps its place.
    chats.set(`${chatId}-${connectorId}`, {
      CHAT_ID: String(chatId),
      CONNECTOR_ID: connectorId,
      CONNECTOR_TITLE: title,
    });
  }
  return [...chats.values()];
}

/** PB 3: nobody's access is checked, and any state of the session will do. */
function lastChat({ world, params }: Call): unknown {
  if (isEmpty(params['CRM_ENTITY_TYPE']) || isEmpty(params['CRM_ENTITY'])) {
    throw new V2Error('CRM_CHAT_EMPTY_CRM_DATA', 'Empty CRM data');
  }
  const [session] = sessionsOf(world, readEntity(params));
  if (!session) throw new V2Error('CRM_CHAT_EMPTY_CRM_DATA', 'Could not find CRM entity');
  return session.chatId;
}

/** PB 3: keys in any case; the first that is given counts, and every failure is the same 400. */
function getDialog(call: Call): unknown {
  const chat = readableLine(call.world, call.user, findChat(call));
  if (!chat) throw new V2Error('ACCESS_ERROR', 'You do not have access to the specified dialog');
  return chatCard(call, { chat, id: `chat${chat.id}` });
}

/** 0 = none */
function findChat({ world, params }: Call): number {
  const { CHAT_ID, DIALOG_ID, SESSION_ID, USER_CODE } = upperKeys(params);
  if ((CHAT_ID ?? null) !== null) return intOf(CHAT_ID);
  if ((DIALOG_ID ?? null) !== null) return intOf(/^chat(\d+)$/i.exec(textOf(DIALOG_ID))?.[1]);
  if ((SESSION_ID ?? null) !== null) return world.sessions.get(intOf(SESSION_ID))?.chatId ?? 0;
  const code = textOf(USER_CODE).replace(/^imol\|/, '');
  return [...world.chats.values()].find((chat) => chat.kind === 'lines' && chat.entityId === code)?.id ?? 0;
}
