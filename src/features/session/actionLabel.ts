/** What the button of an action says. */
import type { Translator } from '../../i18n/translator.ts';
import type { SessionAction } from './offers.ts';

const labels = {
  answer: 'session.answer',
  skip: 'session.skip',
  join: 'session.join',
  takeOver: 'session.takeOver',
  transfer: 'session.transfer',
  finish: 'session.finish',
  finishColleagues: 'session.finishColleagues',
  spam: 'session.spam',
  start: 'session.start',
} as const satisfies Record<SessionAction, string>;

export function actionLabel(t: Translator['t'], action: SessionAction): string {
  return t(labels[action]);
}
