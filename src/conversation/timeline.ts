/** The messages of one dialog as known so far, and how a page from the portal changes them. Pure. */
import type { DialogFile, DialogPage, Message, Person } from '../portal/methods/dialogMessages.ts';

export interface Timeline {
  /** ascending by id, without gaps */
  messages: readonly Message[];
  people: ReadonlyMap<number, Person>;
  files: ReadonlyMap<number, DialogFile>;
  /** the first message of the dialog is among them */
  reachedStart: boolean;
}

export const emptyTimeline: Timeline = {
  messages: [],
  people: new Map(),
  files: new Map(),
  reachedStart: false,
};

/** Where a page was cut out of the dialog. */
export interface PageRange {
  /** rows that were asked for; a shorter page holds the first message of the dialog */
  pageSize: number;
  /** read without an upper end, so that its last message was the newest of all */
  isNewest: boolean;
  /** read as what stands below this id: what is known between the page and it is gone */
  before?: number;
}

/**
 * Merges a page of neighbours into the timeline: new and changed messages win over what was known, and what the
 * portal no longer lists where the page must have shown it is gone (a message that nobody has read yet is deleted
 * without a trace). What did not change stays the same object, so that a reading without news renders nothing.
 */
export function mergePage(timeline: Timeline, page: DialogPage, range: PageRange): Timeline {
  const next: Timeline = {
    messages: mergeMessages(timeline.messages, page, range),
    people: mergeById(timeline.people, page.people),
    files: mergeById(timeline.files, page.files),
    reachedStart: timeline.reachedStart || page.rowCount < range.pageSize,
  };
  const isSame =
    next.messages === timeline.messages &&
    next.people === timeline.people &&
    next.files === timeline.files &&
    next.reachedStart === timeline.reachedStart;
  return isSame ? timeline : next;
}

function mergeMessages(
  known: readonly Message[],
  { messages, rowCount }: DialogPage,
  { pageSize, isNewest, before }: PageRange,
): readonly Message[] {
  const [oldest, newest] = [messages[0], messages.at(-1)];
  if (!oldest || !newest) return isNewest && rowCount === 0 && known.length > 0 ? [] : known;
  const isBefore = ({ id }: Message) => rowCount >= pageSize && id < oldest.id;
  const isAfter = ({ id }: Message) => !isNewest && id > newest.id && id >= (before ?? 0);
  const byId = new Map(known.map((message) => [message.id, message]));
  const next = [
    ...known.filter(isBefore),
    ...messages.map((message) => keepIfEqual(byId.get(message.id), message)),
    ...known.filter(isAfter),
  ];
  const isSame = next.length === known.length && next.every((message, index) => message === known[index]);
  return isSame ? known : next;
}

function mergeById<Item extends { id: number }>(known: ReadonlyMap<number, Item>, items: readonly Item[]) {
  const fresh = items.filter((item) => keepIfEqual(known.get(item.id), item) === item);
  return fresh.length === 0
    ? known
    : new Map([...known, ...fresh.map((item): [number, Item] => [item.id, item])]);
}

function keepIfEqual<Item>(known: Item | undefined, next: Item): Item {
  return known !== undefined && JSON.stringify(known) === JSON.stringify(next) ? known : next;
}

/** True when messages may be missing between the timeline and a newest page: they do not overlap. */
export function leavesGap(timeline: Timeline, page: DialogPage, pageSize: number): boolean {
  const newest = timeline.messages.at(-1);
  const oldestOfPage = page.messages[0];
  if (!newest || !oldestOfPage || page.rowCount < pageSize) return false;
  return oldestOfPage.id > newest.id;
}

/** Puts a page of what follows the last message below it; what is known already stays as it is. */
export function appendPage(timeline: Timeline, page: DialogPage): Timeline {
  const last = timeline.messages.at(-1)?.id ?? 0;
  const news = page.messages.filter(({ id }) => id > last);
  return {
    ...timeline,
    messages: news.length === 0 ? timeline.messages : [...timeline.messages, ...news],
    people: mergeById(timeline.people, page.people),
    files: mergeById(timeline.files, page.files),
  };
}

/**
 * Puts an older part of the same dialog above the timeline, which is fresher where both know a message.
 * @returns null while messages may be missing between them
 */
export function joinTimelines(older: Timeline, timeline: Timeline): Timeline | null {
  const oldest = timeline.messages[0];
  const newest = older.messages.at(-1);
  if (!oldest || !newest || newest.id < oldest.id) return null;
  const above = older.messages.filter(({ id }) => id < oldest.id);
  return {
    messages: [...above, ...timeline.messages],
    people: new Map([...older.people, ...timeline.people]),
    files: new Map([...older.files, ...timeline.files]),
    reachedStart: timeline.reachedStart || older.reachedStart,
  };
}

export function holdsMessage({ messages }: Timeline, messageId: number): boolean {
  return messages.some(({ id }) => id === messageId);
}

/** Whether everything from the message `since` on is known. */
export function reaches({ messages, reachedStart }: Timeline, since: number): boolean {
  return since === 0 || reachedStart || (messages[0]?.id ?? 0) <= since;
}
