/**
 * A reply to the client of an open line, by `imopenlines.crm.message.add`. No key (PB 4.5); a copy that the browser
 * made may have reached the client, so it is told and never taken back.
 * Target (`lineTarget`): `entityType`, `entityId`, `alsoUnder` (other elements that list the chat: where it is active may
 * change while the reply waits), `chatId`, `asUserId` (a bot of the chat or a colleague; left out: the person who sends);
 * lane: the dialog, `chat101`.
 */
import type { Item, Problem } from '../delivery/item.ts';
import type { Outcome, Policy, Reading } from '../delivery/policy.ts';
import type { Portal } from '../portal/connect.ts';
import { isDenied } from '../portal/errors.ts';
import { dialogOfChat } from '../portal/methods/dialogs.ts';
import {
  activeChats,
  getSessionHistory,
  lineEntityTypes,
  sendOpenLineReply,
  type LineEntity,
} from '../portal/methods/openLines.ts';
import type { Rest } from '../portal/rest.ts';
import { sendable } from '../portal/wireText.ts';
import { asTraces, type MessageTrace } from './asTrace.ts';
import { areAlike, areCopies, compareText, readSince } from './messageTrace.ts';
import { outcomeOf, reading } from './problem.ts';

const notActive: Problem = { kind: 'refused', code: 'CHAT_NOT_IN_CRM', portalText: '' };
/** Refusals that another element may not give (PB 3, 6 to 8). */
const aboutElement: ReadonlySet<string> = new Set(['CHAT_NOT_IN_CRM', 'ACCESS_DENIED']);

export function openLineReply({ rest }: Portal, userId: number): Policy<MessageTrace> {
  async function sendUnder(entity: LineEntity, item: Item): Promise<Outcome> {
    try {
      const author = authorOf(item, userId);
      const reply = { entity, userId: author, chatId: chatOf(item), text: sendable(item.text) };
      return { kind: 'done', traceId: await sendOpenLineReply(rest, reply) };
    } catch (failure) {
      return outcomeOf(failure);
    }
  }
  return {
    type: 'read-back',
    asksWhenLeft: true,
    /** While it waited the session may have been closed; the portal then refuses (PB 3, 8). */
    async isReady(item) {
      try {
        return (await activeUnder(rest, item)) ? 'ready' : { kind: 'refused', problem: notActive };
      } catch (failure) {
        const outcome = outcomeOf(failure);
        if (outcome.kind === 'notHere') return outcome;
        const isDenied = outcome.problem.kind === 'denied';
        return { ...outcome, kind: isDenied || outcome.kind === 'refused' ? 'refused' : 'later' };
      }
    },
    async attempt(item) {
      const [first, ...others] = entitiesOf(item);
      if (!first) return { kind: 'refused', problem: notActive };
      const outcome = await sendUnder(first, item);
      // For certain nothing was written, and the chat may be active under another one by now.
      const isElsewhere = outcome.kind === 'refused' && aboutElement.has(outcome.problem.code);
      if (!isElsewhere || others.length === 0) return outcome;
      const other = await activeUnder(rest, item, others).catch(() => null);
      return other ? sendUnder(other, item) : outcome;
    },
    read: (item, since) => reading(() => readLine(rest, chatOf(item), since)),
    compare: (item, trace) => compareText(item, trace, authorOf(item, userId)),
    areAlike: (one, other) => authorOf(one, userId) === authorOf(other, userId) && areAlike(one, other),
    areCopies,
  };
}

/**
 * Who is no member of the chat reads its last session instead. Nothing there tells of earlier ones (`lineMarks.ts`), so
 * what is older than it is not for this person: nobody can say that a message is not there.
 * @throws PortalError
 */
async function readLine(rest: Rest, chatId: number, since: number): Promise<Reading<MessageTrace>> {
  try {
    return await readSince(rest, dialogOfChat(chatId), since);
  } catch (failure) {
    if (!isDenied(failure)) throw failure;
    const { messages, files } = await getSessionHistory(rest, { chatId });
    const [first] = messages;
    return first && first.id <= since ? asTraces(messages, files) : 'denied';
  }
}

function authorOf({ target }: Item, userId: number): number {
  return target['asUserId'] === undefined ? userId : Number(target['asUserId']);
}

function chatOf({ target }: Item): number {
  return Number(target['chatId']);
}

/** The first element under which a reply is possible now; null: there is none. @throws PortalError; 'denied': none may be seen */
async function activeUnder(rest: Rest, item: Item, entities = entitiesOf(item)): Promise<LineEntity | null> {
  let refusal: unknown;
  let isSeen = false;
  for (const entity of entities) {
    try {
      const chats = await activeChats(rest, entity);
      if (chats.some(({ chatId }) => chatId === chatOf(item))) return entity;
      isSeen = true;
    } catch (failure) {
      if (!isDenied(failure)) throw failure;
      refusal ??= failure;
    }
  }
  if (refusal !== undefined && !isSeen) throw refusal;
  return null;
}

interface LineTarget {
  chatId: number;
  /** under which it goes */
  entity: LineEntity;
  /** that list the chat as well, or may; the one to prefer first */
  alsoUnder: readonly LineEntity[];
  asUserId: number | undefined;
}

export function lineTarget({ chatId, entity, alsoUnder, asUserId }: LineTarget): Item['target'] {
  const others = alsoUnder.filter(({ type, id }) => type !== entity.type || id !== entity.id);
  return {
    entityType: entity.type,
    entityId: entity.id,
    ...(others.length === 0 ? {} : { alsoUnder: others.map(({ type, id }) => `${type}:${id}`).join(' ') }),
    chatId,
    ...(asUserId === undefined ? {} : { asUserId }),
  };
}

/** What this version does not know is left out. */
function entitiesOf({ target }: Item): LineEntity[] {
  const names = [
    `${target['entityType']}:${target['entityId']}`,
    ...String(target['alsoUnder'] ?? '').split(' '),
  ];
  return names.flatMap((name) => {
    const [kind, id] = name.split(':');
    const type = lineEntityTypes.find((known) => known === kind);
    return type ? [{ type, id: Number(id) }] : [];
  });
}
