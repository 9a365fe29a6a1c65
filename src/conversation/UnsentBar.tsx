/** Above the composer: how much is not sent, with what can be done about all of it at once. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Item } from '../delivery/item.ts';
import { useTranslation } from '../i18n/context.tsx';
import { needsPerson } from '../sending/needsPerson.ts';
import { Button } from '../ui/Button/Button.tsx';
import { canBeSentAgain, isBeyondReading } from './canBeSentAgain.ts';
import type { OutgoingActions } from './outgoingActions.ts';
import styles from './UnsentBar.module.css';
import { useFocusPassedOn } from './useFocusPassedOn.ts';

export interface UnsentBarProps {
  /** in the order they were written */
  items: readonly Item[];
  actions: Pick<OutgoingActions, 'sendAgain' | 'remove'>;
  /** The bar goes, and the keyboard with it: somebody else takes the focus. */
  onGone: () => void;
}

/** One message has its own buttons; from here on they are worth a bar. */
const several = 2;

/** The words stand in an `output` that is always there, so that each change of the number is told once. */
export function UnsentBar({ items, actions, onGone }: UnsentBarProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const wordsId = useId();
  const open = items.filter((item) => needsPerson(item));
  // "Again" for all must not double one of which nothing can be read, nor repeat what would be refused as before: those
  // have their own buttons.
  const retried = open.filter((item) => canBeSentAgain(item) && !isBeyondReading(item));
  const count = open.length;
  const isShown = count >= several;
  // Another time it begins anew.
  if (!isShown && isAsking) setAsking(false);

  const isInDoubt = (item: Item) => item.state === 'stillUnclear';
  const words = open.some(isInDoubt) ? 'sending.notSentOrInDoubt' : 'sending.notSent';
  const retryAll =
    retried.length === count ? t('sending.retryAll') : t('sending.retrySome', { count: retried.length });
  const retryWords = retried.length === 0 ? null : retryAll;
  return (
    <div className={styles.bar} data-shown={isShown || undefined}>
      <output className={styles.words} id={wordsId}>
        {isShown && (isAsking ? t('sending.deleteAllSure', { count }) : t(words, { count }))}
        {isShown && !isAsking && retried.some(isInDoubt) && (
          <span className={styles.doubt}> {t('sending.someMayHaveArrived')}</span>
        )}
      </output>
      {isShown && (
        <Buttons
          wordsId={wordsId}
          isAsking={isAsking}
          retryWords={retryWords}
          onAsk={() => setAsking(true)}
          onKeep={() => setAsking(false)}
          onRetry={() => {
            for (const { key } of retried) actions.sendAgain(key);
          }}
          onDelete={() => {
            for (const { key } of open) actions.remove(key);
          }}
          onGone={onGone}
        />
      )}
    </div>
  );
}

interface ButtonsProps {
  wordsId: string;
  /** whether all of it shall be deleted */
  isAsking: boolean;
  /** null: nothing can be sent again with the others */
  retryWords: string | null;
  onRetry: () => void;
  onAsk: () => void;
  onKeep: () => void;
  onDelete: () => void;
  onGone: () => void;
}

function Buttons({ wordsId, isAsking, retryWords, onRetry, onAsk, onKeep, onDelete, onGone }: ButtonsProps) {
  const { t } = useTranslation();
  const box = useFocusPassedOn<HTMLFieldSetElement>(onGone);
  const first = useRef<HTMLButtonElement>(null);
  const second = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(isAsking);
  useEffect(() => {
    // The answer that loses nothing is at hand; afterwards one is back where one came from.
    if (isAsking && !wasAsking.current) first.current?.focus();
    if (!isAsking && wasAsking.current) second.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isAsking) return;
    event.stopPropagation();
    onKeep();
  };
  return (
    <fieldset ref={box} className={styles.buttons} aria-labelledby={wordsId}>
      {(isAsking || retryWords !== null) && (
        <Button ref={first} size="small" onClick={isAsking ? onKeep : onRetry} onKeyDown={onKeyDown}>
          {isAsking ? t('sending.keepAll') : retryWords}
        </Button>
      )}
      <Button
        ref={second}
        size="small"
        variant={isAsking ? 'danger' : 'quiet'}
        onClick={isAsking ? onDelete : onAsk}
        onKeyDown={onKeyDown}
      >
        {t(isAsking ? 'sending.delete' : 'sending.deleteAll')}
      </Button>
    </fieldset>
  );
}
