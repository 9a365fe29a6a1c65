/** What keeps a text back until somebody is sure. */
import type { Translator } from '../../i18n/translator.ts';
import type { Hold } from './composerProps.ts';
import type { Place } from './slash.ts';

/** @param places of the variables that stand in the text unfilled @param onTold to lead there */
export function holdUnfilled(
  t: Translator['t'],
  typed: string,
  places: readonly Place[],
  onTold: (first: Place) => void,
): Hold | null {
  const [first] = places;
  if (!first) return null;
  const name = typed.slice(first.from, first.to);
  return {
    words: t('quickReplies.isEmptyHere', { name }),
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
