/** Open lines: the chats of a CRM element, replying in them, and what was said in a session. */
import * as v from 'valibot';
import type { Rest, RestCommand } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';
import { readSessionHistory, type SessionHistory } from './sessionHistory.ts';

/** The kinds of elements that open lines can be linked to; the portal knows no others (RF 4.1). */
export interface LineEntity {
  type: 'lead' | 'deal' | 'contact' | 'company';
  id: number;
}

export const lineEntityTypes = ['lead', 'deal', 'contact', 'company'] as const satisfies ReadonlyArray<
  LineEntity['type']
>;

/** An element within a batch: its id may be a reference such as `$result[card][item][companyId]`. */
export interface EntityReference {
  type: LineEntity['type'];
  id: number | string;
}

export interface OpenLineReply {
  /** what the chat is linked to */
  entity: LineEntity;
  /** who writes; has to be in the chat and to see the element */
  userId: number;
  chatId: number;
  /** BB code; a lone "0" is nothing to the portal, and refused */
  text: string;
}

export interface OpenLineChat {
  chatId: number;
  /** such as `telegrambot`; '' when the portal did not say */
  connectorId: string;
  connectorTitle: string;
}

/** A chat of an element, one row whatever its connectors. */
export interface LineChat extends OpenLineChat {
  /** a reply under this element is possible now */
  isActive: boolean;
}

/** What is checked before the message is written (PB 3, 1 to 8), and the send that was turned down (9, PB 1.4). */
const refusedBefore = ['ERROR_ARGUMENT', 'ACCESS_DENIED', 'CHAT_NOT_IN_CRM', 'CANCELED'];

/**
 * `imopenlines.crm.message.add` (v2, scope `imopenlines`, RF 4.1, PB 3). Writes to the client as `userId`; the portal
 * attaches a line that says "sent automatically".
 *
 * No key keeps it from being written twice, and the message has no uuid (PB 4.5).
 * @returns the id of the message
 * @throws PortalError; `executed: 'no'` when nothing was written for certain. CHAT_NOT_IN_CRM: not a chat of this
 * element, or its session is not active (new, skipped, waiting for the client, closed). CANCELED: `userId` is not in
 * the chat. 'denied' (403 ACCESS_DENIED): the caller or `userId` may not see the element. ERROR_ARGUMENT: something is
 * empty or no number. MESSAGE_ADD_ERROR and other codes: unknown.
 */
export async function sendOpenLineReply(
  rest: Rest,
  { entity, userId, chatId, text }: OpenLineReply,
): Promise<number> {
  const method = 'imopenlines.crm.message.add';
  const parameters = { ...entityParameters(entity), USER_ID: userId, CHAT_ID: chatId, MESSAGE: text };
  return read(method, wireNumber, await rest.call({ method, parameters }, { refusedBefore }));
}

const chats = v.array(
  v.looseObject({
    CHAT_ID: wireNumber,
    CONNECTOR_ID: v.fallback(v.string(), ''),
    CONNECTOR_TITLE: v.fallback(v.string(), ''),
  }),
);

const chatsMethod = 'imopenlines.crm.chat.get';

/**
 * `imopenlines.crm.chat.get` (v2, scope `imopenlines`, RF 4.1, PB 3), the chat that changed last first. A chat may come
 * twice, once for each of its connectors; those of a connector that is switched off are left out.
 * @param activeOnly those in which a reply under this element is possible now
 */
export function chatsCommand(entity: EntityReference, activeOnly: boolean): RestCommand {
  const parameters = { ...entityParameters(entity), ACTIVE_ONLY: activeOnly ? 'Y' : 'N' };
  return { method: chatsMethod, parameters };
}

function readRows(result: unknown): OpenLineChat[] {
  return read(chatsMethod, chats, result).map((row) => ({
    chatId: row.CHAT_ID,
    connectorId: row.CONNECTOR_ID,
    connectorTitle: row.CONNECTOR_TITLE,
  }));
}

/**
 * @param all what `chatsCommand(entity, false)` answered @param active what `chatsCommand(entity, true)` did
 * @returns newest first, one row a chat
 * @throws PortalError 'malformed'
 */
export function readChats(all: unknown, active: unknown): LineChat[] {
  const activeIds = new Set(readRows(active).map(({ chatId }) => chatId));
  const byId = new Map<number, LineChat>();
  // A chat that began between the two readings is only among the active ones.
  for (const row of [...readRows(all), ...readRows(active)]) {
    if (!byId.has(row.chatId)) byId.set(row.chatId, { ...row, isActive: activeIds.has(row.chatId) });
  }
  return [...byId.values()];
}

/**
 * The chats in which a reply is possible now, as the portal lists them.
 * @throws PortalError; 'denied' (403 ACCESS_DENIED) when the person may not see the element
 */
export async function activeChats(rest: Rest, entity: LineEntity): Promise<OpenLineChat[]> {
  return readRows(await rest.call(chatsCommand(entity, true)));
}

/** A session: the last one of a chat, or one by its id. */
export type SessionOf = { chatId: number } | { sessionId: number };

/**
 * `imopenlines.session.history.get` (v2, scope `imopenlines`, RF 4.2, PB 3): a session, whole, its messages ascending
 * by id. There is no paging, the messages have no uuid, and the reader need not be in the chat.
 */
export function sessionHistoryCommand(of: SessionOf): RestCommand {
  const parameters = 'sessionId' in of ? { SESSION_ID: of.sessionId } : { CHAT_ID: of.chatId };
  return { method: 'imopenlines.session.history.get', parameters };
}

/**
 * See `sessionHistoryCommand`.
 * @throws PortalError. INVALID_SESSION_ID: the chat has no session. 'denied' (400 ACCESS_DENIED): no such session, the
 * person may not read it, or nothing was said in it yet; the portal does not tell them apart.
 */
export async function getSessionHistory(rest: Rest, of: SessionOf): Promise<SessionHistory> {
  return readSessionHistory(await rest.call(sessionHistoryCommand(of)));
}

/** Capitals: in small letters they are not seen (PB 3). */
function entityParameters({ type, id }: EntityReference) {
  return { CRM_ENTITY_TYPE: type, CRM_ENTITY: id };
}
