// What the field shows, and that no edit of it loses or misplaces anything.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../../src/conversation/composer/edit.ts';
import {
  difference,
  piecesOf,
  toBbOffset,
  toShown,
  toShownOffset,
} from '../../../../src/conversation/composer/shown.ts';

const marta = '[USER=5]Marta Olsen[/USER]';
const value = `Hi ${marta}, look`;

describe('shown', () => {
  test.each([
    [value, 'Hi @Marta Olsen, look'],
    ['[user=all]All[/user]', '@All'],
    ['[USER=7 REPLACE]Ann[/USER]', '@Ann'],
    ['[USER=5][/USER]', '[USER=5][/USER]'],
    ['[USER=0]x[/USER] [USER=5]a[b]c[/USER]', '[USER=0]x[/USER] [USER=5]a[b]c[/USER]'],
    ['[b]x[/b] @Marta', '[b]x[/b] @Marta'],
  ])('%j as %j', (bb, shown) => {
    expect(toShown(bb)).toBe(shown);
  });

  test('places: in front of a mention, in it, behind it', () => {
    expect(toBbOffset(value, 3, 'end')).toBe(3);
    expect(toBbOffset(value, 8, 'start')).toBe(3);
    expect(toBbOffset(value, 8, 'end')).toBe(3 + marta.length);
    expect(toBbOffset(value, 15, 'end')).toBe(3 + marta.length);
    expect(toShownOffset(value, 3 + marta.length)).toBe(15);
    expect(toShownOffset(value, value.length)).toBe(toShown(value).length);
  });
});

describe('an edit', () => {
  const after = (shown: string, caret?: number, isBackspace = false) =>
    applyEdit(value, { shown, isBackspace, ...(caret === undefined ? {} : { caret }) });

  test.each([
    ['beside a mention leaves it', 'Hi! @Marta Olsen, look', 3, `Hi! ${marta}, look`],
    ['right behind it, too', 'Hi @Marta Olsena, look', 16, `Hi ${marta}a, look`],
    ['and right before, even the same letter', 'Hi @@Marta Olsen, look', 4, `Hi @${marta}, look`],
    ['inside makes it plain text', 'Hi @Mar-ta Olsen, look', 8, 'Hi @Mar-ta Olsen, look'],
    ['that cuts it in two as well', 'Hi @Marta look', 9, 'Hi @Marta look'],
    ['over it all takes it away', 'Hi look', 3, 'Hi look'],
  ])('%s', (_name, shown, caret, expected) => {
    expect(after(shown, caret)).toBe(expected);
  });

  test('Backspace at its end takes the whole of it', () => {
    expect(after('Hi @Marta Olse, look', 14, true)).toBe('Hi , look');
    expect(after('Hi @Marta Olse, look', 14)).toBe('Hi @Marta Olse, look');
  });
});

/** Texts with and without mentions, half tags and halves of characters among them. */
const bbText = fc
  .array(
    fc.oneof(
      fc.constantFrom(marta, '[USER=7]Анна[/USER]', '[USER=9]😀[/USER]'),
      fc.constantFrom('[USER=5]', '[/USER]', '[b]', '@', 'Marta', '\n', ' ', '😀', '😁', '\ud83d'),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
/** No half of a character stands alone. */
const isWhole = (text: string) => !/\p{Surrogate}/u.test(text);
const mentionsOf = (text: string) => piecesOf(text).filter(({ isMention }) => isMention);

describe('any text, any edit', () => {
  test('the field shows what was typed, and mentions that were not touched stay', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 5 }).filter((text) => !/[[\]]/.test(text));
    fc.assert(
      fc.property(bbText, fc.nat(), fc.nat(), typed, fc.boolean(), (bb, one, other, words, knowsCaret) => {
        const before = toShown(bb);
        const [from = 0, to = 0] = [one, other].map((n) => n % (before.length + 1)).sort((a, b) => a - b);
        const shown = before.slice(0, from) + words + before.slice(to);
        const caret = from + words.length;
        const next = applyEdit(bb, knowsCaret ? { shown, caret } : { shown });
        // Taking out what stood between two halves of a code can make a mention of them.
        const isNew = mentionsOf(shown).length > 0;
        if (!isNew) expect(toShown(next)).toBe(shown);
        if (knowsCaret && !isNew) {
          const untouched = piecesOf(bb).filter((piece) => piece.end <= from || piece.start >= to);
          const kept = untouched.filter(({ isMention }) => isMention).map((piece) => piece.bb);
          expect(mentionsOf(next).map((piece) => piece.bb)).toEqual(expect.arrayContaining(kept));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('no edit is no change', () => {
    fc.assert(
      fc.property(bbText, (bb) => {
        expect(applyEdit(bb, { shown: toShown(bb) })).toBe(bb);
      }),
    );
  });

  test('the difference makes the one of the other, and cuts no character in two', () => {
    fc.assert(
      fc.property(bbText, bbText, (before, after) => {
        const { start, endBefore, endAfter } = difference(before, after);
        expect(before.slice(0, start) + after.slice(start, endAfter) + before.slice(endBefore)).toBe(after);
        if (isWhole(before) && isWhole(after)) expect(isWhole(after.slice(start, endAfter))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('a place goes there and back, in a mention to its edge', () => {
    fc.assert(
      fc.property(bbText, fc.nat(), (bb, any) => {
        const shown = toShown(bb);
        const place = any % (shown.length + 1);
        const back = toShownOffset(bb, toBbOffset(bb, place, 'end'));
        const inside = mentionsOf(bb).find(({ start, end }) => start < place && place < end);
        expect(back).toBe(inside ? inside.end : place);
      }),
    );
  });
});
