import { describe, expect, test } from 'vitest';
import { advance, countUnseen, type News, noNews, type Situation } from '../../../src/conversation/news.ts';
import type { Timeline } from '../../../src/conversation/timeline.ts';
import { message } from '../../fixtures/message.ts';

const me = 1;
const other = 2;

describe('the first fill is no news', () => {
  test('whenever it comes', () => {
    const waiting = advance(noNews, situation([], { reachedStart: false }));
    expect(waiting.firstFill).toBeNull();
    expect(advance(waiting, situation([other, other])).firstFill).toBe(2);
  });

  test('in an empty dialog the first message is news', () => {
    const empty = advance(noNews, situation([]));
    expect(empty.firstFill).toBe(0);
    expect(advance(empty, situation([other])).firstFill).toBe(0);
  });
});

describe('unseen messages', () => {
  test('of others, below the place of the reader', () => {
    const timeline = situation([other, me, other, other]).timeline;
    expect(countUnseen({ ...noNews, seen: 1 }, timeline, me)).toBe(2);
    expect(countUnseen({ ...noNews, seen: 4 }, timeline, me)).toBe(0);
  });

  test('are seen at the end; the mark says where they began and stays', () => {
    let news = advance(noNews, situation([other, other]));
    news = advance(news, situation([other, other, other], { isAtEnd: false }));
    expect(news).toMatchObject({ seen: 2, unreadAfter: 2 });
    news = advance(news, situation([other, other, other, other], { isAtEnd: false }));
    expect(news).toMatchObject({ seen: 2, unreadAfter: 2 });
    news = advance(news, situation([other, other, other, other]));
    expect(news).toMatchObject({ seen: 4, unreadAfter: 2 });
  });

  test('notices of the system make no mark', () => {
    let news = advance(noNews, situation([other]));
    news = advance(news, situation([other, 0], { isAtEnd: false }));
    expect(news.unreadAfter).toBeUndefined();
    expect(countUnseen(news, situation([other, 0]).timeline, me)).toBe(0);
    const unread = { ...message(1), authorId: 0, isUnread: true };
    const opened = advance(noNews, {
      ...situation([]),
      timeline: { ...situation([]).timeline, messages: [unread] },
    });
    expect(opened.unreadAfter).toBeUndefined();
  });

  test('own messages make no mark', () => {
    const news = advance(noNews, situation([other]));
    expect(advance(news, situation([other, me], { isAtEnd: false })).unreadAfter).toBeUndefined();
  });

  test('whoever sends has read them: the mark goes', () => {
    const news: News = { firstFill: 1, seen: 3, unreadAfter: 2, sends: 0, isCut: false };
    const sending = situation([other, other, other], { sends: 1 });
    expect(advance(news, sending)).toMatchObject({ unreadAfter: undefined, sends: 1 });
  });
});

describe('what the portal holds for unread', () => {
  const unread = (
    authors: readonly number[],
    from: number,
    changes: Parameters<typeof situation>[1] = {},
  ) => {
    const all = situation(authors, { isAtEnd: false, ...changes });
    const messages = all.timeline.messages.map((one) => ({ ...one, isUnread: one.id >= from }));
    return { ...all, timeline: { ...all.timeline, messages } };
  };

  test('of others: the mark stands before the first, and they are counted until the end is reached', () => {
    const opened = unread([other, me, other, other], 2);
    let news = advance(noNews, opened);
    expect(news).toMatchObject({ firstFill: 4, seen: 2, unreadAfter: 2 });
    expect(countUnseen(news, opened.timeline, me)).toBe(2);
    news = advance(news, { ...opened, isAtEnd: true });
    expect(news).toMatchObject({ seen: 4, unreadAfter: 2 });
  });

  test('nothing but own ones: no mark', () => {
    expect(advance(noNews, unread([other, me], 2))).toMatchObject({ seen: 2, unreadAfter: undefined });
  });

  test('more than a page: the mark goes up with older ones, until they are read', () => {
    const part = (first: number) => {
      const all = unread([other, other, other, other, other, other], 3, { reachedStart: false });
      const messages = all.timeline.messages.filter(({ id }) => id >= first);
      return { ...all, timeline: { ...all.timeline, messages } };
    };
    let news = advance(noNews, part(5));
    expect(news).toMatchObject({ seen: 4, unreadAfter: 4, isCut: true });
    news = advance(news, part(4));
    expect(news).toMatchObject({ seen: 3, unreadAfter: 3, isCut: true });
    news = advance(news, part(1));
    expect(news).toMatchObject({ seen: 2, unreadAfter: 2, isCut: false });
  });

  test('a mark of what came later does not go back to them', () => {
    let news = advance(noNews, unread([other, other, other], 1, { reachedStart: false }));
    news = advance(news, unread([other, other, other], 1, { reachedStart: false, isAtEnd: true }));
    news = advance(news, unread([other, other, other, other], 1, { reachedStart: false }));
    expect(news).toMatchObject({ unreadAfter: 3, isCut: false });
  });
});

test('nothing new: the same object', () => {
  const news = advance(noNews, situation([other, me]));
  expect(advance(news, situation([other, me]))).toBe(news);
});

function situation(
  authors: readonly number[],
  changes: Partial<Situation> & { reachedStart?: boolean } = {},
): Situation {
  const { reachedStart = true, ...rest } = changes;
  const messages = authors.map((authorId, index) => message(index + 1, { authorId }));
  const timeline: Timeline = { messages, people: new Map(), files: new Map(), reachedStart };
  return { timeline, sends: 0, currentUserId: me, isAtEnd: true, ...rest };
}
