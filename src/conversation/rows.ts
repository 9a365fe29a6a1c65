/** The rows of a message list, from what the portal holds and what is still on its way. Pure. */
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { Outgoing } from '../sending/outgoing.ts';
import type { Timeline } from './timeline.ts';

/** Where a row stands among the neighbours of one author that are shown as one group. */
export type Position = 'single' | 'first' | 'middle' | 'last';

/** `day` and `today` are local midnights, ms since 1970. */
export interface DayRow {
  kind: 'day';
  key: string;
  day: number;
  today: number;
}

/** What stands below it is new to the reader. */
export interface UnreadRow {
  kind: 'unread';
  key: string;
}

export interface MessageRow {
  kind: 'message';
  /** the key of its echo where it had one, so that the confirmed row is the echo's row */
  key: string;
  message: Message;
  isOwn: boolean;
  position: Position;
}

/** A message of author 0. */
export interface SystemRow {
  kind: 'system';
  key: string;
  message: Message;
}

export interface OutgoingRow {
  kind: 'outgoing';
  key: string;
  outgoing: Outgoing;
  isOwn: true;
  position: Position;
}

export type Row = DayRow | UnreadRow | MessageRow | SystemRow | OutgoingRow;

export interface RowsInput {
  timeline: Pick<Timeline, 'messages'>;
  outgoing: readonly Outgoing[];
  /** message id -> key of the outgoing item that became it */
  claims: ReadonlyMap<number, string>;
  currentUserId: number;
  /** the newest message the reader has seen; "New messages" stands before the first later one of somebody else */
  unreadAfter?: number | undefined;
  /** ms since 1970 */
  now: number;
}

/** Messages of one author stay together while no longer silence than this (ms) lies between them. */
const groupWithin = 5 * 60_000;

/** Ascending in time, what is on its way last. Keys are unique and stable from one call to the next. */
export function buildRows(input: RowsInput): Row[] {
  const rows: Row[] = [];
  const separators = new SeparatorWriter(rows, input);
  const usedKeys = new Set<string>();

  for (const message of input.timeline.messages) {
    separators.before(Date.parse(message.date), message);
    const echo = input.claims.get(message.id);
    const key = echo === undefined || usedKeys.has(echo) ? `m${message.id}` : echo;
    usedKeys.add(key);
    rows.push(
      message.authorId === 0
        ? { kind: 'system', key, message }
        : {
            kind: 'message',
            key,
            message,
            isOwn: message.authorId === input.currentUserId,
            position: 'single',
          },
    );
  }
  for (const outgoing of input.outgoing) {
    // Confirmed a moment ago: its message stands above under this key.
    if (usedKeys.has(outgoing.key)) continue;
    usedKeys.add(outgoing.key);
    separators.before(outgoing.createdAt);
    rows.push({ kind: 'outgoing', key: outgoing.key, outgoing, isOwn: true, position: 'single' });
  }
  return group(rows, input.currentUserId);
}

/** Puts a day, or "New messages", before a row where one belongs. */
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
    this.#today = midnight(input.now);
  }

  before(time: number, message?: Message): void {
    this.#dayBefore(time);
    const { unreadAfter, currentUserId } = this.#input;
    if (this.#hasUnread || !message || unreadAfter === undefined) return;
    if (message.id <= unreadAfter || message.authorId === currentUserId) return;
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

function group(rows: readonly Row[], currentUserId: number): Row[] {
  return rows.map((row, index) => {
    if (row.kind !== 'message' && row.kind !== 'outgoing') return row;
    const withPrevious = belongTogether(rows[index - 1], row, currentUserId);
    const withNext = belongTogether(row, rows[index + 1], currentUserId);
    return { ...row, position: positionOf(withPrevious, withNext) };
  });
}

function positionOf(withPrevious: boolean, withNext: boolean): Position {
  if (withPrevious) return withNext ? 'middle' : 'last';
  return withNext ? 'first' : 'single';
}

function belongTogether(first: Row | undefined, second: Row | undefined, currentUserId: number): boolean {
  const [a, b] = [sender(first, currentUserId), sender(second, currentUserId)];
  return a !== null && b !== null && a.authorId === b.authorId && Math.abs(b.time - a.time) <= groupWithin;
}

function sender(row: Row | undefined, currentUserId: number): { authorId: number; time: number } | null {
  if (row?.kind === 'outgoing') return { authorId: currentUserId, time: row.outgoing.createdAt };
  if (row?.kind !== 'message') return null;
  return { authorId: row.message.authorId, time: Date.parse(row.message.date) };
}
