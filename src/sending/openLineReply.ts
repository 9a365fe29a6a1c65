/**
 * A reply to the client of an open line, by `imopenlines.crm.message.add`. No key (PB 4.5); a copy that the browser
 * made may have reached the client, so it is told and never taken back.
 * Target: `entityType`, `entityId`, `chatId`, `asUserId` (a bot of the chat or a colleague; left out: the person who
 * sends); lane: the dialog, `chat101`.
 */
import type { Item } from '../delivery/item.ts';
import type { Policy } from '../delivery/policy.ts';
import type { Portal } from '../portal/connect.ts';
import { PortalError } from '../portal/errors.ts';
import { dialogOfChat } from '../portal/methods/dialogs.ts';
import {
  activeChats,
  getSessionHistory,
  sendOpenLineReply,
  type LineEntity,
} from '../portal/methods/openLines.ts';
import type { Rest } from '../portal/rest.ts';
import { sendable } from '../portal/wireText.ts';
import { asTraces, type MessageTrace } from './asTrace.ts';
import { areAlike, areCopies, compareText, readSince } from './messageTrace.ts';
import { outcomeOf, reading } from './problem.ts';

export function openLineReply({ rest }: Portal, userId: number): Policy<MessageTrace> {
  return {
    type: 'read-back',
    asksWhenLeft: true,
    /** While it waited the session may have been closed; the portal then refuses (PB 3, 8). */
    async isReady(item) {
      try {
        const chats = await activeChats(rest, entityOf(item));
        const isActive = chats.some(({ chatId }) => chatId === chatOf(item));
        const problem = { kind: 'refused', code: 'CHAT_NOT_IN_CRM', portalText: '' };
        return isActive ? 'ready' : { kind: 'refused', problem };
      } catch (failure) {
        const outcome = outcomeOf(failure);
        const isDenied = outcome.problem.kind === 'denied';
        return { ...outcome, kind: isDenied || outcome.kind === 'refused' ? 'refused' : 'later' };
      }
    },
    async attempt(item) {
      try {
        const entity = entityOf(item);
        const author = authorOf(item, userId);
        const reply = { entity, userId: author, chatId: chatOf(item), text: sendable(item.text) };
        return { kind: 'done', traceId: await sendOpenLineReply(rest, reply) };
      } catch (failure) {
        return outcomeOf(failure);
      }
    },
    read: (item, since) => reading(() => readLine(rest, chatOf(item), since)),
    compare: (item, trace) => compareText(item, trace, authorOf(item, userId)),
    areAlike: (one, other) => authorOf(one, userId) === authorOf(other, userId) && areAlike(one, other),
    areCopies,
  };
}

/** Who is no member of the chat reads the session instead. */
async function readLine(rest: Rest, chatId: number, since: number): Promise<MessageTrace[]> {
  try {
    return await readSince(rest, dialogOfChat(chatId), since);
  } catch (failure) {
    if (!(failure instanceof PortalError) || failure.kind !== 'denied') throw failure;
    const { messages, files } = await getSessionHistory(rest, { chatId });
    return asTraces(messages, files);
  }
}

function authorOf({ target }: Item, userId: number): number {
  return target['asUserId'] === undefined ? userId : Number(target['asUserId']);
}

function chatOf({ target }: Item): number {
  return Number(target['chatId']);
}

const entityTypes: ReadonlyArray<LineEntity['type']> = ['lead', 'deal', 'contact', 'company'];

function entityOf({ target }: Item): LineEntity {
  const type = entityTypes.find((known) => known === target['entityType']) ?? 'deal';
  return { type, id: Number(target['entityId']) };
}
