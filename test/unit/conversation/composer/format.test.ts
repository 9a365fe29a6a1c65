// BB codes around what is chosen. `|` marks the ends of what is chosen; one alone is the caret.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addLink,
  type Format,
  removeLink,
  toggleFormat,
  type Written,
} from '../../../../src/conversation/composer/format.ts';

function read(marked: string): Written {
  const [before = '', chosen = '', after] = marked.split('|');
  if (after === undefined) return { value: before + chosen, from: before.length, to: before.length };
  return { value: before + chosen + after, from: before.length, to: before.length + chosen.length };
}
function mark({ value, from, to }: Written): string {
  const chosen = from === to ? '|' : `|${value.slice(from, to)}|`;
  return value.slice(0, from) + chosen + value.slice(to);
}

describe('a format', () => {
  test.each<[Format, string, string]>([
    ['bold', 'a |word| b', 'a [b]|word|[/b] b'],
    ['italic', 'a |', 'a [i]|[/i]'],
    ['underline', '|x|', '[u]|x|[/u]'],
    ['strike', '|x|', '[s]|x|[/s]'],
    ['code', '|x = [1]|', '[code]|x = [1]|[/code]'],
    ['bold', 'a |word |b', 'a [b]|word|[/b] b'],
    ['bold', 'a [b]|word|[/b]', 'a |word|'],
    ['bold', '|[B]word[/B]|', '|word|'],
    ['bold', '[b]|[/b]', '|'],
    ['bold', '[i]|word|[/i]', '[i][b]|word|[/b][/i]'],
    ['quote', 'a\nb|c\nd', 'a\n>>bc|\nd'],
    ['quote', '|a\nb|\nc', '|>>a\n>>b|\nc'],
    ['quote', '|>>a\n>>b|', '|a\nb|'],
    ['quote', '|', '>>|'],
  ])('%s: %j becomes %j', (format, before, after) => {
    expect(mark(toggleFormat(read(before), format))).toBe(after);
  });

  test('twice is as before, whatever is chosen', () => {
    const formats = fc.constantFrom<Format>('bold', 'italic', 'underline', 'strike', 'code');
    const words = fc.string({ maxLength: 20 }).filter((text) => !text.includes('['));
    fc.assert(
      fc.property(words, fc.nat(20), fc.nat(20), formats, (value, one, other, format) => {
        const [from = 0, to = 0] = [one, other].map((n) => Math.min(n, value.length)).sort((a, b) => a - b);
        expect(toggleFormat(toggleFormat({ value, from, to }, format), format).value).toBe(value);
      }),
    );
  });
});

describe('a link', () => {
  test.each([
    ['see |here|', 'https://x.y', 'see [url=https://x.y]|here|[/url]'],
    ['see |', '/crm/', 'see [url=/crm/]/crm/[/url]|'],
    ['|a|', 'https://x.y/?a[1]=2', '[url=https://x.y/?a%5B1%5D=2]|a|[/url]'],
  ])('%j to %j: %j', (before, address, after) => {
    expect(mark(addLink(read(before), address))).toBe(after);
  });

  test.each([
    ['[url=https://x.y]|here|[/url]', '|here|'],
    ['|[url]https://x.y[/url]|', '|https://x.y|'],
    ['|here|', null],
  ])('taken away: %j becomes %j', (before, after) => {
    const written = removeLink(read(before));
    expect(written && mark(written)).toBe(after);
  });
});
