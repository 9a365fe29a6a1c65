/** The rows of a message list, from what the portal holds and what is still on its way. Pure. */
import type { Item } from '../delivery/item.ts';
import type { LaneView } from '../delivery/lanes.ts';
import type { Message } from '../portal/methods/dialogMessages.ts';
import { foresee } from './foresee.ts';
import { group } from './grouping.ts';
import { holdOf } from './hold.ts';
import { type Quote, quoteOf } from './quote.ts';
import type { Row } from './row.ts';
import type { Timeline } from './timeline.ts';

export interface RowsInput extends LaneView {
  timeline: Pick<Timeline, 'messages' | 'files' | 'people'>;
  currentUserId: number;
  /** the portal does not answer, or there is no network */
  isDown: boolean;
  /** keys of items that are being looked for this moment, because the person asked */
  checking: ReadonlySet<string>;
  /** whether a message's text is what the portal made of a typed one */
  isSameText: (typed: string, readBack: string) => boolean;
  /** the newest message the reader has seen; "New messages" stands before the first later one of somebody else */
  unreadAfter?: number | undefined;
  /** ms since 1970 */
  now: number;
  /** some moment of the reader's day, ms since 1970 */
  today: number;
}

/** Ascending in time, what is on its way last. Keys are unique and stable from one call to the next. */
export function buildRows(input: RowsInput): Row[] {
  const { items, held, hidden, copied, isDown, checking, currentUserId, isSameText, now } = input;
  const all = input.timeline.messages;
  const messages = hidden.size === 0 ? all : all.filter(({ id }) => !hidden.has(id));
  const rows: Row[] = [];
  const separators = new SeparatorWriter(rows, input);
  const usedKeys = new Set<string>();
  const { files } = input.timeline;
  const claims = foresee({ messages, files, items, claims: input.claims, currentUserId, isSameText, now });
  const quotes = quotesOf(items, input.timeline);

  const closed = closedSessions(messages);
  for (const message of messages) {
    const time = Date.parse(message.date);
    if (message.session?.begins !== undefined && !Number.isNaN(time)) {
      separators.session(time, message, closed.has(message.id));
      continue;
    }
    separators.before(time, message);
    const echo = claims.get(message.id);
    const key = echo === undefined || usedKeys.has(echo) ? `m${message.id}` : echo;
    usedKeys.add(key);
    rows.push(
      message.authorId === 0
        ? { kind: 'system', key, message }
        : {
            kind: 'message',
            key,
            message,
            isOwn: message.authorId === currentUserId,
            position: 'single',
            hasCopies: copied.has(message.id),
            quote: quotes.get(key),
          },
    );
  }
  for (const item of items) {
    // Its message stands above under this key, or too far up to be loaded.
    if (usedKeys.has(item.key) || isPassed(item, messages)) continue;
    usedKeys.add(item.key);
    separators.before(item.createdAt);
    rows.push({
      kind: 'outgoing',
      key: item.key,
      item,
      hold: holdOf(item, { held, isDown }),
      isChecking: checking.has(item.key),
      isOwn: true,
      position: 'single',
      quote: quotes.get(item.key),
    });
  }
  return group(rows, currentUserId);
}

/** What it became would be among the messages if it were new: it stands further up, or was deleted. */
function isPassed({ state, traceId }: Item, messages: readonly Message[]): boolean {
  return state === 'sent' && traceId !== undefined && traceId <= (messages.at(-1)?.id ?? 0);
}

/** Notices of beginnings behind which the session ended, as far as loaded; the next one cannot begin before. */
function closedSessions(messages: readonly Message[]): ReadonlySet<number> {
  const closed = new Set<number>();
  let current: number | null = null;
  for (const { id, session } of messages) {
    if (!session) continue;
    if (current !== null) closed.add(current);
    current = session.begins === undefined ? null : id;
  }
  return closed;
}

/** Item key -> what it answers; not where that is not loaded. */
function quotesOf(items: readonly Item[], timeline: RowsInput['timeline']): Map<string, Quote> {
  const quotes = new Map<string, Quote>();
  for (const { key, target } of items) {
    const message = timeline.messages.find(({ id }) => id === target['replyTo']);
    if (message) quotes.set(key, quoteOf(message, timeline));
  }
  return quotes;
}

/** Puts a day, a session, or "New messages", before a row where one belongs. */
class SeparatorWriter {
  readonly #rows: Row[];
  readonly #input: RowsInput;
  readonly #today: number;
  readonly #days = new Map<number, number>();
  #day: number | undefined;
  #hasUnread = false;

  constructor(rows: Row[], input: RowsInput) {
    this.#rows = rows;
    this.#input = input;
    this.#today = midnight(input.today);
  }

  before(time: number, message?: Message): void {
    this.#dayBefore(time);
    if (message) this.#unreadBefore(message);
  }

  /** Says the day with it. */
  session(time: number, message: Message, isClosed: boolean): void {
    this.#unreadBefore(message);
    this.#day = midnight(time);
    const { id } = message;
    this.#rows.push({
      kind: 'session',
      key: `m${id}`,
      messageId: id,
      day: this.#day,
      today: this.#today,
      isClosed,
    });
  }

  #unreadBefore({ id, authorId }: Message): void {
    const { unreadAfter, currentUserId } = this.#input;
    if (this.#hasUnread || unreadAfter === undefined) return;
    if (id <= unreadAfter || authorId === currentUserId) return;
    this.#hasUnread = true;
    this.#rows.push({ kind: 'unread', key: 'unread' });
  }

  #dayBefore(time: number): void {
    // What could not be read has no date: it stays with its neighbour.
    if (Number.isNaN(time)) return;
    const day = midnight(time);
    if (day === this.#day) return;
    this.#day = day;
    // A wrong clock can bring the same day twice; keys stay unique all the same.
    const seen = this.#days.get(day) ?? 0;
    this.#days.set(day, seen + 1);
    this.#rows.push({ kind: 'day', key: `d${day}.${seen}`, day, today: this.#today });
  }
}

function midnight(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}
