/** Changes the text of a result in its place. What is typed stays until it is saved, or given up on purpose. */
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import type { PortalError } from '../../portal/errors.ts';
import { textLimit } from '../../portal/textLimit.ts';
import { cleanTyped } from '../../text/count.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { isEscape } from '../../ui/isEscape.ts';
import styles from './ResultEditor.module.css';
import { ResultMeanwhile } from './ResultMeanwhile.tsx';
import { ResultNotSaved } from './ResultNotSaved.tsx';
import type { Draft } from './results.ts';

interface ResultEditorProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
  countOf: (text: string) => number;
  /** as the portal holds it; BB code */
  saved: string;
  /**
   * @param text trimmed, not blank, not over the limit
   * @param since the draft it is of
   * @returns false: it is not saved, and the draft says why. Rejects with a PortalError
   */
  onSave: (text: string, since: Draft) => Promise<boolean>;
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
  const { draft, onChange, countOf, saved, onSave, onSaved, onLeave, onCancel, isAsked } = props;
  const value = draft.text;
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  const [isToldBlank, setToldBlank] = useState(false);
  const saving = useMutation<boolean, PortalError, Draft>({
    mutationFn: (since) => onSave(cleanTyped(since.text).trim(), since),
    onSuccess: (isHeld) => isHeld && onSaved(),
  });
  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    field.current?.setSelectionRange(-1, -1);
  }, [isAsked]);

  const text = cleanTyped(value).trim();
  const count = countOf(text);
  const excess = count - textLimit;
  const submit = (base = draft.base) => {
    setToldBlank(text === '');
    if (text !== '' && excess <= 0 && !saving.isPending) {
      const { changedTo: _, ...since } = draft;
      onChange({ base, changedTo: undefined });
      saving.mutate({ ...since, base });
    } else field.current?.focus();
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
  const error = saving.isPending || isFound ? null : saving.error;
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
          readOnly={saving.isPending}
          value={value}
          onChange={(event) => {
            setToldBlank(false);
            onChange({ text: event.target.value });
          }}
        />
      </div>
      <div className={styles.below}>
        <output id={problemId} className={styles.problem}>
          {problem}
        </output>
        <p className={styles.counter}>{t('conversation.counter', { count, limit: textLimit })}</p>
      </div>
      {error && <ResultNotSaved error={error} />}
      <ResultMeanwhile
        draft={draft}
        onChange={(changes) => {
          onChange(changes);
          field.current?.focus();
        }}
        onSaveMine={(base) => {
          submit(base);
          field.current?.focus();
        }}
      />
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
