/** The messages that are held up on their way to being results, above those that are: what needs the person first. */
import type { Around } from '../../conversation/around.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { needsPerson } from '../../sending/needsPerson.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { firstWords } from './firstWords.ts';
import styles from './OnTheWay.module.css';
import { PromotionState } from './PromotionState.tsx';
import type { Results } from './results.ts';

interface OnTheWayProps {
  results: Pick<Results, 'onTheWay' | 'isDown' | 'retry' | 'check' | 'drop'>;
  messages: readonly Message[];
  goTo: Around['goTo'];
}

/** Nothing where there are none. */
export function OnTheWay({ results, messages, goTo }: OnTheWayProps) {
  const { t } = useTranslation();
  // What simply takes its moment would come and go here.
  const all = [...results.onTheWay]
    .filter(([, item]) => results.isDown || item.problem !== undefined || needsPerson(item))
    .toSorted(([, one], [, other]) => Number(needsPerson(other)) - Number(needsPerson(one)));
  if (all.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('results.onTheWay')}>
      {all.map(([id, item]) => {
        const text = messages.find((message) => message.id === id)?.text ?? item.text;
        return (
          <li key={id} className={styles.item} data-open={needsPerson(item) || undefined}>
            <bdi className={styles.words}>{firstWords(text) || t('conversation.nothing')}</bdi>
            <PromotionState
              messageId={id}
              item={item}
              results={results}
              isQuiet
              focusHome={(box) => box.closest<HTMLElement>('[tabindex="-1"]')}
            />
            {goTo && (
              <Button className={styles.show} size="small" variant="quiet" onClick={() => goTo(id)}>
                {t('results.showInChat')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
