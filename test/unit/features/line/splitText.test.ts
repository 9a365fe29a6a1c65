import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lengthIn } from '../../../../src/features/line/channelLimits.ts';
import { splitText } from '../../../../src/features/line/splitText.ts';

const bytes = (text: string) => lengthIn('bytes', text);

describe('where it is cut', () => {
  test('what fits stays one; nothing stays none', () => {
    expect(splitText(' A short one. ', 100)).toEqual(['A short one.']);
    expect(splitText(' \n ', 100)).toEqual([]);
  });

  test('paragraphs before lines before sentences before words', () => {
    expect(splitText('One. Two.\nThree.\n\nFour five.', 24)).toEqual(['One. Two.\nThree.', 'Four five.']);
    expect(splitText('One. Two.\nThree. Four five six', 20)).toEqual(['One. Two.', 'Three. Four five six']);
    expect(splitText('One two three. Four five', 22)).toEqual(['One two three.', 'Four five']);
    expect(splitText('Onetwothreefourfive sixseven', 22)).toEqual(['Onetwothreefourfive', 'sixseven']);
  });

  test('an early border is passed over: no part is left half empty', () => {
    expect(splitText('Hi.\n\nThis goes on for quite a while', 30)[0]).toBe('Hi.\n\nThis goes on for quite a');
  });

  test('a word that is too long is cut, but no emoji and no half of a surrogate pair', () => {
    expect(splitText('a'.repeat(40), 16)).toEqual(['a'.repeat(16), 'a'.repeat(16), 'a'.repeat(8)]);
    const family = '👩‍👩‍👧';
    expect(splitText(`${'a'.repeat(12)}${family}`, 16)).toEqual(['a'.repeat(12), family]);
  });

  test('tags around a cut are closed before and opened again behind it; links stay whole', () => {
    expect(splitText('[b]one two three four[/b]', 20)).toEqual(['[b]one two three[/b]', '[b]four[/b]']);
    const link = '[url=https://a.example]the list[/url]';
    expect(splitText(`Here it is: ${link}`, 40)).toEqual(['Here it is:', link]);
  });
});

describe('whatever the text', () => {
  const word = fc.oneof(
    fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
    fc.constantFrom('Привет,', 'мир!', 'ok.', '👍🏽', '🇩🇪', 'a'.repeat(50), '[', ']', '[b', '[/', 'x[1]'),
  );
  const tagged = fc
    .tuple(fc.constantFrom('b', 'i', 'u', 's'), fc.array(word, { minLength: 1, maxLength: 8 }))
    .map(([name, words]) => `[${name}]${words.join(' ')}[/${name}]`);
  const text = fc
    .array(fc.tuple(fc.oneof(word, tagged), fc.constantFrom(' ', '\n', '\n\n', '. ')), { maxLength: 60 })
    .map((pieces) => pieces.flat().join(''));
  const limit = fc.integer({ min: 40, max: 400 });

  test('every word is kept, in its order; tags are only closed and opened again', () => {
    fc.assert(
      fc.property(text, limit, (typed, most) => {
        expect(lettersOf(splitText(typed, most).join(' '))).toBe(lettersOf(typed));
      }),
    );
  });

  test.each([
    ['units', (part: string) => part.length],
    ['bytes', bytes],
  ])('no part is longer than the limit, empty, or half of a letter: %s', (_name, measure) => {
    fc.assert(
      fc.property(text, limit, (typed, most) => {
        for (const part of splitText(typed, most, measure)) {
          expect(measure(part)).toBeLessThanOrEqual(most);
          expect(part.trim()).toBe(part);
          expect(part).not.toBe('');
          expect(part).not.toMatch(/\p{Surrogate}/u);
        }
      }),
    );
  });
});

function lettersOf(text: string): string {
  return text.replace(/\s|\[\/?(?:b|i|u|s)\]/g, '');
}
