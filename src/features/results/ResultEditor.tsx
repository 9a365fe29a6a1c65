/** Changes the text of a result in its place. What is typed stays until it is saved, or given up on purpose. */
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { sent } from '../../conversation/actions/edits.ts';
import { useFocusPassedOn } from '../../conversation/useFocusPassedOn.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { textLimit } from '../../portal/textLimit.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { isEscape } from '../../ui/isEscape.ts';
import styles from './ResultEditor.module.css';
import { ResultMeanwhile } from './ResultMeanwhile.tsx';
import { ResultNotSaved } from './ResultNotSaved.tsx';
import type { Draft } from './results.ts';

interface ResultEditorProps {
  draft: Draft;
  onChange: (change: (draft: Draft) => Draft) => void;
  countOf: (text: string) => number;
  /** @param since what is to be saved; neither blank nor over the limit */
  onSave: (since: Draft) => void;
  /** It is put aside, and nothing of it is lost. */
  onLeave: () => void;
  /** It is given up. */
  onCancel: () => void;
  /** The editor goes while the focus is in it. */
  onGone: () => void;
  /** the person has just asked for it, and goes on here */
  isAsked: boolean;
}

/** Ctrl or ⌘ and Enter saves, Escape puts aside. */
export function ResultEditor(props: ResultEditorProps) {
  const { draft, onChange, countOf, onSave, onLeave, onCancel, onGone, isAsked } = props;
  const { text: value, isSaving = false, failure } = draft;
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  const [isToldBlank, setToldBlank] = useState(false);
  const form = useFocusPassedOn<HTMLFormElement>(onGone);
  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    field.current?.setSelectionRange(-1, -1);
  }, [isAsked]);

  const text = sent(value);
  const count = countOf(text);
  const excess = count - textLimit;
  const submit = (base = draft.base) => {
    setToldBlank(text === '');
    if (text !== '' && excess <= 0 && !isSaving) onSave({ ...draft, base });
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
      if (!isSaving) onLeave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing && keyCode !== 229) {
      event.preventDefault();
      if (!event.repeat) submit();
    }
  };
  const problem =
    excess > 0 ? t('results.tooLong', { count: excess }) : isToldBlank ? t('sending.empty') : '';

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on what is inside
    <form ref={form} className={styles.editor} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <div className={styles.grow} data-text={value}>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={t('results.text')}
          aria-invalid={problem !== '' || undefined}
          aria-describedby={problemId}
          dir="auto"
          rows={2}
          readOnly={isSaving}
          value={value}
          onChange={(event) => {
            setToldBlank(false);
            const { value: typed } = event.target;
            onChange((last) => ({ ...last, text: typed }));
          }}
        />
      </div>
      <div className={styles.below}>
        <output id={problemId} className={styles.problem}>
          {problem}
        </output>
        <p className={styles.counter}>{t('conversation.counter', { count, limit: textLimit })}</p>
      </div>
      {failure && <ResultNotSaved {...failure} />}
      <ResultMeanwhile
        draft={draft}
        onChange={(change) => {
          onChange(change);
          field.current?.focus();
        }}
        onSaveMine={(base) => {
          submit(base);
          field.current?.focus();
        }}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" size="small" busy={isSaving}>
          {t('results.save')}
        </Button>
        <Button size="small" onClick={() => isSaving || onCancel()} aria-disabled={isSaving || undefined}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
