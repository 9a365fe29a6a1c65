// When an `@` asks for people, whom it finds, and what is written for them.
import { describe, expect, test } from 'vitest';
import { findMention, putMention } from '../../../../src/conversation/composer/mention.ts';
import { findPeople } from '../../../../src/conversation/composer/people.ts';
import { toShown } from '../../../../src/conversation/composer/shown.ts';

const person = (id: number, name: string) => ({ id, name, color: null, avatarUrl: null });

describe('somebody is looked for', () => {
  test.each([
    ['@', '', 0],
    ['Hi @mar', 'mar', 3],
    ['(@mar', 'mar', 1],
    ['@Marta Ol', 'Marta Ol', 0],
    ['a@b.com', null, 0],
    ['@ mar', null, 0],
    ['@mar\nta', null, 0],
    ['@one two three four five', null, 0],
    ['no at', null, 0],
  ])('%j: %j', (text, query, at) => {
    expect(findMention(text, text.length)).toEqual(query === null ? null : { at, query });
  });

  test('not behind somebody who is mentioned already', () => {
    const text = '[USER=5]Marta[/USER] ';
    expect(findMention(text, toShown(text).length)).toBeNull();
  });
});

describe('people are found', () => {
  const people = [person(1, 'Oscar Marten'), person(2, 'Márta Olsen'), person(3, 'Алёна Йост')];
  test.each([
    ['', [1, 2, 3]],
    ['mar', [1, 2]],
    ['ARTA', [2]],
    ['ols', [2]],
    ['zzz', []],
    ['алена', [3]],
    ['oscar mar', [1]],
  ])('by %j: %j', (query, ids) => {
    expect(findPeople(people, query).map(({ id }) => id)).toEqual(ids);
  });

  test('first those with a word that starts so', () => {
    const found = findPeople([person(1, 'Lina Sol'), person(2, 'Oscar'), person(3, 'Solvei')], 'o');
    expect(found.map(({ id }) => id)).toEqual([2, 1, 3]);
  });
});

describe('a mention is written', () => {
  test('in the place of what was typed, with a space behind it', () => {
    const { value, from } = putMention('Hi @mar!', { at: 3, query: 'mar' }, person(5, 'Marta Olsen'));
    expect(value).toBe('Hi [USER=5]Marta Olsen[/USER] !');
    expect(value.slice(from)).toBe('!');
  });

  test('without a second space', () => {
    const { value, from } = putMention('@m you', { at: 0, query: 'm' }, person(5, 'Marta'));
    expect(value.slice(from)).toBe('you');
  });

  test('a name with brackets cannot end the code or begin another', () => {
    const { value } = putMention('@', { at: 0, query: '' }, person(5, 'M[/USER][b]\nx '));
    expect(value).toBe('[USER=5]M(/USER)(b) x[/USER] ');
    expect(toShown(value)).toBe('@M(/USER)(b) x ');
  });
});
