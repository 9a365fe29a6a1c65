/** What a reading of the list asks for: never more than a batch takes, everything in time, and again what was owed. */
import { describe, expect, test } from 'vitest';
import { PortalError, type PortalErrorKind } from '../../../src/portal/errors.ts';
import type { LineDialog } from '../../../src/portal/methods/lineDialogs.ts';
import { readDetails, readLastOfSession, readNames } from '../../../src/screens/crm/listAnswers.ts';
import { planRound, type Reading } from '../../../src/screens/crm/listPlan.ts';
import type { Listing, ReadChat } from '../../../src/screens/crm/listReading.ts';

const dialog: LineDialog = {
  chatId: 1,
  name: 'Clara Weiss - Support',
  connectorId: 'telegrambot',
  lineId: 1,
  clientId: 21,
  sessionId: 401,
  ownerId: 1,
  isMember: true,
  isWaiting: false,
  linked: { lead: null, deal: 10, contact: null, company: null },
  unreadCount: 0,
  lastMessageId: 9,
  replyUntil: null,
};
const known = (turn: number, more: Partial<ReadChat> = {}): ReadChat => ({
  dialog,
  lastMessage: null,
  lookedFor: 9,
  isOwed: false,
  turn,
  ...more,
});
/** @param active ids of those that take replies */
const listed = (count: number, active: readonly number[] = []): Listing[] => [
  {
    entity: { type: 'deal', id: 10 },
    name: null,
    chats: Array.from({ length: count }, (_, at) => ({
      chatId: at + 1,
      isActive: active.includes(at + 1),
      connectorId: 'telegrambot',
      connectorTitle: 'Telegram',
    })),
  },
];
const begin: Reading = { chatIds: [], sessions: [], strangers: [], listingsBefore: null };
const people = new Map([[1, { id: 1, name: 'Anna Keller', color: null, avatarUrl: null }]]);

describe('one POST', () => {
  test('lists a card, ten contacts and a company, and looks into a dozen chats of theirs', () => {
    const listings = listed(
      12,
      [...Array(12).keys()].map((at) => at + 1),
    );
    expect(planRound({ listings, details: new Map(), people }, begin, 12).chatIds).toHaveLength(12);
  });

  test.each([
    ['nothing is known', new Map<number, ReadChat>()],
    [
      'all is known, and newer than what was looked for',
      new Map(
        [...Array(40).keys()].map((id) => [
          id + 1,
          known(1, { lookedFor: 5, dialog: { ...dialog, ownerId: id + 2 } }),
        ]),
      ),
    ],
  ])('has no more than 50 commands, however many elements list chats: %s', (_, details) => {
    for (const origins of [1, 2, 12]) {
      for (const first of [true, false]) {
        const asked = first ? begin : { ...begin, chatIds: [1, 2, 3, 4, 5, 6, 7], listingsBefore: [] };
        const { chatIds, sessions, strangers } = planRound(
          { listings: listed(40), details, people },
          asked,
          origins,
        );
        const commands =
          (first ? 2 * origins : 0) + 2 * chatIds.length + sessions.length + Math.min(strangers.length, 1);
        expect(commands).toBeLessThanOrEqual(50);
        expect(chatIds.length + sessions.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('readings that follow each other', () => {
  test('come to every chat, where there are too many for one, and to those that take replies each time', () => {
    const details = new Map(Array.from({ length: 60 }, (_, at) => [at + 1, known(1)]));
    const listings = listed(60, [50, 55]);
    const seen: number[][] = [];
    for (let turn = 2; turn < 7; turn += 1) {
      const { chatIds } = planRound({ listings, details, people }, begin, 1);
      for (const id of chatIds) details.set(id, known(turn));
      seen.push([...chatIds]);
    }
    expect(new Set(seen.flat()).size).toBe(60);
    for (const chatIds of seen) expect(chatIds).toEqual(expect.arrayContaining([50, 55]));
  });

  test('begin with what is unknown or owed, and look at once into what has begun to take replies', () => {
    const details = new Map([
      ...Array.from({ length: 30 }, (_, at): [number, ReadChat] => [at + 1, known(1)]),
      [20, known(1, { isOwed: true })] as const,
    ]);
    const first = planRound({ listings: listed(31), details, people }, begin, 1);
    expect(first.chatIds.slice(0, 2)).toEqual([31, 20]);
    const asked = { ...first, listingsBefore: listed(31) };
    details.set(31, known(2)).set(20, known(2));
    const next = planRound({ listings: listed(31, [30]), details, people }, asked, 1);
    expect(next.chatIds).toEqual([30]);
  });
});

describe('an answer that is neither given nor refused', () => {
  const saying = (kind: PortalErrorKind) => (name: string) => {
    throw new PortalError({ kind, code: 'ANY', method: name });
  };
  test.each([
    ['denied', false],
    ['refused', false],
    ['limit', true],
    ['unclear', true],
    ['malformed', true],
  ] as const)('%s: asked for again: %s', (kind, isOwed) => {
    const before = known(1);
    const after = readDetails(1, 2, saying(kind), new Map(), before);
    expect(after).toEqual({ ...before, dialog: isOwed ? dialog : null, isOwed, turn: 2 });

    const unread = known(2, { lookedFor: null });
    const session = readLastOfSession(1, saying(kind), new Map(), unread);
    expect(session).toEqual({ ...unread, isOwed, lookedFor: isOwed ? null : 9 });

    const names = new Map(people);
    readNames([7], saying(kind), names);
    expect(names.has(7)).toBe(!isOwed);
  });
});
