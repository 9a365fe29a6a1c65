/** Beside the list: what came of an action whose chat is not open any more. Successes go by themselves. */
import { useEffect } from 'react';
import { useFocusPassedOn } from '../../conversation/useFocusPassedOn.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { elsewhereWords } from './outcomeWords.ts';
import styles from './OutcomesElsewhere.module.css';
import { useOutcomesElsewhere, type OutcomeElsewhere } from './useOutcomesElsewhere.ts';

/** ms that a success stays */
const readingTakes = 8_000;

interface OutcomesElsewhereProps {
  /** null: no chat is open */
  openId: number | null;
  /** through which channel a chat is; null: it is not in the list, so that it cannot be opened */
  channelOf: (chatId: number) => string | null;
  onOpen: (chatId: number) => void;
  /** a button that had the focus has gone */
  onGone: () => void;
}

/** The region is there before its words are, else nobody hears them. */
export function OutcomesElsewhere({ openId, channelOf, onOpen, onGone }: OutcomesElsewhereProps) {
  const { outcomes, see } = useOutcomesElsewhere(openId);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- notices are more than the phrasing content of an output
    <div role="status" aria-atomic={false} className={styles.outcomes}>
      {outcomes.map((outcome) => (
        <Told
          key={outcome.id}
          outcome={outcome}
          channel={channelOf(outcome.chatId)}
          see={see}
          onOpen={onOpen}
          onGone={onGone}
        />
      ))}
    </div>
  );
}

interface ToldProps extends Pick<OutcomesElsewhereProps, 'onOpen' | 'onGone'> {
  outcome: OutcomeElsewhere;
  channel: string | null;
  see: (id: number) => void;
}

function Told({ outcome: { id, chatId, clientName, result }, channel, see, onOpen, onGone }: ToldProps) {
  const { t } = useTranslation();
  const box = useFocusPassedOn<HTMLDivElement>(onGone);
  const isDone = 'verdict' in result && result.verdict === 'done';
  useEffect(() => {
    if (!isDone) return undefined;
    const timer = setTimeout(() => see(id), readingTakes);
    return () => clearTimeout(timer);
  }, [isDone, id, see]);
  return (
    <div ref={box}>
      <Notice
        tone={isDone ? 'success' : 'warning'}
        title={[clientName, channel].filter(Boolean).join(' · ')}
        actions={
          channel === null ? (
            <Button size="small" variant="quiet" onClick={() => see(id)}>
              {t('session.dismiss')}
            </Button>
          ) : (
            <Button size="small" onClick={() => onOpen(chatId)}>
              {t('session.openElsewhere')}
            </Button>
          )
        }
      >
        {elsewhereWords(t, result)}
      </Notice>
    </div>
  );
}
