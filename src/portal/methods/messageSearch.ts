/** `im.dialog.messages.search` (v2, scope `im`, RF 3.8): looking for a text, and what answers what. */
import * as v from 'valibot';
import type { Rest } from '../rest.ts';
import { read, wireNumber } from '../wire.ts';
import {
  readMessages,
  type DialogFile,
  type DialogPage,
  type Message,
  type Person,
} from './dialogMessages.ts';

const method = 'im.dialog.messages.search';

/** Below this the portal ignores the text and lists the whole chat (RF 3.8). */
export const shortestSearch = 3;
/** Rows of an answer; the portal gives at most 200 (RF 3.8). */
const hitsPage = 50;
export const longestPage = 200;

export interface FoundMessages extends DialogPage {
  /** the messages that are answered by others of this answer and are not among them */
  answered: Message[];
}

export interface Hits {
  /** descending by id */
  messages: Message[];
  people: Person[];
  files: DialogFile[];
  /** where the next, older page begins; null: there is none */
  before: number | null;
}

/**
 * Messages whose stored text, BB codes included, holds `text` in any case. `%` and `_` in it stand for anything there,
 * as in SQL: who wants them as characters has to look at the answer again.
 * @param text at least `shortestSearch` characters
 * @throws PortalError; 'denied' (403 ACCESS_ERROR) when the person may not read the chat
 */
export async function searchMessages(
  rest: Rest,
  chatId: number,
  text: string,
  { before }: { before?: number } = {},
): Promise<Hits> {
  const found = await search(rest, {
    CHAT_ID: chatId,
    SEARCH_MESSAGE: text,
    LIMIT: hitsPage,
    ...(before === undefined ? {} : { LAST_ID: before }),
  });
  const isFull = found.rowCount >= hitsPage;
  return {
    messages: found.messages.toReversed(),
    people: found.people,
    files: found.files,
    before: isFull ? (found.messages[0]?.id ?? null) : null,
  };
}

/**
 * Any messages below `before`, newest first, with what they answer: `im.dialog.messages.get` keeps that to itself on
 * many portals (PB 4.3 names no REPLY_ID).
 * @param before 0 finds nothing: an id like any other here
 * @param limit 1 to `longestPage`
 * @throws PortalError
 */
export async function readReplies(
  rest: Rest,
  chatId: number,
  { before, limit }: { before: number; limit: number },
): Promise<FoundMessages> {
  return search(rest, { CHAT_ID: chatId, LAST_ID: before, LIMIT: limit });
}

const answer = v.looseObject({
  messages: v.array(v.unknown()),
  additionalMessages: v.fallback(v.array(v.unknown()), []),
  users: v.fallback(v.array(v.unknown()), []),
});

async function search(rest: Rest, parameters: Record<string, string | number>): Promise<FoundMessages> {
  const result = await rest.call({ method, parameters });
  const { messages, additionalMessages, users } = read(method, answer, result);
  const page = readMessages({ ...asObject(result), messages: messages.map(inOlderForm), users });
  const answered = readMessages({ messages: additionalMessages.map(inOlderForm) });
  return { ...page, answered: answered.messages };
}

const row = v.looseObject({ authorId: wireNumber });

/** The newer rows carry `authorId`, and as a rule the older name beside it. */
function inOlderForm(message: unknown): unknown {
  const found = v.safeParse(row, message);
  return found.success ? { author_id: found.output.authorId, ...found.output } : message;
}

function asObject(result: unknown): object {
  return typeof result === 'object' && result !== null ? result : {};
}
