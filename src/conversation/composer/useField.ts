/** The text field over a BB code text: shows it readably, carries every edit over, keeps the browser's own undo. */
import { type ChangeEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { applyEdit } from './edit.ts';
import type { Written } from './format.ts';
import { difference, piecesOf, toBbOffset, toShown, toShownOffset } from './shown.ts';

export type Field = ReturnType<typeof useField>;

export function useField(
  ref: RefObject<HTMLTextAreaElement | null>,
  value: string,
  onChange: (value: string) => void,
) {
  const pieces = useMemo(() => piecesOf(value), [value]);
  const shown = pieces.map((piece) => piece.shown).join('');
  const [caret, setCaret] = useState(0);
  // A value that we write ourselves; the field reports it as typed.
  const own = useRef<string | null>(null);
  // What the field showed is turned back into what it meant when somebody undoes a step.
  const seen = useRef(new Map<string, string>());
  const caretToSet = useRef<number | null>(null);
  useLayoutEffect(() => {
    remember(seen.current, shown, value);
    if (caretToSet.current !== null) ref.current?.setSelectionRange(caretToSet.current, caretToSet.current);
    caretToSet.current = null;
  }, [ref, shown, value]);

  const onInput = ({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>) => {
    const now = target.value;
    const kind = nativeEvent instanceof InputEvent ? nativeEvent.inputType : '';
    const undone = kind.startsWith('history') ? seen.current.get(now) : undefined;
    const isBackspace = kind === 'deleteContentBackward';
    const edit = { shown: now, caret: target.selectionStart, isBackspace };
    const next = own.current ?? undone ?? applyEdit(value, edit);
    const shownNext = toShown(next);
    if (shownNext !== now) {
      caretToSet.current = Math.max(0, shownNext.length - (now.length - target.selectionStart));
    }
    setCaret(target.selectionStart);
    onChange(next);
  };

  /** What is chosen, in the BB code; a mention only whole. */
  const written = (): Written => {
    const { selectionStart, selectionEnd } = ref.current ?? { selectionStart: 0, selectionEnd: 0 };
    const isOpen = selectionStart < selectionEnd;
    const from = toBbOffset(value, selectionStart, isOpen ? 'start' : 'end');
    return { value, from, to: isOpen ? toBbOffset(value, selectionEnd, 'end') : from };
  };

  /** Puts another text into the field as if it were typed: one step for undo, and the focus is in the field. */
  const write = (next: Written) => {
    const field = ref.current;
    if (!field || field.readOnly) return;
    const target = toShown(next.value);
    field.focus();
    if (target === field.value) {
      if (next.value !== value) onChange(next.value);
    } else {
      const { start, endBefore, endAfter } = difference(field.value, target);
      own.current = next.value;
      field.setSelectionRange(start, endBefore);
      replaceSelection(field, target.slice(start, endAfter));
      own.current = null;
    }
    const from = toShownOffset(next.value, next.from);
    field.setSelectionRange(from, toShownOffset(next.value, next.to));
    setCaret(from);
  };

  /** Puts words in the place of what is chosen. */
  const insert = (words: string) => {
    const { value: text, from, to } = written();
    const after = from + words.length;
    write({ value: text.slice(0, from) + words + text.slice(to), from: after, to: after });
  };

  /** Begins a word with a sign such as `@`, as if it were typed. */
  const beginWord = (sign: string) => {
    const { value: text, from } = written();
    insert(from === 0 || /\s/.test(text[from - 1] ?? '') ? sign : ` ${sign}`);
  };

  /** A key that takes a letter off a mention takes the whole of it: it is chosen, and the browser deletes it. */
  const chooseMention = (key: string) => {
    const field = ref.current;
    if (!field || field.selectionStart !== field.selectionEnd) return;
    const edge = key === 'Backspace' ? 'end' : key === 'Delete' ? 'start' : null;
    const piece = pieces.find(({ isMention, ...place }) => {
      return isMention && edge !== null && place[edge] === field.selectionStart;
    });
    if (piece) field.setSelectionRange(piece.start, piece.end);
  };

  return { shown, pieces, caret, setCaret, onInput, written, write, insert, beginWord, chooseMention };
}

const remembered = 200;

function remember(seen: Map<string, string>, shown: string, value: string): void {
  if (seen.get(shown) === value || (shown === value && !seen.has(shown))) return;
  seen.delete(shown);
  seen.set(shown, value);
  const oldest = seen.size > remembered ? seen.keys().next().value : undefined;
  if (oldest !== undefined) seen.delete(oldest);
}

/** `execCommand` is deprecated, and the only way that keeps undo; where it fails, the text comes first. */
function replaceSelection(field: HTMLTextAreaElement, words: string): void {
  const isDone =
    words === '' ? document.execCommand('delete') : document.execCommand('insertText', false, words);
  if (isDone) return;
  field.setRangeText(words, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
