/** What keeps a text back until somebody is sure. */
import type { Translator } from '../../i18n/translator.ts';
import type { Hold } from './composerProps.ts';
import { Button } from '../../ui/Button/Button.tsx';
import type { Unfilled } from './quickReply.ts';
import type { Place } from './slash.ts';

/**
 * @param unfilled the variables that stand in the text
 * @param onTold to lead to one of them
 * @param onFill to put in what is known of them
 */
export function holdUnfilled(
  t: Translator['t'],
  typed: string,
  unfilled: readonly Unfilled[],
  { onTold, onFill }: { onTold: (first: Place) => void; onFill: () => void },
): Hold | null {
  const left = unfilled.find(({ state }) => state !== 'known');
  const known = unfilled.find(({ state }) => state === 'known');
  const first = left ?? known;
  if (!first) return null;
  const nameOf = ({ from, to }: Place) => ({ name: typed.slice(from, to) });
  return {
    words: (
      <>
        {known && (
          <>
            {t('quickReplies.isNotFilled', nameOf(known))}{' '}
            <Button size="small" onClick={onFill}>
              {t('quickReplies.fillIn')}
            </Button>{' '}
          </>
        )}
        {left?.state === 'empty' && t('quickReplies.isEmptyHere', nameOf(left))}
        {left?.state === 'unknown' && t('quickReplies.isUnknown', nameOf(left))}
      </>
    ),
    anyway: t('quickReplies.sendAnyway'),
    onTold: () => onTold(first),
  };
}

/** Both reasons at once: one press on "anyway" sends, so that neither may be hidden behind the other. */
export function joinHolds(one: Hold | null, other: Hold | null): Hold | null {
  if (!one || !other) return one ?? other;
  const anyway = one.anyway !== undefined && other.anyway !== undefined ? other.anyway : undefined;
  return {
    words: (
      <>
        {one.words} {other.words}
      </>
    ),
    ...(anyway === undefined ? {} : { anyway }),
    onTold() {
      other.onTold?.();
      one.onTold?.();
    },
  };
}
