/** What the composer knows and does: the field with its lists and windows, the files, the sending, and their keys. */
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ComposerProps, GivenFile } from './composerProps.ts';
import { useDroppedFiles } from './FileDrop.tsx';
import { takeFieldKey } from './fieldKeys.ts';
import { joinHolds } from './holds.tsx';
import { isComposing } from './sendKey.ts';
import { useEnterSends } from './useEnterSends.ts';
import { useField } from './useField.ts';
import { filesOfPaste, useFiles } from './useFiles.ts';
import { useMention } from './useMention.tsx';
import { usePanels } from './usePanels.tsx';
import { useSend } from './useSend.ts';
import { useSlash } from './useSlash.tsx';

export function useComposer(props: ComposerProps) {
  const { onChange, onSend, limit, countOf, autoFocus = false, focusCall = 0 } = props;
  const { context, isSaving = false, canSendAsResult = false } = props;
  // The browser's field knows one kind of line end only.
  const value = useMemo(() => props.value.replace(/\r\n?/g, '\n'), [props.value]);
  const isEditing = context?.kind === 'edit';
  const isResultOffered = canSendAsResult && !isEditing;
  const resultWish = isEditing ? undefined : props.resultWish;
  const isResult = resultWish !== undefined && isResultOffered;
  const attachments = isEditing ? undefined : props.attachments;

  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const [isFocused, setFocused] = useState(false);
  const [enterSends, toggleEnter] = useEnterSends();
  const field = useField(fieldRef, value, onChange);
  const files = useFiles(attachments, props.onFilesChange, props.files);
  const quickReplies = isEditing ? undefined : props.quickReplies;
  const slash = useSlash(field, { value, source: quickReplies, isFocused, anchor: card });
  const mention = useMention(field, { value, source: props.mentions, isFocused, anchor: card });
  const panels = usePanels(field, card);
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
  const { forgetTold } = sending;
  const send = (asResult: boolean, isSureAnyway = false) =>
    sending.send(isResult || (asResult && isResultOffered), isSureAnyway);

  useEffect(() => {
    if (autoFocus) fieldRef.current?.focus();
  }, [autoFocus]);
  useEffect(() => {
    if (focusCall > 0) fieldRef.current?.focus();
  }, [focusCall]);

  const addFiles = (added: readonly GivenFile[]) => {
    forgetTold();
    files.add(added);
    fieldRef.current?.focus();
  };
  const removeFile = (id: number) => {
    forgetTold();
    files.remove(id);
    fieldRef.current?.focus();
  };
  useDroppedFiles(attachments ? addFiles : null);

  /** By a button: the keyboard goes on in the field. */
  const press = (asResult: boolean, isSureAnyway = false) => {
    send(asResult, isSureAnyway);
    fieldRef.current?.focus();
  };
  const cancelResult = () => {
    resultWish?.onCancel();
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
      send,
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
  const onFocusChange = (isNow: boolean) => {
    if (isNow) panels.prepare();
    setFocused(isNow);
  };

  return {
    value,
    isEditing,
    isSaving,
    isResultOffered,
    isResult,
    resultWish,
    attachments,
    fieldRef,
    card,
    field,
    files,
    slash,
    mention,
    panels,
    sending,
    enterSends,
    toggleEnter,
    addFiles,
    removeFile,
    cancelResult,
    press,
    onSubmit,
    fieldEvents: { onInput: forgetTold, onKeyDown, onPaste, onFocusChange },
  };
}
