/** Beside the list: what came of an action whose chat is not open any more. Successes go by themselves. */
import { useEffect } from 'react';
import { useFocusPassedOn } from '../../conversation/useFocusPassedOn.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { LineDialog } from '../../portal/methods/lineDialogs.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { asItStands, isFailure } from './outcome.ts';
import { elsewhereWords } from './outcomeWords.ts';
import styles from './OutcomesElsewhere.module.css';
import type { OutcomeElsewhere, OutcomesElsewhereState } from './useOutcomesElsewhere.ts';

/** ms that a success stays */
const readingTakes = 8_000;

/** As the list has it. */
interface Listed {
  chatId: number;
  connectorTitle: string;
  /** as it stands now; null: not known */
  dialog: LineDialog | null;
}

interface OutcomesElsewhereProps extends OutcomesElsewhereState {
  /** those that can be opened */
  chats: readonly Listed[];
  onOpen: (chatId: number) => void;
  /** a button that had the focus has gone */
  onGone: () => void;
}

/** The region is there before its words are, else nobody hears them. */
export function OutcomesElsewhere({ outcomes, chats, ...acts }: OutcomesElsewhereProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- notices are more than the phrasing content of an output
    <div role="status" aria-atomic={false} className={styles.outcomes}>
      {outcomes.map((outcome) => (
        <Told
          key={outcome.id}
          outcome={outcome}
          chat={chats.find(({ chatId }) => chatId === outcome.chatId)}
          {...acts}
        />
      ))}
    </div>
  );
}

interface ToldProps extends Pick<OutcomesElsewhereProps, 'see' | 'onOpen' | 'onGone'> {
  outcome: OutcomeElsewhere;
  /** undefined: not in the list */
  chat: Listed | undefined;
}

function Told({ outcome: { id, clientName, result }, chat, see, onOpen, onGone }: ToldProps) {
  const { t } = useTranslation();
  const box = useFocusPassedOn<HTMLDivElement>(onGone);
  const shown = 'verdict' in result ? asItStands(result, chat?.dialog ?? null) : result;
  const tone = toneOf(shown);
  useEffect(() => {
    if (tone !== 'success') return undefined;
    const timer = setTimeout(() => see(id), readingTakes);
    return () => clearTimeout(timer);
  }, [tone, id, see]);
  return (
    <div ref={box}>
      <Notice
        tone={tone}
        title={[clientName, chat?.connectorTitle].filter(Boolean).join(' · ') || t('crm.unknownName')}
        actions={
          <>
            {chat && (
              <Button size="small" onClick={() => onOpen(chat.chatId)}>
                {t('session.openElsewhere')}
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={() => see(id)}>
              {t('session.dismiss')}
            </Button>
          </>
        }
      >
        {elsewhereWords(t, shown)}
      </Notice>
    </div>
  );
}

/** What waits for an answer of this person has not been done either. */
function toneOf(result: OutcomeElsewhere['result']): 'success' | 'info' | 'warning' {
  if ('because' in result || isFailure(result)) return 'warning';
  return result.verdict === 'done' ? 'success' : 'info';
}
