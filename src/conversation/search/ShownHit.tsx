/** Tells a screen reader which hit is shown now: the keyboard stays in the panel, so nothing else would. */
import { useTranslation } from '../../i18n/context.tsx';
import type { Person } from '../../portal/methods/dialogMessages.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import { authorOf } from './authorOf.ts';
import type { Hit } from './hits.ts';

interface ShownHitProps {
  hits: readonly Hit[];
  /** -1: none yet */
  current: number;
  people: ReadonlyMap<number, Person>;
}

export function ShownHit({ hits, current, people }: ShownHitProps) {
  const { t, formatDateTime, formatNumber } = useTranslation();
  const hit = hits[current];
  return (
    // Always there, so that what is written into it is read out.
    <VisuallyHidden>
      <span aria-live="polite" data-shown-hit>
        {hit &&
          t('search.shown', {
            place: t('search.place', { number: formatNumber(current + 1), count: hits.length }),
            name: authorOf(hit.message, people, t),
            time: formatDateTime(hit.message.date),
            text: `${hit.match.before}${hit.match.match}${hit.match.after}`,
          })}
      </span>
    </VisuallyHidden>
  );
}
