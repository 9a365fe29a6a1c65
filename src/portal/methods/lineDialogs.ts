/** One client's chat as `imopenlines.dialog.get` tells of it: whose it is, which session runs, what it is linked to. */
import * as v from 'valibot';
import type { Rest, RestCommand } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';
import { lineEntityTypes, type LineEntity } from './openLines.ts';

export interface LineDialog {
  chatId: number;
  /** as the portal names the chat, as a rule the client and the line: "Clara Weiss - Support" */
  name: string;
  /** such as `whatsappbytwilio`; '' when the portal did not say */
  connectorId: string;
  lineId: number | null;
  /** the client as a person of the portal; what they write has this author */
  clientId: number | null;
  /** the session that runs; null: it is closed, or the portal did not say */
  sessionId: number | null;
  /** whose conversation it is; null: nobody's yet, or nobody's any more. A bot owns it like a person */
  ownerId: number | null;
  /** whether the reader is in the chat; null when the portal did not say */
  isMember: boolean | null;
  /** answered and closed for the client to react; a reply under a CRM element is refused then (PB 3) */
  isWaiting: boolean;
  /** elements of the CRM the chat is linked to, one of each kind at most */
  linked: Record<LineEntity['type'], number | null>;
  unreadCount: number;
  lastMessageId: number | null;
  /** ms since 1970 until when the channel takes replies; null: no limit that is known */
  replyUntil: number | null;
}

/**
 * `imopenlines.dialog.get` (v2, scope `imopenlines`, RF 4.2, PB 3). The reader need not be in the chat.
 * @param chatId a number, or in a batch a reference such as `$result[chats][0][CHAT_ID]`
 */
export function lineDialogCommand(chatId: number | string): RestCommand {
  return { method: 'imopenlines.dialog.get', parameters: { CHAT_ID: chatId } };
}

const text = v.fallback(v.string(), '');
const count = v.fallback(wireNumber, 0);
const dialog = v.looseObject({
  id: wireNumber,
  name: text,
  owner: count,
  role: text,
  entity_id: text,
  entity_data_1: text,
  entity_data_2: text,
  counter: count,
  last_message_id: count,
});

/** @throws PortalError 'malformed' when even the chat's id is missing */
export function readLineDialog(result: unknown): LineDialog {
  const answer = read('imopenlines.dialog.get', dialog, result);
  // connector|line|chat of the channel|client (RF 4.2)
  const [connectorId = '', lineId, , clientId] = answer.entity_id.split('|');
  const [, , , , waits, sessionId, , , replyUntil] = answer.entity_data_1.split('|');
  return {
    chatId: answer.id,
    name: answer.name,
    connectorId,
    lineId: positive(lineId),
    clientId: positive(clientId),
    sessionId: positive(sessionId),
    ownerId: answer.owner > 0 ? answer.owner : null,
    isMember: answer.role === '' ? null : answer.role.toLowerCase() !== 'guest',
    isWaiting: waits === 'Y',
    linked: readLinks(answer.entity_data_2),
    unreadCount: Math.max(0, answer.counter),
    lastMessageId: answer.last_message_id || null,
    replyUntil: secondsToMs(positive(replyUntil)),
  };
}

/**
 * @throws PortalError; 'denied' (400 ACCESS_ERROR) for every failure: no such chat, not for this person, no chat of an
 * open line (PB 3)
 */
export async function getLineDialog(rest: Rest, chatId: number): Promise<LineDialog> {
  return readLineDialog(await rest.call(lineDialogCommand(chatId)));
}

/** `LEAD|1209|COMPANY|0|CONTACT|0|DEAL|0`, in any order */
function readLinks(data: string): LineDialog['linked'] {
  const parts = data.toLowerCase().split('|');
  const linked: LineDialog['linked'] = { lead: null, deal: null, contact: null, company: null };
  for (const type of lineEntityTypes) {
    const place = parts.indexOf(type);
    if (place !== -1) linked[type] = positive(parts[place + 1]);
  }
  return linked;
}

function positive(value: string | undefined): number | null {
  const number = v.safeParse(wireNumber, value);
  return number.success && number.output > 0 ? number.output : null;
}

function secondsToMs(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}
