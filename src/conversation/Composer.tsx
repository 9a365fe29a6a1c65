/** Where a message is written: one quiet card that grows with the text, and the button that sends it. */
import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from '../i18n/context.tsx';
import { cleanTyped } from '../text/count.ts';
import { Button } from '../ui/Button/Button.tsx';
import styles from './Composer.module.css';
import { ComposerCounter } from './ComposerCounter.tsx';
import { ComposerProblem } from './ComposerProblem.tsx';
import { isSendKey } from './sendKey.ts';
import { obstacleTo } from './obstacle.ts';

export interface ComposerProps {
  value: string;
  onChange: (text: string) => void;
  /** the text, trimmed and without what does not survive the way; never blank, never over the limit */
  onSend: (text: string) => void;
  /** in the units of `countOf`; the portal's is 20,000 code points */
  limit: number;
  countOf: (text: string) => number;
  /** a quiet line above the card */
  notice?: ReactNode;
  autoFocus?: boolean;
  /** every new value brings the focus into the field, as after "Edit" */
  focusCall?: number;
}

/** Send is never `disabled`: pressed in vain it says what is missing, and the text stays where it is. */
export function Composer(props: ComposerProps) {
  const { value, onChange, onSend, limit, countOf, notice, autoFocus = false, focusCall = 0 } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isTold, setTold] = useState(false);
  const id = useId();
  const [hintId, counterId, problemId] = [`${id}hint`, `${id}counter`, `${id}problem`];

  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  useEffect(() => {
    if (focusCall > 0) field.current?.focus();
  }, [focusCall]);

  const count = useMemo(() => countOf(value), [countOf, value]);
  const obstacle = obstacleTo({ value, excess: count - limit });

  const send = () => {
    if (obstacle) {
      setTold(true);
      return;
    }
    setTold(false);
    onSend(cleanTyped(value).trim());
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSendKey(event.nativeEvent)) return;
    event.preventDefault();
    // A key held down would go on sending, or complain of an empty field.
    if (!event.repeat) send();
  };

  return (
    <form className={styles.composer} noValidate onSubmit={onSubmit}>
      {notice !== undefined && <div className={styles.notice}>{notice}</div>}
      <div className={styles.card} data-over={count > limit || undefined}>
        {/* The copy in data-text, unseen, gives the field its height. */}
        <div className={styles.grow} data-text={value}>
          <textarea
            ref={field}
            className={styles.field}
            aria-label={t('conversation.message')}
            aria-describedby={`${problemId} ${counterId} ${hintId}`}
            aria-invalid={count > limit || undefined}
            placeholder={t('conversation.placeholder')}
            dir="auto"
            rows={1}
            value={value}
            onChange={(event) => {
              setTold(false);
              onChange(event.target.value);
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <ComposerCounter id={counterId} count={count} limit={limit} />
      </div>
      <div className={styles.foot}>
        <div className={styles.words}>
          <ComposerProblem id={problemId} obstacle={obstacle} excess={count - limit} isTold={isTold} />
          <p id={hintId} className={styles.hint}>
            {t('conversation.sendHint')}
          </p>
        </div>
        <Button
          type="submit"
          variant="primary"
          aria-disabled={obstacle !== null || undefined}
          aria-describedby={problemId}
        >
          {t('conversation.send')}
        </Button>
      </div>
    </form>
  );
}
