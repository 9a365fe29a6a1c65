/** Changes the text of a result in its place. What is typed stays until it is saved, or given up on purpose. */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { PortalWords } from '../../conversation/PortalWords.tsx';
import { problemWords } from '../../conversation/problemWords.ts';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import { textLimit } from '../../portal/textLimit.ts';
import { problemOf } from '../../sending/problem.ts';
import { cleanTyped } from '../../text/count.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { isEscape } from '../../ui/isEscape.ts';
import styles from './ResultEditor.module.css';

interface ResultEditorProps {
  /** BB code */
  value: string;
  onChange: (text: string) => void;
  countOf: (text: string) => number;
  /** as the portal holds it; BB code */
  saved: string;
  /** @param text trimmed, not blank, not over the limit. Rejects with a PortalError */
  onSave: (text: string) => Promise<void>;
  /** The portal holds what is typed. */
  onSaved: () => void;
  /** It is put aside, and nothing of it is lost. */
  onLeave: () => void;
  /** It is given up. */
  onCancel: () => void;
  /** the person has just asked for it, and goes on here */
  isAsked: boolean;
}

/** Ctrl or ⌘ and Enter saves, Escape puts aside. */
export function ResultEditor(props: ResultEditorProps) {
  const { value, onChange, countOf, saved, onSave, onSaved, onLeave, onCancel, isAsked } = props;
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  const [isToldBlank, setToldBlank] = useState(false);
  const saving = useMutation<void, PortalError, string>({ mutationFn: onSave, onSuccess: onSaved });
  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    field.current?.setSelectionRange(-1, -1);
  }, [isAsked]);

  const text = cleanTyped(value).trim();
  const count = countOf(text);
  const excess = count - textLimit;
  const submit = () => {
    setToldBlank(text === '');
    if (text !== '' && excess <= 0 && !saving.isPending) saving.mutate(text);
    else field.current?.focus();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { isComposing, keyCode } = event.nativeEvent;
    if (isEscape(event)) {
      // Not the panel's.
      event.preventDefault();
      event.stopPropagation();
      if (!saving.isPending) onLeave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing && keyCode !== 229) {
      event.preventDefault();
      if (!event.repeat) submit();
    }
  };
  const isInDoubt = saving.error?.executed === 'unknown';
  // The answer was lost, and the list shows that it was saved.
  const isFound = isInDoubt && text === saved;
  useEffect(() => {
    if (isFound) onSaved();
    // Once; `onSaved` is another one at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isFound]);
  const words = saving.error && !saving.isPending && !isFound && problemWords(t, problemOf(saving.error));
  const problem =
    excess > 0 ? t('results.tooLong', { count: excess }) : isToldBlank ? t('sending.empty') : '';

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on what is inside
    <form className={styles.editor} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <div className={styles.grow} data-text={value}>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={t('results.text')}
          aria-invalid={problem !== '' || undefined}
          aria-describedby={problemId}
          dir="auto"
          rows={2}
          value={value}
          onChange={(event) => {
            setToldBlank(false);
            onChange(event.target.value);
          }}
        />
      </div>
      <div className={styles.below}>
        <output id={problemId} className={styles.problem}>
          {problem}
        </output>
        <p className={styles.counter}>{t('conversation.counter', { count, limit: textLimit })}</p>
      </div>
      {words && (
        <Notice
          tone={isInDoubt ? 'warning' : 'danger'}
          live="assertive"
          title={t(isInDoubt ? 'results.perhapsSaved' : 'results.notSaved', { reason: words.title })}
        >
          {isInDoubt ? t('results.saveAgain') : words.text} <PortalWords quote={words.quote} />
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" size="small" busy={saving.isPending}>
          {t('results.save')}
        </Button>
        <Button size="small" onClick={onCancel} aria-disabled={saving.isPending || undefined}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
