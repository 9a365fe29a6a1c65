/** What is to be said of a message on its way to being a result. Pure. */
import { problemWords } from '../../conversation/problemWords.ts';
import { isBeingLookedFor } from '../../conversation/tone.ts';
import { cannotLookCode, leftCode, neverSentCode, type Item } from '../../delivery/item.ts';
import { needsPerson } from '../../sending/needsPerson.ts';
import type { Translator } from '../../i18n/translator.ts';

export interface PromotionWords {
  sentence: string;
  /** what to do about it; may be empty */
  advice: string;
  /** the portal's own words, hostile; may be empty */
  quote: string;
  /** `calm`: it goes its way, and nobody needs to hear of it */
  tone: 'calm' | 'doubt' | 'refused';
}

export function promotionWords(t: Translator['t'], item: Item, isDown: boolean): PromotionWords {
  const { state, problem } = item;
  if (state === 'refused') {
    if (problem?.code === neverSentCode) return plain(t('results.neverMade'), 'refused');
    if (!problem) return plain(t('results.notMade'), 'refused');
    const { title, text, quote } = problemWords(t, problem);
    return {
      sentence: t('results.notMadeBecause', { reason: title }),
      advice: text,
      quote,
      tone: 'refused',
    };
  }
  if (state === 'stillUnclear') {
    const isBlind = problem?.code === cannotLookCode;
    return plain(t(isBlind ? 'results.cannotLook' : 'results.stillUnclear'), 'doubt');
  }
  if (isBeingLookedFor(item)) {
    if (isDown) return plain(t('results.unclearOffline'), 'doubt');
    return plain(t(problem?.code === leftCode ? 'results.reloaded' : 'results.unclear'), 'doubt');
  }
  if (state === 'queued' && isDown) return plain(t('results.waitsForConnection'), 'calm');
  if (state === 'queued' && problem) {
    return plain(t(problem.kind === 'limit' ? 'sending.waitsForLimit' : 'sending.waitsToRetry'), 'calm');
  }
  return plain(t('results.underWay'), 'calm');
}

function plain(sentence: string, tone: PromotionWords['tone']): PromotionWords {
  return { sentence, advice: '', quote: '', tone };
}

/** What the person can do with it now. */
export function choicesOf(item: Item, isDown: boolean) {
  const { state, problem } = item;
  const isOpen = needsPerson(item);
  const waits = state === 'queued' && item.key !== '' && (isDown || problem !== undefined);
  const isSought = isBeingLookedFor(item);
  return {
    /** it is being looked for; asked for, that is done now */
    isSought,
    canCheck: isSought || (state === 'stillUnclear' && problem?.code !== cannotLookCode),
    canRetry: isOpen,
    canDrop: isOpen || waits,
  };
}
