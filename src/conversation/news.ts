/** What is new to the reader of a dialog: since the list was opened, and since they were at its end. Pure. */
import type { Outgoing } from '../sending/outgoing.ts';
import type { Timeline } from './timeline.ts';

export interface News {
  /** newest message of the first fill, 0 in an empty dialog; null until anything is known */
  firstFill: number | null;
  /** newest message while the reader was at the end */
  seen: number;
  /** where "New messages" stands: below this one */
  unreadAfter: number | undefined;
  /** key of the newest message that the person is sending this moment */
  ownEcho: string | undefined;
}

export interface Situation {
  timeline: Timeline;
  outgoing: readonly Outgoing[];
  currentUserId: number;
  isAtEnd: boolean;
}

export const noNews: News = { firstFill: null, seen: 0, unreadAfter: undefined, ownEcho: undefined };

/** The next state; the same object when nothing changed. */
export function advance(news: News, situation: Situation): News {
  const next = { ...news, ...seenNow(news, situation), ...sentNow(news, situation.outgoing) };
  const names = ['firstFill', 'seen', 'unreadAfter', 'ownEcho'] as const;
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

function sentNow(news: News, outgoing: readonly Outgoing[]): Partial<News> {
  const ownEcho = outgoing.findLast(({ state }) => state === 'queued' || state === 'sending')?.key;
  // Who answers has read what stood there.
  return ownEcho === undefined || ownEcho === news.ownEcho
    ? { ownEcho }
    : { ownEcho, unreadAfter: undefined };
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
