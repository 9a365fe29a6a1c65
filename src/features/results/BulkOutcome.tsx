/** What has come of one of several messages that were to become results. */
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { CheckIcon, ClockIcon } from '../../ui/Icon/icons.tsx';
import type { Outcome } from './bulk.ts';
import styles from './BulkBar.module.css';
import { firstWords } from './firstWords.ts';
import { PromotionState } from './PromotionState.tsx';
import type { Results } from './results.ts';

interface BulkOutcomeProps {
  /** undefined: it is chosen no longer */
  message: Message | undefined;
  messageId: number;
  outcome: Outcome;
  results: Results;
}

const words = {
  waiting: 'results.outcomeWaiting',
  underWay: 'results.underWay',
  made: 'results.outcomeMade',
  already: 'results.outcomeAlready',
  open: 'results.notMade',
  stopped: 'results.outcomeStopped',
  dropped: 'results.notMade',
} as const;

export function BulkOutcome({ message, messageId, outcome, results }: BulkOutcomeProps) {
  const { t } = useTranslation();
  const item = results.onTheWay.get(messageId);
  const isGood = outcome === 'made' || outcome === 'already';
  return (
    <li className={styles.outcome} data-outcome={outcome}>
      <bdi className={styles.words}>{firstWords(message?.text ?? '') || t('conversation.nothing')}</bdi>
      {item && (outcome === 'open' || outcome === 'underWay') ? (
        <PromotionState
          messageId={messageId}
          item={item}
          results={results}
          focusHome={(box) => box.closest<HTMLElement>('section')}
        />
      ) : (
        <span className={styles.verdict}>
          {isGood ? <CheckIcon size={14} /> : <ClockIcon size={14} />}
          {t(words[outcome])}
        </span>
      )}
    </li>
  );
}
