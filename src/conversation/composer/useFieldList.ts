/** A list that helps with what is being written at the caret: when it is open, and which of the field's keys it takes. */
import { type RefObject, useCallback, useId, useRef, useState } from 'react';

/** Takes a key of the field; true when the key was the list's. */
export type TakeKey = (event: Pick<KeyboardEvent, 'key'>) => boolean;

/** What is being written, and where its list comes from. */
export interface Writing<Source> {
  value: string;
  /** undefined: there is nothing to choose from */
  source: Source | undefined;
  isFocused: boolean;
  /** the list stands above it */
  anchor: RefObject<HTMLElement | null>;
}

/** What a list needs of the field, which keeps the focus. */
export interface FieldListProps {
  id: string;
  /** the field's keys come in here */
  onTakeKey: (takeKey: TakeKey | null) => void;
  /** the id of the option that Enter would take; undefined: there is none */
  onActive: (id: string | undefined) => void;
  onClose: () => void;
}

/** @param found what is being written, by the place of the sign it began with */
export function useFieldList<Query extends { at: number }>(found: Query | null, isFocused: boolean) {
  const id = useId();
  const takeKey = useRef<TakeKey | null>(null);
  const onTakeKey = useCallback((next: TakeKey | null) => {
    takeKey.current = next;
  }, []);
  const [activeId, setActiveId] = useState<string>();
  // Escape closes the list for the sign it stands for, until another one is written.
  const [closedAt, setClosedAt] = useState<number | null>(null);
  if (found === null && isFocused && closedAt !== null) setClosedAt(null);
  const query = found && found.at !== closedAt ? found : null;
  const props: FieldListProps = {
    id,
    onTakeKey,
    onActive: setActiveId,
    onClose: () => setClosedAt(query?.at ?? null),
  };
  return {
    /** null: nothing that a list could help with */
    query,
    props,
    /** for the field; null: nothing can be chosen */
    list: activeId === undefined ? null : { id, activeId },
    takeKey: (event: KeyboardEvent) => isBare(event) && takeKey.current?.(event) === true,
  };
}

/** Whether a key is pressed without Ctrl and the like. */
export const isBare = ({ ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) =>
  !(ctrlKey || metaKey || shiftKey || altKey);
