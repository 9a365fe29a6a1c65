/** The fields of one quick reply, with the variables it can hold and what it will say in this card. */
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTextLabels } from '../../conversation/useTextLabels.ts';
import { useTranslation } from '../../i18n/context.tsx';
import { BbText } from '../../text/BbText.tsx';
import { cleanTyped, countCodePoints } from '../../text/count.ts';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { TextField } from '../../ui/TextField/TextField.tsx';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { type Edit, editOf, isTouched } from './edit.ts';
import styles from './quickReplies.module.css';
import { type Reply, textLimit, titleLimit } from './replies.ts';
import { SavingProblem } from './SavingProblem.tsx';
import type { Saving } from './useSaving.ts';
import { VariableList } from './VariableList.tsx';
import { fillVariables, type VariableValues } from './variables.ts';

interface ReplyEditorProps {
  /** of the form; the button that saves stands elsewhere */
  id: string;
  edit: Edit;
  onEdit: (edit: Edit) => void;
  /** What is written here goes. */
  onDiscard: () => void;
  /** messages that come after this one */
  waiting: number;
  saving: Saving;
  variables: VariableValues;
  portalOrigin: string;
  userId: number;
}

/** Ctrl or ⌘ and Enter saves; Escape is the window's, and what is typed is kept. */
export function ReplyEditor(props: ReplyEditorProps) {
  const { id, edit, onEdit, onDiscard, waiting, saving, variables, portalOrigin, userId } = props;
  const { isSaving } = saving;
  const { t, language } = useTranslation();
  const labels = useTextLabels();
  const problemId = useId();
  const title = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const [isTold, setTold] = useState(false);
  const [wasLeft] = useState(() => isTouched(edit));

  const { reply } = edit;
  const clean: Reply = {
    id: reply.id,
    title: cleanTyped(reply.title).replace(/\s+/g, ' ').trim(),
    text: cleanTyped(reply.text).trim(),
  };
  const titleExcess = countCodePoints(clean.title) - titleLimit;
  const count = countCodePoints(clean.text);
  const titleMissing = isTold && clean.title === '' ? t('quickReplies.nameMissing') : undefined;
  const titleProblem = titleExcess > 0 ? t('quickReplies.nameTooLong', { count: titleExcess }) : titleMissing;
  const textMissing = isTold && clean.text === '' ? t('quickReplies.textMissing') : '';
  const textProblem =
    count > textLimit ? t('quickReplies.textTooLong', { count: count - textLimit }) : textMissing;

  const type = (words: Partial<Reply>) => onEdit({ ...edit, reply: { ...reply, ...words } });
  const save = (base: Reply | null) => {
    saving.save({ whose: edit.whose, change: { kind: 'save', reply: clean, base }, edit });
  };
  const submit = () => {
    if (isSaving) return;
    setTold(true);
    if (clean.title === '' || titleExcess > 0) title.current?.focus();
    else if (clean.text === '' || count > textLimit) text.current?.focus();
    else save(edit.base);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { isComposing, keyCode } = event.nativeEvent;
    const isOurs = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    if (!isOurs || event.repeat || isComposing || keyCode === 229) return;
    event.preventDefault();
    submit();
  };
  const insert = (name: string) => {
    if (isSaving) return;
    const field = text.current;
    field?.focus();
    // The browser's own undo is kept, where it lets us.
    if (document.execCommand('insertText', false, `{${name}}`)) return;
    const place = field?.selectionStart ?? reply.text.length;
    type({ text: `${reply.text.slice(0, place)}{${name}}${reply.text.slice(place)}` });
  };
  const conflict = saving.outcome?.kind === 'conflict' ? saving.outcome : null;

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed on what is inside
    <form id={id} className={styles.editor} noValidate onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {wasLeft && waiting === 0 && <Notice>{t('quickReplies.unfinished')}</Notice>}
      {waiting > 0 && <Notice>{t('quickReplies.earlierFirst', { count: waiting })}</Notice>}
      <TextField
        ref={title}
        label={t('quickReplies.name')}
        placeholder={t('quickReplies.nameHint')}
        autoComplete="off"
        dir="auto"
        readOnly={isSaving}
        value={reply.title}
        problem={titleProblem}
        onChange={(value) => type({ title: value })}
      />
      <label className={styles.field}>
        <span className={styles.label}>{t('quickReplies.text')}</span>
        <textarea
          ref={text}
          className={styles.area}
          aria-invalid={textProblem !== '' || undefined}
          aria-describedby={problemId}
          dir="auto"
          rows={5}
          readOnly={isSaving}
          value={reply.text}
          onChange={({ target }) => type({ text: target.value })}
        />
      </label>
      <div className={styles.below}>
        <output id={problemId} className={styles.problem}>
          {textProblem}
        </output>
        <span className={styles.counter}>{t('conversation.counter', { count, limit: textLimit })}</span>
      </div>
      <VariableList variables={variables} onInsert={insert} />
      {clean.text !== '' && (
        <section className={styles.preview} aria-label={t('quickReplies.preview')}>
          <p className={styles.label} aria-hidden>
            {t('quickReplies.preview')}
          </p>
          <BbText
            text={fillVariables(clean.text, variables)}
            portalOrigin={portalOrigin}
            language={language}
            currentUserId={userId}
            labels={labels}
          />
        </section>
      )}
      {conflict && (
        <ChangedMeanwhile
          theirs={conflict.theirs}
          onKeepMine={() => {
            onEdit({ ...edit, base: conflict.theirs });
            save(conflict.theirs);
          }}
          onTakeTheirs={() => {
            if (!conflict.theirs) {
              onDiscard();
              return;
            }
            saving.reset();
            onEdit(editOf(edit.whose, conflict.theirs));
            title.current?.focus();
          }}
        />
      )}
      <SavingProblem saving={saving} />
    </form>
  );
}
