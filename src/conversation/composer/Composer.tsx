/** Where a message is written: one quiet card that grows with the text, its tools, and the buttons that send it. */
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import { ChosenFiles } from './ChosenFiles.tsx';
import styles from './Composer.module.css';
import { ComposerContextBar } from './ComposerContextBar.tsx';
import { ComposerCounter } from './ComposerCounter.tsx';
import { ComposerField } from './ComposerField.tsx';
import { ComposerFoot } from './ComposerFoot.tsx';
import { ComposerHold } from './ComposerHold.tsx';
import { ComposerProblem } from './ComposerProblem.tsx';
import type { ComposerProps, GivenFile } from './composerProps.ts';
import { ComposerTools } from './ComposerTools.tsx';
import { useDroppedFiles } from './FileDrop.tsx';
import { takeFieldKey } from './fieldKeys.ts';
import { FilePicker } from './FilePicker.tsx';
import { joinHolds } from './holds.tsx';
import { isComposing } from './sendKey.ts';
import { useEnterSends } from './useEnterSends.ts';
import { useField } from './useField.ts';
import { filesOfPaste, useFiles } from './useFiles.ts';
import { useMention } from './useMention.tsx';
import { usePanels } from './usePanels.tsx';
import { useRoom } from './useRoom.ts';
import { useSend } from './useSend.ts';
import { useSlash } from './useSlash.tsx';

export type { ComposerProps } from './composerProps.ts';

