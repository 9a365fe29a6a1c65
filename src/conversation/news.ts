/** What is new to the reader of a dialog: since the list was opened, and since they were at its end. Pure. */
import type { Message } from '../portal/methods/dialogMessages.ts';
import type { Timeline } from './timeline.ts';

export interface News {
  /** newest message of the first fill, 0 in an empty dialog; null until anything is known */
  firstFill: number | null;
  /** newest message while the reader was at the end */
  seen: number;
  /** where "New messages" stands: below this one */
  unreadAfter: number | undefined;
  /** how often the person has sent something here */
  sends: number;
  /** what is unread may begin further up than the messages go, so that "New messages" moves up with older ones */
  isCut: boolean;
}

export interface Situation {
  timeline: Timeline;
  /** how often the person has sent something here, in this very window */
  sends: number;
  currentUserId: number;
  isAtEnd: boolean;
}

export const noNews: News = { firstFill: null, seen: 0, unreadAfter: undefined, sends: 0, isCut: false };

/** The next state; the same object when nothing changed. */
export function advance(news: News, situation: Situation): News {
  const next = { ...news, ...seenNow(news, situation), ...sentNow(news, situation) };
  const names = ['firstFill', 'seen', 'unreadAfter', 'sends', 'isCut'] as const;
  return names.every((name) => next[name] === news[name]) ? news : next;
}

function seenNow(news: News, { timeline, currentUserId, isAtEnd }: Situation): Partial<News> {
  const newest = timeline.messages.at(-1)?.id ?? 0;
  if (news.firstFill === null) {
    const isFilled = newest > 0 || timeline.reachedStart;
    return isFilled ? { firstFill: newest, seen: newest, ...unreadIn(timeline, currentUserId) } : {};
  }
  const moved = { ...news, ...movedUp(news, timeline, currentUserId) };
  if (isAtEnd) return { ...moved, seen: newest };
  const hasNews = countUnseen(moved, timeline, currentUserId) > 0;
  return hasNews
    ? { ...moved, unreadAfter: moved.seen, isCut: moved.isCut && moved.seen === moved.unreadAfter }
    : moved;
}

/** What the portal holds for unread. Nothing where there is none, or nothing that a person has written. */
function unreadIn({ messages, reachedStart }: Timeline, currentUserId: number): Partial<News> {
  if (!messages.some((message) => message.isUnread && isByOthers(message, currentUserId))) return {};
  const first = messages.findIndex(({ isUnread, authorId }) => isUnread && authorId !== currentUserId);
  const message = messages[first];
  if (!message) return {};
  const after = messages[first - 1]?.id ?? message.id - 1;
  return { seen: after, unreadAfter: after, isCut: first === 0 && !reachedStart };
}

/** Older messages have come, and some of them are unread too. */
function movedUp(news: News, timeline: Timeline, currentUserId: number): Partial<News> {
  const oldest = timeline.messages[0]?.id ?? Infinity;
  if (!news.isCut || news.unreadAfter === undefined || oldest > news.unreadAfter) return {};
  const { unreadAfter = Infinity, isCut = false } = unreadIn(timeline, currentUserId);
  if (unreadAfter >= news.unreadAfter) return { isCut: false };
  return { unreadAfter, isCut, seen: news.seen === news.unreadAfter ? unreadAfter : news.seen };
}

/** Who answers has read what stood there. */
function sentNow(news: News, { sends }: Situation): Partial<News> {
  return sends === news.sends ? {} : { sends, unreadAfter: undefined, isCut: false };
}

/** Messages of others that arrived below the place the reader is at. */
export function countUnseen({ seen }: News, { messages }: Timeline, currentUserId: number): number {
  let count = 0;
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index];
    if (!message || message.id <= seen) break;
    if (isByOthers(message, currentUserId)) count++;
  }
  return count;
}

/** A notice of the system is often about what the reader has just done. */
function isByOthers({ authorId }: Pick<Message, 'authorId'>, currentUserId: number): boolean {
  return authorId !== currentUserId && authorId !== 0;
}
