import { describe, expect, test } from 'vitest';
import { plainWords } from '../../../src/conversation/plainWords.ts';
import { matchIn } from '../../../src/conversation/search/fold.ts';
import { findHits } from '../../../src/conversation/search/hits.ts';
import { defaultLabels as labels } from '../../../src/text/labels.ts';
import { message } from '../../fixtures/message.ts';

describe('plainWords', () => {
  test.each([
    ['[b]Bold[/b] and\n[i]more[/i]', 'Bold and more'],
    ['[user=5]Marta[/user], look', 'Marta, look'],
    ['[url=https://a.example]here[/url]', 'here'],
    ['[disk=7]', 'File'],
    ['[code]a  b[/code]', 'a b'],
    ['[b]not closed', '[b]not closed'],
  ])('%s', (text, words) => {
    expect(plainWords(text, { labels })).toBe(words);
  });
});

describe('matchIn', () => {
  test.each([
    ['a Café here', 'cafe', 'Café'],
    ['cafe\u0301 there', 'CAFÉ', 'cafe\u0301'],
    ['Ёлка', 'елка', 'Ёлка'],
    ['10% of it', '10%', '10%'],
    ['😀 smile', 'Smile', 'smile'],
    ['two  words', 'two words', null],
    ['anything', '  ', null],
  ])('%s: %s', (words, query, match) => {
    expect(matchIn(words, query)?.match ?? null).toBe(match);
  });

  test('what stands around a match is cut between words, and nothing else is lost', () => {
    const words = `${'before '.repeat(50)}MATCH${' after'.repeat(50)}`;
    const found = matchIn(words, 'match');
    expect(found?.before).toMatch(/^…(before )+$/);
    expect(found?.after).toMatch(/^( after)+…$/);
  });
});

describe('findHits', () => {
  const known = {
    people: new Map(),
    files: new Map([
      [
        7,
        {
          id: 7,
          name: 'Offer.pdf',
          size: 1,
          kind: 'file',
          url: null,
          previewUrl: null,
          image: null,
        } as const,
      ],
    ]),
    labels,
  };

  test('newest first, each once, files by name; not what is deleted, nor what stands in BB codes only', () => {
    const messages = [
      message(1, { text: 'the offer' }),
      message(2, { text: '', fileIds: [7] }),
      message(3, { text: 'offer', isDeleted: true }),
      message(4, { text: '[url=https://offer.example]here[/url]' }),
      message(1, { text: 'the offer' }),
    ];
    expect(findHits(messages, 'OFFER', known).map(({ message }) => message.id)).toEqual([2, 1]);
    expect(findHits(messages, ' ', known)).toEqual([]);
  });
});
