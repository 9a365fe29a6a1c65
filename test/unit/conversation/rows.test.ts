import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/conversation/row.ts';
import { buildRows, type RowsInput } from '../../../src/conversation/rows.ts';
import type { Item } from '../../../src/delivery/item.ts';
import type { Message } from '../../../src/portal/methods/dialogMessages.ts';
import { message as anyMessage } from '../../fixtures/message.ts';
import { item } from './items.ts';

const me = 1;
const noon = new Date(2026, 10, 20, 12).getTime();
const minute = 60_000;

describe('order and keys', () => {
  test('messages as they are, then what is on its way', () => {
    const rows = build({ messages: [message(1), message(2)], items: [echo('a'), echo('b')] });
    expect(keys(rows)).toEqual([expect.stringMatching(/^d/), 'm1', 'm2', 'a', 'b']);
  });

  test('a confirmed message keeps the key of its echo', () => {
    const rows = build({ messages: [message(1), message(2)], claims: new Map([[2, 'a']]) });
    expect(keys(rows).slice(1)).toEqual(['m1', 'a']);
  });

  test('a row is never there twice while the echo is still listed', () => {
    const rows = build({ messages: [message(2)], items: [echo('a')], claims: new Map([[2, 'a']]) });
    expect(keys(rows).slice(1)).toEqual(['a']);
    expect(rows.at(-1)?.kind).toBe('message');
  });

  test('what was sent stays in its place until the reading brings its message', () => {
    const sent = echo('a', { state: 'sent', traceId: 2 });
    const claims = new Map([[2, 'a']]);
    const before = build({ messages: [message(1)], items: [sent], claims });
    expect(before.at(-1)).toMatchObject({ kind: 'outgoing', key: 'a' });
    const after = build({ messages: [message(1), message(2)], items: [sent], claims });
    expect(after.at(-1)).toMatchObject({ kind: 'message', key: 'a', message: { id: 2 } });
    expect(after).toHaveLength(before.length);
  });

  test('what was sent and stands further up, or was deleted since, has no echo', () => {
    const sent = echo('a', { state: 'sent', traceId: 2 });
    expect(keys(build({ messages: [message(5), message(6)], items: [sent] })).slice(1)).toEqual(['m5', 'm6']);
  });

  test('extra copies that are being taken back are not there; those that stay are told', () => {
    const messages = [message(1, { authorId: me }), message(2, { authorId: me }), message(3)];
    const hidden = new Set([2]);
    const items = [echo('a', { state: 'sent', traceId: 1, copies: [9] })];
    const rows = build({
      messages,
      items,
      hidden,
      copied: new Map([[1, 'told']]),
      claims: new Map([[1, 'a']]),
    });
    expect(keys(rows).slice(1)).toEqual(['a', 'm3']);
    expect(rows.slice(1)).toMatchObject([{ hasCopies: true }, { hasCopies: false }]);
  });

  test('keys are unique, whatever the portal and its clock say', () => {
    const anyMessages = fc
      .array(
        fc.record({
          minutes: fc.integer({ min: -5000, max: 5000 }),
          authorId: fc.integer({ min: 0, max: 2 }),
        }),
      )
      .map((list) =>
        list.map(({ minutes, authorId }, at) => message(at + 1, { authorId, date: iso(minutes) })),
      );
    const anyClaims = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b')));
    fc.assert(
      fc.property(anyMessages, anyClaims, fc.integer({ min: 0, max: 9 }), (messages, claims, unreadAfter) => {
        const rows = build({
          messages,
          claims: new Map(claims),
          items: [echo('a'), echo('b'), echo('a')],
          unreadAfter,
        });
        const all = keys(rows);
        expect(new Set(all).size).toBe(all.length);
        expect(rows.filter(({ kind }) => kind === 'unread').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('days', () => {
  test('one before the first row of each day, also before what is on its way', () => {
    const rows = build({
      messages: [message(1, { date: iso(-24 * 60) }), message(2), message(3)],
      items: [echo('a', { createdAt: noon + 24 * 60 * minute })],
    });
    expect(rows.map(({ kind }) => kind)).toEqual([
      'day',
      'message',
      'day',
      'message',
      'message',
      'day',
      'outgoing',
    ]);
    const midnight = new Date(2026, 10, 20).getTime();
    expect(rows[2]).toMatchObject({ day: midnight, today: midnight });
  });

  test('a message without a date stays with its neighbour', () => {
    const rows = build({ messages: [message(1), message(2, { date: '', isUnreadable: true }), message(3)] });
    expect(rows.filter(({ kind }) => kind === 'day')).toHaveLength(1);
  });

  test('older messages of the same day leave the key of the day as it was', () => {
    const before = build({ messages: [message(5)] });
    const after = build({ messages: [message(4), message(5)] });
    expect(after[0]?.key).toBe(before[0]?.key);
  });
});

describe('"New messages"', () => {
  const messages = [message(1), message(2, { authorId: me }), message(3), message(4)];

  test('stands before the first later message of somebody else', () => {
    expect(keys(build({ messages, unreadAfter: 1 })).slice(1)).toEqual(['m1', 'm2', 'unread', 'm3', 'm4']);
  });

  test.each([undefined, 4, 99])('is not there when nothing is unread (%s)', (unreadAfter) => {
    expect(keys(build({ messages, unreadAfter }))).not.toContain('unread');
  });
});

describe('groups', () => {
  test('of one author without a silence of more than five minutes', () => {
    const rows = build({
      messages: [
        message(1, { date: iso(0) }),
        message(2, { date: iso(5) }),
        message(3, { date: iso(6) }),
        message(4, { date: iso(12) }),
        message(5, { date: iso(13), authorId: 3 }),
      ],
    });
    expect(positions(rows)).toEqual(['first', 'middle', 'last', 'single', 'single']);
  });

  test('own messages and own echoes are one author', () => {
    const own = message(1, { authorId: me });
    const rows = build({ messages: [own], items: [echo('a'), echo('b')] });
    expect(positions(rows)).toEqual(['first', 'middle', 'last']);
    expect(rows.slice(1).every((row) => 'isOwn' in row && row.isOwn)).toBe(true);
  });

  test('end at a separator and at a message of the system', () => {
    const rows = build({
      messages: [message(1), message(2), message(3, { authorId: 0 }), message(4)],
      unreadAfter: 1,
    });
    expect(rows.map(({ kind }) => kind)).toEqual([
      'day',
      'message',
      'unread',
      'message',
      'system',
      'message',
    ]);
    expect(positions(rows)).toEqual(['single', 'single', 'single']);
  });
});

describe('sessions of an open line', () => {
  const begins = (id: number, minutes = 0) =>
    message(id, { authorId: 0, date: iso(minutes), session: { begins: 400 + id } });
  const ends = (id: number) => message(id, { authorId: 0, session: { ends: true } });

  test('each stands behind a line of its own, which says the day with it and whether it is closed', () => {
    const yesterday = -24 * 60;
    const rows = build({
      messages: [begins(1, yesterday), message(2, { date: iso(yesterday) }), begins(3), message(4), ends(5)],
    });
    expect(rows.map(({ kind }) => kind)).toEqual(['session', 'message', 'session', 'message', 'system']);
    expect(rows).toMatchObject([{ isClosed: true, messageId: 1 }, {}, { isClosed: true }, {}, {}]);
    expect(build({ messages: [begins(1, yesterday), begins(3), message(4)] })).toMatchObject([
      // The next one cannot begin before this one has ended.
      { isClosed: true },
      { isClosed: false },
      { kind: 'message' },
    ]);
  });

  test('a later day in the same one has its line, and "New messages" stands above a new one', () => {
    const rows = build({
      messages: [begins(1, -24 * 60), message(2), ends(3), begins(4), message(5)],
      unreadAfter: 3,
    });
    expect(rows.map(({ kind }) => kind)).toEqual([
      'session',
      'day',
      'message',
      'system',
      'unread',
      'session',
      'message',
    ]);
  });
});

function build(input: Partial<Omit<RowsInput, 'timeline'>> & { messages: Message[] }): Row[] {
  const { messages, ...rest } = input;
  return buildRows({
    timeline: { messages, files: new Map(), people: new Map() },
    items: [],
    held: new Map(),
    claims: new Map(),
    hidden: new Set(),
    copied: new Map(),
    isDown: false,
    checking: new Set(),
    isSameText: (typed, readBack) => typed === readBack,
    currentUserId: me,
    now: noon,
    today: noon,
    ...rest,
  });
}

function message(id: number, changes: Partial<Message> = {}): Message {
  return anyMessage(id, { date: iso(0), ...changes });
}

function echo(key: string, changes: Partial<Item> = {}): Item {
  return item(key, { createdAt: noon, ...changes });
}

function iso(minutes: number): string {
  return new Date(noon + minutes * minute).toISOString();
}

const keys = (rows: readonly Row[]) => rows.map(({ key }) => key);
const positions = (rows: readonly Row[]) => rows.flatMap((row) => ('position' in row ? [row.position] : []));
