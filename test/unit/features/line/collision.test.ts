import { expect, test } from 'vitest';
import { begunAt, collisionOf, lastAnswerIn, type Scene } from '../../../../src/features/line/collision.ts';
import type { Person } from '../../../../src/portal/methods/dialogMessages.ts';
import type { LineDialog } from '../../../../src/portal/methods/lineDialogs.ts';
import { message } from '../../../fixtures/message.ts';

const [me, marta, client, bot] = [1, 2, 26, 31];
const person = (id: number, more: Partial<Person> = {}): [number, Person] => [
  id,
  { id, name: `Person ${id}`, color: null, avatarUrl: null, ...more },
];
const people = new Map([
  person(me),
  person(marta),
  person(client, { isClient: true }),
  person(bot, { isBot: true }),
]);

test('a colleague has answered: who and when; not the client, a bot, the system, or oneself under another name', () => {
  const begun = begunAt(scene([message(10, { authorId: client })]));
  const date = '2026-11-20T10:05:00Z';
  const later = [
    message(11, { authorId: client }),
    message(12, { authorId: bot }),
    message(13, { authorId: 0 }),
  ];
  expect(collisionOf(begun, scene(later))).toBeNull();
  expect(collisionOf(begun, scene([...later, message(14, { authorId: me })]))).toBeNull();
  const answered = scene([...later, message(14, { authorId: marta, date })]);
  expect(collisionOf(begun, answered)).toEqual({ kind: 'answered', userId: marta, at: Date.parse(date) });
  expect(collisionOf(begun, { ...answered, own: new Set([me, marta]) })).toBeNull();
  // Seen: from then on it is no news.
  expect(collisionOf(begunAt(answered), answered)).toBeNull();
});

test('another operator has it now; nobody, a bot or oneself is no collision', () => {
  const begun = begunAt(scene([], { ownerId: me }));
  expect(collisionOf(begun, scene([], { ownerId: marta }))).toEqual({
    kind: 'taken',
    userId: marta,
    at: null,
  });
  for (const ownerId of [null, me, bot]) expect(collisionOf(begun, scene([], { ownerId }))).toBeNull();
});

test('closed says more than what came before it', () => {
  const begun = begunAt(scene([message(10)], { ownerId: me }));
  const closed = scene([message(11, { authorId: marta })], { ownerId: null, sessionId: null });
  expect(collisionOf(begun, closed)).toEqual({ kind: 'closed', userId: null, at: null });
});

test('who answered last: a colleague or oneself, never the client or a bot', () => {
  const written = [marta, me, marta, client, bot, 0].map((authorId, index) =>
    message(index + 1, { authorId }),
  );
  expect(lastAnswerIn(scene(written))?.id).toBe(3);
  expect(lastAnswerIn(scene(written.slice(3)))).toBeNull();
});

function scene(messages: Scene['messages'], dialog: Partial<LineDialog> = {}): Scene {
  return {
    messages,
    people,
    own: new Set([me]),
    dialog: {
      chatId: 106,
      name: '',
      connectorId: 'telegrambot',
      lineId: 1,
      clientId: client,
      sessionId: 407,
      ownerId: me,
      isMember: true,
      isWaiting: false,
      linked: { lead: null, deal: 10, contact: 12, company: null },
      unreadCount: 0,
      lastMessageId: null,
      replyUntil: null,
      ...dialog,
    },
  };
}
