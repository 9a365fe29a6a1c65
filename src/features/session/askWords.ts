/** The question before an action. */
import type { Translator } from '../../i18n/translator.ts';
import type { SessionAction } from './offers.ts';

/** @param name of who answers now */
export function askWords(
  t: Translator['t'],
  action: SessionAction,
  name: string,
): { title: string; text: string } {
  if (action === 'answer') return { title: t('session.answerTitle'), text: t('session.answerText') };
  if (action === 'takeOver') {
    return { title: t('session.takeOverTitle', { name }), text: t('session.takeOverText', { name }) };
  }
  if (action === 'finishColleagues') {
    return {
      title: t('session.finishColleaguesTitle', { name }),
      text: t('session.finishColleaguesText', { name }),
    };
  }
  if (action === 'spam') return { title: t('session.spamTitle'), text: t('session.spamText') };
  return { title: t('session.finishTitle'), text: t('session.finishText') };
}
