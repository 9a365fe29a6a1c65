/** What is new to the reader of a dialog: since the list was opened, and since they were at its end. Pure. */
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
}

export interface Situation {
  timeline: Timeline;
  /** how often the person has sent something here, in this very window */
  sends: number;
  currentUserId: number;
  isAtEnd: boolean;
}

export const noNews: News = { firstFill: null, seen: 0, unreadAfter: undefined, sends: 0 };

/** The next state; the same object when nothing changed. */
export function advance(news: News, situation: Situation): News {
  const next = { ...news, ...seenNow(news, situation), ...sentNow(news, situation) };
  const names = ['firstFill', 'seen', 'unreadAfter', 'sends'] as const;
  return names.every((name) => next[name] === news[name]) ? news : next;
}

function seenNow(news: News, { timeline, currentUserId, isAtEnd }: Situation): Partial<News> {
  const newest = timeline.messages.at(-1)?.id ?? 0;
  if (news.firstFill === null) {
    const isFilled = newest > 0 || timeline.reachedStart;
    return isFilled ? { firstFill: newest, seen: newest } : {};
  }
  if (isAtEnd) return { seen: newest };
  return countUnseen(news, timeline, currentUserId) > 0 ? { unreadAfter: news.seen } : {};
}

/** Who answers has read what stood there. */
function sentNow(news: News, { sends }: Situation): Partial<News> {
  return sends === news.sends ? {} : { sends, unreadAfter: undefined };
}

/** Messages of others that arrived below the place the reader is at. */
export function countUnseen({ seen }: News, { messages }: Timeline, currentUserId: number): number {
  let count = 0;
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index];
    if (!message || message.id <= seen) break;
    if (message.authorId !== currentUserId) count++;
  }
  return count;
}
