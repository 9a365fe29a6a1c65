/** The text field, over an unseen copy of its text that gives it its height and tints the mentions. */
import { type ClipboardEvent, type KeyboardEvent, type RefObject, type UIEvent, useRef } from 'react';
import { useTranslation } from '../../i18n/context.tsx';
import styles from './ComposerField.module.css';
import type { Field } from './useField.ts';

interface ComposerFieldProps {
  textarea: RefObject<HTMLTextAreaElement | null>;
  field: Field;
  describedBy: string;
  isTooLong: boolean;
  isReadOnly: boolean;
  /** the open list, as of people, and the one chosen in it */
  list: { id: string; activeId: string | undefined } | null;
  onInput: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onPaste: (event: ClipboardEvent) => void;
  onFocusChange: (isFocused: boolean) => void;
}

export function ComposerField(props: ComposerFieldProps) {
  const {
    textarea,
    field,
    describedBy,
    isTooLong,
    isReadOnly,
    list,
    onInput,
    onKeyDown,
    onPaste,
    onFocusChange,
  } = props;
  const { t } = useTranslation();
  const copy = useRef<HTMLDivElement>(null);
  const onScroll = ({ currentTarget }: UIEvent<HTMLTextAreaElement>) => {
    if (copy.current) copy.current.scrollTop = currentTarget.scrollTop;
  };
  return (
    <div className={styles.grow}>
      {/* Its words are content of the style sheet: no search, no reader and no copying finds them twice. */}
      <div ref={copy} className={styles.copy} dir="auto" aria-hidden>
        {field.pieces.map(({ shown, isMention, start }) => (
          <span key={start} data-text={shown} data-mention={isMention || undefined} />
        ))}
      </div>
      <textarea
        ref={textarea}
        className={styles.field}
        aria-label={t('conversation.message')}
        aria-describedby={describedBy}
        aria-invalid={isTooLong || undefined}
        aria-autocomplete={list ? 'list' : undefined}
        aria-controls={list?.id}
        aria-activedescendant={list?.activeId}
        placeholder={t('conversation.placeholder')}
        dir="auto"
        rows={1}
        readOnly={isReadOnly}
        value={field.shown}
        onChange={(event) => {
          onInput();
          field.onInput(event);
        }}
        onSelect={({ currentTarget }) => field.setCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onScroll={onScroll}
        onFocus={() => onFocusChange(true)}
        onBlur={() => onFocusChange(false)}
      />
    </div>
  );
}
