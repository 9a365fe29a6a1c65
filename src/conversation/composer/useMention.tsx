/** Whether somebody is writing a mention, and the list that helps with it. */
import { type RefObject, useCallback, useId, useRef, useState } from 'react';
import type { MentionSource } from './composerProps.ts';
import { findMention, putMention } from './mention.ts';
import type { TakeKey } from './MentionPicker.tsx';
import { useOnDemand } from '../onDemand.ts';
import type { Field } from './useField.ts';

const loadPicker = () => import('./MentionPicker.tsx');

interface Writing {
  value: string;
  source: MentionSource | undefined;
  isFocused: boolean;
  /** the list stands above it */
  anchor: RefObject<HTMLElement | null>;
}

export function useMention(field: Field, { value, source, isFocused, anchor }: Writing) {
  const id = useId();
  const takeKey = useRef<TakeKey | null>(null);
  const onTakeKey = useCallback((next: TakeKey | null) => {
    takeKey.current = next;
  }, []);
  const [activeId, setActiveId] = useState<string>();
  // Escape closes the list for the `@` it stands for, until another one is written.
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const found = source && isFocused ? findMention(value, field.caret) : null;
  if (found === null && isFocused && closedAt !== null) setClosedAt(null);
  const query = found && found.at !== closedAt ? found : null;
  const part = useOnDemand(loadPicker, query !== null);
  const Picker = part === null || part === 'failed' ? null : part.MentionPicker;
  return {
    /** for the field; null: nobody can be chosen */
    list: activeId === undefined ? null : { id, activeId },
    takeKey: (event: KeyboardEvent) => isBare(event) && takeKey.current?.(event) === true,
    shown: Picker && query && source && (
      <Picker
        id={id}
        query={query.query}
        source={source}
        anchor={anchor}
        onTakeKey={onTakeKey}
        onActive={setActiveId}
        onChoose={(person) => field.write(putMention(value, query, person))}
        onClose={() => setClosedAt(query.at)}
      />
    ),
  };
}

const isBare = ({ ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) =>
  !(ctrlKey || metaKey || shiftKey || altKey);
