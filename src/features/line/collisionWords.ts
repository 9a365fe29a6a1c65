/** What a colleague did while the person was writing, in words. */
import type { Translator } from '../../i18n/translator.ts';
import type { Warning } from './useCollision.ts';

/** @param isHeld told as the reason why the text has not gone out, not as news above the field */
export function collisionWords(
  { t, formatTime }: Pick<Translator, 't' | 'formatTime'>,
  { kind, name: known, at }: Warning,
  isHeld: boolean,
): string {
  const name = known ?? t('line.colleague');
  const time = formatTime(at ?? '');
  switch (kind) {
    case 'answered':
      return isHeld ? t('line.holdAnswered', { name, time }) : t('line.answered', { name, time });
    case 'taken':
      return isHeld ? t('line.holdTaken', { name }) : t('line.taken', { name });
    case 'closed':
      return t('line.closed');
    default:
      return kind satisfies never;
  }
}
