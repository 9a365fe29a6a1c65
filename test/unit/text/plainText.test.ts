// One line of plain text, and the counting and cleaning of typed text.
import { describe, expect, test } from 'vitest';
import { cleanTyped, countCodePoints } from '../../../src/text/count.ts';
import { toPlainText } from '../../../src/text/plainText.ts';

describe('toPlainText', () => {
  test.each([
    ['[b]Hello[/b]\n  [i]world[/i]', 'Hello world'],
    ['>>quoted\nanswer', 'answer'],
    ['>>only quoted', 'only quoted'],
    ['[USER=5]Ann[/USER], see [url=https://a.b]this[/url]', 'Ann, see this'],
    ['[USER=9][/USER]', 'User 9'],
    ['[user=all][/user] look', 'Everyone look'],
    ['a[img size=small]https://a.b/c.png[/img]b[disk=5]', 'a Picture b File'],
    ['[url=https://a.b/][/url]', 'https://a.b/'],
    ['x[code]let a[/code]', 'x let a'],
    ['[zzz]', '[zzz]'],
    ['a\u202Egnp.exe', 'agnp.exe'],
  ])('%j', (written, line) => {
    expect(toPlainText(written)).toBe(line);
  });

  test('names, words and dates of the reader', () => {
    const labels = { file: 'Файл', image: 'Изображение', everyone: 'Все', user: 'Пользователь' };
    const nameOf = (id: number) => (id === 5 ? 'Анна' : undefined);
    expect(toPlainText('[user=5]Ann[/user] [user=6][/user] [disk=1]', { labels, nameOf })).toBe(
      'Анна Пользователь 6 Файл',
    );
    const written = '[timestamp=1785513600 format=LONG_DATE_FORMAT]';
    expect(toPlainText(written, { language: 'en-GB' })).toMatch(/^(31 July|1 August) 2026$/);
    expect(toPlainText(written, { language: 'ru' })).toMatch(/^(31 июля|1 августа) 2026 г\.$/);
  });
});

describe('count', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['Привет', 6],
    ['👍', 1],
    ['👩‍👩‍👧', 5],
    ['\ud800', 1],
    ['e\u0301', 2],
  ])('%j has %i code points', (written, count) => {
    expect(countCodePoints(written)).toBe(count);
  });

  test('what cannot travel is removed, the rest is untouched', () => {
    expect(cleanTyped('a\0b\ud800c\udc00d👍\u202e\t\n')).toBe('abcd👍\u202e\t\n');
  });
});
