/** Which messages `im.dialog.messages.get` gives, and in which order (PB 4.3). */
import { V2Error } from '../../rest/errors.ts';
import type { Params } from '../../rest/call.ts';
import type { Message } from '../../world/types.ts';
import { intOf, textOf } from '../values.ts';

const defaultLimit = 20;
const longestPage = 50;

export interface RowsQuery {
  limit: number;
  /** `FIRST_ID` wins over `LAST_ID` */
  range: { after: number } | { before: number } | 'newest';
}

export interface Rows {
  messages: Message[];
  /** the part whose authors and files are named in the answer */
  named: Message[];
  isAscending: boolean;
}

/** @param params UPPER-case @throws V2Error 400 `FIRST_ID_STRING`, `LAST_ID_STRING` */
export function readRowsQuery(params: Params): RowsQuery {
  const limit = Math.min(intOf(params['LIMIT']), longestPage);
  return { limit: limit > 0 ? limit : defaultLimit, range: readRange(params) };
}

function readRange(params: Params): RowsQuery['range'] {
  const first = params['FIRST_ID'] ?? null;
  if (first !== null) {
    if (!/^\d+$/.test(textOf(first))) throw new V2Error('FIRST_ID_STRING', "First ID can't be string");
    return { after: intOf(first) };
  }
  const last = params['LAST_ID'] ?? null;
  if (last === null) return 'newest';
  if (!/^\d+$/.test(textOf(last))) throw new V2Error('LAST_ID_STRING', "Last ID can't be string");
  return { before: intOf(last) };
}

/** @param all of the chat, ascending @param unread of the reader, ascending @param position last one read */
export function pickRows(
  all: readonly Message[],
  unread: readonly Message[],
  position: number,
  { limit, range }: RowsQuery,
): Rows {
  if (range !== 'newest') {
    return 'after' in range
      ? ascending(after(all, range.after, limit))
      : descending(before(all, range.before, limit));
  }
  const firstUnread = unread[0];
  if (!firstUnread || unread.length <= limit) {
    // PB 4.3: the page grows by what is unread, so that more rows than LIMIT can come.
    return descending(before(all, 0, limit + unread.length));
  }
  // PB 4.3: the oldest unread ones and as many read ones before them. The older part brings no people and no files
  // (PB source key M, `im/lib/chat.php`).
  const named = after(all, position, limit).reverse();
  return { messages: [...named, ...before(all, firstUnread.id, limit)], named, isAscending: false };
}

/** id > n, ascending "in practice": the portal's query has no order (PB 4.3). 0 = from the oldest. */
function after(all: readonly Message[], id: number, limit: number): Message[] {
  return all.filter((message) => message.id > id).slice(0, limit);
}

/** id < n, descending; 0 = from the newest, and then exactly `limit` of them (PB 4.3) */
function before(all: readonly Message[], id: number, limit: number): Message[] {
  const older = id === 0 ? all : all.filter((message) => message.id < id);
  return older.slice(-limit).reverse();
}

function ascending(messages: Message[]): Rows {
  return { messages, named: messages, isAscending: true };
}

function descending(messages: Message[]): Rows {
  return { messages, named: messages, isAscending: false };
}
