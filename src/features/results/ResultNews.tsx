/** Says aloud that results were added, wherever the eye is. */
import { useEffect, useState } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden/VisuallyHidden.tsx';
import type { Results } from './results.ts';
import { useNewResults } from './useNewResults.ts';

/** ms; the same words again later are read out again */
const kept = 5_000;

export function ResultNews({ results }: { results: Pick<Results, 'status' | 'results'> }) {
  const { t } = useTranslation();
  const added = useNewResults(results);
  const [said, setSaid] = useState<ReadonlySet<number> | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(added), kept);
    return () => clearTimeout(timer);
  }, [added]);
  const isNews = added.size > 0 && said !== added;
  return (
    <VisuallyHidden>
      <output>
        {isNews && (added.size === 1 ? t('results.added') : t('results.addedSeveral', { count: added.size }))}
      </output>
    </VisuallyHidden>
  );
}
