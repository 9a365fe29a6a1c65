/** Choosing several messages: how many, the button that makes results of them, and what has come of each. */
import { useEffect, useRef } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { ResultIcon } from '../../ui/Icon/icons.tsx';
import { isEscape } from '../../ui/isEscape.ts';
import { Progress } from '../../ui/Progress/Progress.tsx';
import { BulkOutcome } from './BulkOutcome.tsx';
import styles from './BulkBar.module.css';
import { canBecomeResult, type Results } from './results.ts';
import { useBulk } from './useBulk.ts';
import type { Consent } from './useConsent.tsx';

export interface BulkBarProps {
  /** as they stand in the chat; what cannot become a result is left out */
  chosen: readonly Message[];
  results: Results;
  withConsent: Consent['withConsent'];
  /** Choosing is over: given up, by Escape too, or done. */
  onEnd: () => void;
}

export function BulkBar({ chosen, results, withConsent, onEnd }: BulkBarProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const { outcomes, isOver, begin, stop } = useBulk(results);
  const able = chosen.filter(canBecomeResult);
  useEscape(() => {
    if (outcomes === null || isOver) onEnd();
    else stop();
  });
  const start = () =>
    withConsent(() => {
      begin(able);
      // The button goes; what comes of it stands here.
      box.current?.focus();
    });
  const all = [...(outcomes?.values() ?? [])];
  const count = (...kinds: ReadonlyArray<(typeof all)[number]>) =>
    all.filter((one) => kinds.includes(one)).length;
  const done = all.length - count('waiting', 'underWay');
  const [made, already, notMade] = [count('made'), count('already'), count('open', 'stopped', 'dropped')];
  const sums = [
    made > 0 && t('results.sumMade', { count: made }),
    already > 0 && t('results.sumAlready', { count: already }),
    notMade > 0 && t('results.sumNotMade', { count: notMade }),
  ];

  return (
    <section ref={box} className={styles.bar} aria-label={t('results.choosing')} tabIndex={-1}>
      <div className={styles.line}>
        <output className={styles.count}>
          {outcomes === null
            ? able.length > 0
              ? t('results.chosen', { count: able.length })
              : t('results.chooseSome')
            : isOver && sums.filter(Boolean).join(', ')}
        </output>
        {outcomes !== null && !isOver && (
          <div className={styles.progress}>
            <span>{t('results.progress', { done, count: all.length })}</span>
            <Progress label={t('results.makingAll')} value={done} max={all.length} />
          </div>
        )}
        <div className={styles.actions}>
          {outcomes === null && (
            <Button
              variant="primary"
              icon={<ResultIcon />}
              aria-disabled={able.length === 0 || !results.mayPromote || undefined}
              onClick={() => {
                if (able.length > 0 && results.mayPromote) start();
              }}
            >
              {t('results.makeAll')}
            </Button>
          )}
          {outcomes === null && <Button onClick={onEnd}>{t('common.cancel')}</Button>}
          {outcomes !== null && (
            <Button variant={isOver ? 'primary' : 'secondary'} onClick={isOver ? onEnd : stop}>
              {t(isOver ? 'results.done' : 'results.stop')}
            </Button>
          )}
        </div>
      </div>
      {outcomes !== null && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keyboard where it is long
        <ul className={styles.list} aria-label={t('results.makingAll')} tabIndex={0}>
          {[...outcomes].map(([id, outcome]) => (
            <BulkOutcome
              key={id}
              message={chosen.find((message) => message.id === id)}
              messageId={id}
              outcome={outcome}
              results={results}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Wherever the focus is: not one that something else has taken, nor one of a dialog or an input method. */
function useEscape(onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isEscape(event) || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
