/** What the rows of a message list are. */
import type { Item } from '../delivery/item.ts';
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { Hold } from './hold.ts';
import type { Quote } from './quote.ts';

/** Where a row stands among the neighbours of one author that are shown as one group. */
export type Position = 'single' | 'first' | 'middle' | 'last';

/** `day` and `today` are local midnights, ms since 1970; so in other rows. */
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

/** A session of an open line begins; in the place of the portal's notice, and of the day. */
export interface SessionRow {
  kind: 'session';
  key: string;
  /** of the notice */
  messageId: number;
  day: number;
  today: number;
  isClosed: boolean;
}

export interface MessageRow {
  kind: 'message';
  /** the key of its echo where it had one, so that the confirmed row is the echo's row */
  key: string;
  message: Message;
  isOwn: boolean;
  position: Position;
  /** the browser has sent it more than once, and an extra copy could not be removed */
  hasCopies: boolean;
  /** what it answers, where its echo knows that; else the dialog's quotes do */
  quote: Quote | undefined;
}

/** A message of author 0. */
export interface SystemRow {
  kind: 'system';
  key: string;
  message: Message;
}

/** The echo of what is on its way. */
export interface OutgoingRow {
  kind: 'outgoing';
  key: string;
  item: Item;
  /** what it waits for */
  hold: Hold | null;
  /** it is being looked for this moment, because the person asked */
  isChecking: boolean;
  isOwn: true;
  position: Position;
  /** what it answers */
  quote: Quote | undefined;
}

export type Row = DayRow | UnreadRow | SessionRow | MessageRow | SystemRow | OutgoingRow;
