/** Why a reply to a client was turned down, in words: every error that `imopenlines.crm.message.add` is known for. */
import type { Problem } from '../delivery/item.ts';
import type { Translator } from '../i18n/translator.ts';
import { problemWords, type ProblemWords } from './problemWords.ts';

/** By code (RF 4.1, PB 3). */
const words = new Map([
  ['CHAT_NOT_IN_CRM', ['line.notActiveTitle', 'line.notActiveText'] as const],
  ['CANCELED', ['line.notInChatTitle', 'line.notInChatText'] as const],
  ['ERROR_ARGUMENT', ['line.argumentTitle', 'line.argumentText'] as const],
  ['MESSAGE_ADD_ERROR', ['line.notAddedTitle', 'line.notAddedText'] as const],
  ['IM_NOT_INSTALLED', ['line.noMessengerTitle', 'line.noMessengerText'] as const],
]);

/** One code for two refusals; only the text tells that it is not the caller's rights that are missing (PB 3, 6 and 7). */
const isAboutAuthor = /\buser\b.*\bentity\b/i;

/** Others in the words of `problemWords`. */
export function lineProblemWords(t: Translator['t'], problem: Problem): ProblemWords {
  const { code, portalText } = problem;
  if (code === 'ACCESS_DENIED') {
    return isAboutAuthor.test(portalText)
      ? { title: t('line.authorDeniedTitle'), text: t('line.authorDeniedText'), quote: '' }
      : { title: t('line.noElementTitle'), text: t('line.noElementText'), quote: '' };
  }
  const found = words.get(code);
  if (!found) return problemWords(t, problem);
  // What is missing or wrong the portal alone knows; the other texts add nothing.
  const quote = code === 'ERROR_ARGUMENT' ? problemWords(t, problem).quote : '';
  return { title: t(found[0]), text: t(found[1]), quote };
}
