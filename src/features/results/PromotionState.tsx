/** Where a message is on its way to being a result, in words, with what can be done about it. */
import { useEffect, useState } from 'react';
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { StateAction, StateActions } from '../../conversation/StateActions.tsx';
import type { Item } from '../../delivery/item.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { choicesOf, promotionWords } from './promotionWords.ts';
import styles from './PromotionState.module.css';
import type { Results } from './results.ts';

interface PromotionStateProps {
  messageId: number;
  item: Item;
  results: Pick<Results, 'isDown' | 'retry' | 'check' | 'drop'>;
  /** where the focus goes when the button that had it is gone */
  focusHome: (box: HTMLElement) => HTMLElement | null;
  /** its row in the chat reads it out */
  isQuiet?: boolean;
}

/** ms; a look that brings nothing new shows so long that it is at work */
const lookShown = 3_000;

/** Trouble is read out; what simply goes its way is not. */
export function PromotionState(props: PromotionStateProps) {
  const { messageId, item, results, focusHome, isQuiet = false } = props;
  const { t } = useTranslation();
  const { isDown, retry, check, drop } = results;
  const { sentence, advice, quote, tone } = promotionWords(t, item, isDown);
  const { isSought, canCheck, canRetry, canDrop } = choicesOf(item, isDown);
  const [looksSince, setLooksSince] = useState<Item | null>(null);
  useEffect(() => {
    if (looksSince === null) return undefined;
    const timer = setTimeout(() => setLooksSince(null), lookShown);
    return () => clearTimeout(timer);
  }, [looksSince]);
  const isLooking = looksSince !== null && (looksSince === item || isSought);
  return (
    <div className={styles.state} data-tone={tone}>
      {tone === 'calm' && <span className={styles.sentence}>{sentence}</span>}
      <output className={styles.words} aria-live={isQuiet ? 'off' : undefined}>
        {tone !== 'calm' && (
          <>
            <span className={styles.sentence}>{sentence}</span>
            {advice !== '' && <span className={styles.sentence}>{advice}</span>}
            <PortalWords quote={quote} className={styles.quoted} />
          </>
        )}
      </output>
      {(canCheck || canDrop) && (
        <StateActions focusHome={focusHome}>
          {canCheck && (
            <StateAction
              isBusy={isLooking}
              onPress={() => {
                setLooksSince(item);
                check(messageId);
              }}
            >
              {t(isSought ? 'sending.checkNow' : 'sending.check')}
            </StateAction>
          )}
          {canRetry && <StateAction onPress={() => retry(messageId)}>{t('results.tryAgain')}</StateAction>}
          {canDrop && <StateAction onPress={() => drop(messageId)}>{t('results.dismiss')}</StateAction>}
        </StateActions>
      )}
    </div>
  );
}
