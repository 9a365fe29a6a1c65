// When a `/` asks for a quick reply, and what takes its place.
import { describe, expect, test } from 'vitest';
import { findSlash, putReply } from '../../../src/conversation/composer/slash.ts';
import { toShown } from '../../../src/conversation/composer/shown.ts';

describe('a reply is asked for', () => {
  test.each([
    ['/', '', 0],
    ['/than', 'than', 0],
    ['Hello /than', 'than', 6],
    ['Hello\n/', '', 6],
    ['/thank you', 'thank you', 0],
    ['and/or', null, 0],
    ['1/2', null, 0],
    ['https://a.b/c', null, 0],
    ['see /home/anna', null, 0],
    ['//', null, 0],
    ['1 / 2', null, 0],
    ['/a\nb', null, 0],
    ['/a @b', null, 0],
    ['no slash', null, 0],
  ])('%j: %j', (text, query, at) => {
    expect(findSlash(text, text.length)).toEqual(query === null ? null : { at, query });
  });

  test('up to the caret, and never inside of a name', () => {
    expect(findSlash('/thanks', 3)).toEqual({ at: 0, query: 'th' });
    const named = '[USER=5]A /B[/USER]';
    expect(findSlash(named, toShown(named).length)).toBeNull();
  });
});

describe('a reply is put in its place', () => {
  const none = () => [];
  test('mentions around it stay; the caret stands behind it', () => {
    const value = '[USER=5]Marta[/USER] /th!';
    const put = putReply(value, { at: 7, query: 'th' }, 'Thank you', none);
    expect(put.value).toBe('[USER=5]Marta[/USER] Thank you!');
    expect(put.value.slice(put.from)).toBe('!');
    expect(put.to).toBe(put.from);
  });

  test('what has to be filled in first is chosen', () => {
    const unfilledIn = (text: string) => [{ from: text.indexOf('{'), to: text.indexOf('}') + 1 }];
    const put = putReply('Hi /x', { at: 3, query: 'x' }, 'dear {client.name}.', unfilledIn);
    expect(put.value.slice(put.from, put.to)).toBe('{client.name}');
  });
});