/** Send is never `disabled`: pressed in vain it says what is missing, and the text stays where it is. */
export function Composer(props: ComposerProps) {
  const { onChange, onSend, limit, countOf, notice, autoFocus = false, focusCall = 0 } = props;
  const { context, isSaving = false, problem, canSendAsResult = false, preview } = props;
  const { t } = useTranslation();
  const id = useId();
  const [hintId, counterId, problemId] = [`${id}hint`, `${id}counter`, `${id}problem`];
  // The browser's field knows one kind of line end only.
  const value = useMemo(() => props.value.replace(/\r\n?/g, '\n'), [props.value]);
  const isEditing = context?.kind === 'edit';
  const attachments = isEditing ? undefined : props.attachments;

  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const [isFocused, setFocused] = useState(false);
  const [isPreviewed, setPreviewed] = useState(false);
  const [enterSends, toggleEnter] = useEnterSends();
  const field = useField(fieldRef, value, onChange);
  const files = useFiles(attachments, props.onFilesChange, props.files);
  const chosen = files.chosen;
  const slash = useSlash(field, {
    value,
    source: isEditing ? undefined : props.quickReplies,
    isFocused,
    anchor: card,
  });
  const holdOf = (typed: string) => joinHolds(slash.holdOf(typed), props.holdOf?.(typed) ?? null);
  const sending = useSend({
    value,
    limit,
    countOf,
    onSend,
    holdOf: isEditing ? undefined : holdOf,
    files,
    isSaving,
  });
  const { excess, obstacle, hold, send } = sending;
  const mention = useMention(field, { value, source: props.mentions, isFocused, anchor: card });
  const panels = usePanels(field, card);
  const room = useRoom(card);

  useEffect(() => {
    if (autoFocus) fieldRef.current?.focus();
  }, [autoFocus, fieldRef]);
  useEffect(() => {
    if (focusCall > 0) fieldRef.current?.focus();
  }, [focusCall, fieldRef]);

  const addFiles = (added: readonly GivenFile[]) => {
    sending.forgetTold();
    files.add(added);
    fieldRef.current?.focus();
  };
  useDroppedFiles(attachments ? addFiles : null);

  const isResultOffered = canSendAsResult && !isEditing;
  const press = (asResult: boolean) => {
    send(asResult);
    fieldRef.current?.focus();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    press(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const key = event.nativeEvent;
    if (isComposing(key)) return;
    const isOurs = takeFieldKey(key, {
      list: (pressed) => mention.takeKey(pressed) || slash.takeKey(pressed),
      enterSends,
      send: (asResult) => send(asResult && isResultOffered),
      cancel: isSaving ? undefined : context?.onCancel,
      editLast: value === '' && !context ? props.onEditLast : undefined,
      chooseMention: field.chooseMention,
      format: panels.format,
    });
    if (isOurs) event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = attachments ? filesOfPaste(event.clipboardData) : [];
    if (pasted.length === 0) return;
    event.preventDefault();
    addFiles(pasted);
  };
  const startMention = () => {
    const { value: text, from } = field.written();
    field.insert(from === 0 || /\s/.test(text[from - 1] ?? '') ? '@' : ' @');
  };

  return (
    <form className={styles.composer} noValidate onSubmit={onSubmit}>
      {notice !== undefined && <div className={styles.notice}>{notice}</div>}
      <div ref={card} className={styles.card} data-over={excess > 0 || undefined}>
        {context && <ComposerContextBar {...context} isSaving={isSaving} />}
        <ComposerField
          textarea={fieldRef}
          field={field}
          describedBy={`${problemId} ${counterId} ${hintId}`}
          isTooLong={excess > 0}
          isReadOnly={isSaving}
          list={mention.list ?? slash.list}
          onInput={sending.forgetTold}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onFocusChange={(isNow) => {
            if (isNow) panels.prepare();
            setFocused(isNow);
          }}
        />
        {isPreviewed && preview && value.trim() !== '' && (
          // It may scroll, and keys scroll what has the focus.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
          <section className={styles.preview} aria-label={t('composer.preview')} tabIndex={0}>
            {preview(value)}
          </section>
        )}
        {attachments && chosen.length > 0 && (
          <ChosenFiles
            files={chosen}
            isTold={sending.isTold}
            formatSize={attachments.formatSize}
            onRemove={(file) => {
              sending.forgetTold();
              files.remove(file);
              fieldRef.current?.focus();
            }}
          />
        )}
        <div className={styles.tools}>
          <ComposerTools
            room={room}
            panel={panels.panel}
            isPreviewed={isPreviewed}
            enterSends={enterSends}
            onFormat={panels.format}
            onMention={props.mentions && startMention}
            onQuickReply={props.quickReplies && !isEditing ? slash.begin : undefined}
            onAttach={attachments && (() => chooser.current?.click())}
            onEmoji={panels.openEmoji}
            onPreview={preview && (() => setPreviewed(!isPreviewed))}
            onShowShortcuts={props.onShowShortcuts}
            onToggleEnter={toggleEnter}
          />
          <ComposerCounter id={counterId} count={sending.count} limit={limit} {...props.counter} />
        </div>
        {attachments && <FilePicker input={chooser} count={chosen.length} onChoose={addFiles} />}
        {mention.shown}
        {slash.shown}
        {panels.shown}
      </div>
      <ComposerFoot
        problemId={problemId}
        hintId={hintId}
        isEditing={isEditing}
        isSaving={isSaving}
        isBlocked={obstacle !== null || hold !== null}
        enterSends={enterSends}
        beside={!isEditing && props.beside}
        onSendAsResult={isResultOffered ? () => press(true) : undefined}
      >
        {panels.problem !== null && <p className={styles.failure}>{panels.problem}</p>}
        {slash.isLost && (
          <p role="alert" className={styles.failure}>
            {t('composer.notLoaded')}
          </p>
        )}
        {problem !== undefined && problem !== null && (
          <div role="alert" className={styles.failure}>
            {problem}
          </div>
        )}
        {hold && sending.isTold && (
          <ComposerHold
            hold={hold}
            onAnyway={() => {
              send(false, true);
              fieldRef.current?.focus();
            }}
          />
        )}
        <ComposerProblem id={problemId} obstacle={obstacle} excess={excess} isTold={sending.isTold} />
      </ComposerFoot>
    </form>
  );
}
