// The list as the portal holds it: read loosely, changed by the id of a reply, and nothing of it lost.
import { describe, expect, test } from 'vitest';
import {
  applyChange,
  type Change,
  insteadOf,
  isTooLarge,
  readHeld,
  repliesIn,
  type Reply,
  writeHeld,
} from '../../../src/features/quickReplies/replies.ts';

const hello: Reply = { id: 'a', title: 'Hello', text: 'Hello!' };
const thanks: Reply = { id: 'b', title: 'Thanks', text: 'Thank you 🙏' };

describe('reading', () => {
  test('what was written is read again, in characters that any database keeps', () => {
    const written = writeHeld([hello, thanks]);
    expect(written).not.toMatch(/[\u{10000}-\u{10FFFF}]/u);
    expect(repliesIn(readHeld(written))).toEqual([hello, thanks]);
  });

  test('loosely: what lacks something is left out, what is odd is made good', () => {
    const entries = [hello, null, 5, { id: 'x' }, { id: 7, text: 'One\r\ntwo', colour: 'red' }];
    expect(repliesIn(readHeld(JSON.stringify({ replies: entries })))).toEqual([
      hello,
      { id: '7', title: 'One two', text: 'One\ntwo' },
    ]);
  });

  test.each([
    [null, 'ours'],
    ['', 'ours'],
    [' ', 'unreadable'],
    ['[]', 'unreadable'],
    ['false', 'unreadable'],
    ['{"version":1,"replies":[]}', 'ours'],
    ['{"version":2,"replies":[]}', 'newer'],
    ['{"version":1}', 'unreadable'],
    ['[cut off', 'unreadable'],
    ['null', 'unreadable'],
  ])('%j is %s', (value, state) => {
    expect(readHeld(value).state).toBe(state);
  });
});

describe('changing what is held now', () => {
  const odd = { id: 'z', from: 'somebody newer' };

  test('a new one is added, and what cannot be read stays', () => {
    const changed = applyChange([odd, hello], { kind: 'save', reply: thanks, base: null });
    expect(changed).toEqual({ kind: 'changed', entries: [odd, hello, thanks] });
  });

  test('a changed one keeps what others have written beside it', () => {
    const reply = { ...hello, text: 'Hi!' };
    const entries = [{ ...hello, colour: 'red' }, thanks];
    expect(applyChange(entries, { kind: 'save', reply, base: hello })).toEqual({
      kind: 'changed',
      entries: [{ ...reply, colour: 'red' }, thanks],
    });
  });

  test('what somebody else has changed meanwhile is neither replaced nor deleted', () => {
    const theirs = { ...hello, text: 'Good day!' };
    const mine = { ...hello, text: 'Hi!' };
    expect(applyChange([theirs], { kind: 'save', reply: mine, base: hello })).toEqual({
      kind: 'conflict',
      theirs,
    });
    expect(applyChange([theirs], { kind: 'remove', base: hello })).toEqual({ kind: 'conflict', theirs });
  });

  test('what somebody else has deleted meanwhile does not come back unasked', () => {
    const mine = { ...hello, text: 'Hi!' };
    expect(applyChange([], { kind: 'save', reply: mine, base: hello })).toEqual({
      kind: 'conflict',
      theirs: null,
    });
    expect(applyChange([], { kind: 'save', reply: mine, base: null })).toEqual({
      kind: 'changed',
      entries: [mine],
    });
  });

  test('what stands in the place of a change that was made', () => {
    const mine = { ...hello, text: 'Hi!' };
    const saved: Change = { kind: 'save', reply: mine, base: hello };
    const removed: Change = { kind: 'remove', base: hello };
    expect(insteadOf({ entries: [mine] }, saved)).toBeUndefined();
    expect(insteadOf({ entries: [hello] }, saved)).toEqual(hello);
    expect(insteadOf({ entries: [] }, saved)).toBeNull();
    expect(insteadOf({ entries: [] }, removed)).toBeUndefined();
    expect(insteadOf({ entries: [hello] }, removed)).toEqual(hello);
  });

  test('the same change twice is made once', () => {
    expect(applyChange([hello], { kind: 'save', reply: hello, base: null })).toEqual({ kind: 'same' });
    expect(applyChange([thanks], { kind: 'remove', base: hello })).toEqual({ kind: 'same' });
  });
});

test('the option stays well below the 64 KB of its column', () => {
  const many = (count: number) =>
    writeHeld(
      Array.from({ length: count }, (_, at) => ({ ...hello, id: String(at), text: 'Я'.repeat(1_000) })),
    );
  expect(isTooLarge(many(15))).toBe(false);
  expect(isTooLarge(many(30))).toBe(true);
});
