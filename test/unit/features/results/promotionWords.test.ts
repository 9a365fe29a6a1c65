/** What is said of a message on its way to being a result, and what can be done with it, state by state. */
import { describe, expect, test } from 'vitest';
import { choicesOf, promotionWords } from '../../../../src/features/results/promotionWords.ts';
import {
  cannotLookCode,
  leftCode,
  neverSentCode,
  type Item,
  type Problem,
} from '../../../../src/delivery/item.ts';
import { english } from '../../../../src/i18n/translator.ts';

const { t } = english;
const problem = (kind: string, code = 'X', portalText = ''): Problem => ({ kind, code, portalText });

function item(state: Item['state'], cause?: Problem, key = 'k1'): Item {
  const target = { taskId: 51, messageId: 7 };
  const basics = { key, kind: 'taskResult', text: 'Done', target, state, createdAt: 0, attempts: 1 };
  return cause ? { ...basics, problem: cause } : basics;
}

type Choices = Array<'check' | 'retry' | 'drop'>;

test.each<[string, Item, boolean, RegExp, string, Choices]>([
  ['asked', item('queued', undefined, ''), true, /^Waits for the connection/, 'calm', []],
  ['queued', item('queued'), false, /^Being made a result…$/, 'calm', []],
  ['queued, offline', item('queued'), true, /^Waits for the connection/, 'calm', ['drop']],
  ['queued, portal busy', item('queued', problem('limit')), false, /^The portal is busy/, 'calm', ['drop']],
  ['queued, no clear answer', item('queued', problem('unclear')), false, /no clear answer/, 'calm', ['drop']],
  ['sending', item('sending'), false, /^Being made a result…$/, 'calm', []],
  ['unclear', item('unclear', problem('unreachable')), false, /Looking whether/, 'doubt', ['check']],
  [
    'unclear, offline',
    item('unclear', problem('unreachable')),
    true,
    /Once it can be reached/,
    'doubt',
    ['check'],
  ],
  ['left', item('confirming', problem('unclear', leftCode)), false, /page was closed/, 'doubt', ['check']],
  [
    'not found',
    item('stillUnclear', problem('unreachable')),
    false,
    /still unclear/,
    'doubt',
    ['check', 'retry', 'drop'],
  ],
  [
    'blind',
    item('stillUnclear', problem('x', cannotLookCode)),
    false,
    /may not read/,
    'doubt',
    ['retry', 'drop'],
  ],
  [
    'refused',
    item('refused', problem('denied')),
    false,
    /^Not made a result: Bitrix24 does not/,
    'refused',
    ['retry', 'drop'],
  ],
  [
    'never begun',
    item('refused', problem('x', neverSentCode)),
    false,
    /was not made a result/,
    'refused',
    ['retry', 'drop'],
  ],
  ['refused without a word', item('refused'), false, /^Not made a result$/, 'refused', ['retry', 'drop']],
])('%s', (_name, one, isDown, sentence, tone, choices) => {
  expect(promotionWords(t, one, isDown)).toMatchObject({
    sentence: expect.stringMatching(sentence) as string,
    tone,
  });
  const { canCheck, canRetry, canDrop } = choicesOf(one, isDown);
  const offered: Choices = [];
  if (canCheck) offered.push('check');
  if (canRetry) offered.push('retry');
  if (canDrop) offered.push('drop');
  expect(offered).toEqual(choices);
});

describe('the portal’s own words', () => {
  test('come along, apart from ours', () => {
    const words = promotionWords(
      t,
      item('refused', problem('refused', 'X', 'Сначала примите задачу')),
      false,
    );
    expect(words.quote).toBe('Сначала примите задачу');
    expect(words.sentence).not.toContain('примите');
  });
});
