import { expect, test } from 'vitest';
import { buildRows } from '../../../src/conversation/rows.ts';
import { message } from '../../fixtures/message.ts';
import { item } from './items.ts';

test('an own reply carries what it answers from its echo to its message, also while nobody else knows', () => {
  const asked = message(5, { text: 'When?' });
  const reply = item('a', { target: { dialogId: 'chat58', replyTo: 5 }, text: 'Now' });
  const build = (answer: 'echo' | 'message') =>
    buildRows({
      timeline: {
        messages: answer === 'echo' ? [asked] : [asked, message(6, { authorId: 1, text: 'Now' })],
        people: new Map([[2, { id: 2, name: 'Marta', color: null, avatarUrl: null }]]),
        files: new Map(),
      },
      items: [answer === 'echo' ? reply : { ...reply, state: 'sent', traceId: 6 }],
      held: new Map(),
      claims: new Map(answer === 'echo' ? [] : [[6, 'a']]),
      hidden: new Set(),
      copied: new Map(),
      currentUserId: 1,
      isDown: false,
      checking: new Set(),
      isSameText: (typed, readBack) => typed === readBack,
      now: Date.now(),
      today: Date.now(),
    });
  for (const answer of ['echo', 'message'] as const) {
    const row = build(answer).at(-1);
    expect(row).toMatchObject({ key: 'a', quote: { messageId: 5, authorName: 'Marta', text: 'When?' } });
  }
});
