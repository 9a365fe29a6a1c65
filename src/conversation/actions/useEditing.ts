/** An own message that is being changed: what stands in the composer meanwhile, and how it is saved. */
import { useCallback, useRef, useState } from 'react';
import type { Problem } from '../../delivery/item.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { updateMessage } from '../../portal/methods/messages.ts';
import type { Rest } from '../../portal/rest.ts';
import { problemOf } from '../../sending/problem.ts';
import { cleanTyped } from '../../text/count.ts';
import { editableText } from './editableText.ts';

export interface Editing {
  /** null: nothing is being changed */
  editing: Message | null;
  /** BB code as a person types it */
  text: string;
  setText: (text: string) => void;
  /** Begins with what the message says. What was being changed before is left. */
  begin: (message: Message) => void;
  cancel: () => void;
  /** Saves and closes; closes at once where nothing was changed. A blank text is not saved. Never rejects. */
  save: () => Promise<void>;
  isSaving: boolean;
  /** why it was not saved; the text is kept, to be saved again */
  problem: Problem | null;
}

export interface EditingOptions {
  rest: Rest;
  /** reads this message anew; what it does with failures is its own affair */
  refresh: (messageId: number) => unknown;
}

interface State {
  message: Message;
  /** as it was at the beginning */
  before: string;
  text: string;
  isSaving: boolean;
  problem: Problem | null;
}

export function useEditing({ rest, refresh }: EditingOptions): Editing {
  const [state, setState] = useState<State | null>(null);
  const isSaving = useRef(false);
  const change = useCallback(
    (changes: Partial<State>) => setState((last) => last && { ...last, ...changes }),
    [],
  );
  const begin = useCallback((message: Message) => {
    const text = editableText(message.text);
    setState({ message, before: text, text, isSaving: false, problem: null });
  }, []);

  const save = async () => {
    const text = state && sent(state.text);
    if (!state || !text || isSaving.current) return;
    if (text === sent(state.before)) {
      setState(null);
      return;
    }
    const { id } = state.message;
    isSaving.current = true;
    change({ isSaving: true, problem: null });
    try {
      await updateMessage(rest, id, text);
      // Another one may have been begun meanwhile.
      setState((last) => (last?.message.id === id ? null : last));
    } catch (failure) {
      setState((last) => (last?.message.id === id ? { ...last, problem: problemOf(failure) } : last));
    } finally {
      isSaving.current = false;
      change({ isSaving: false });
    }
    // Also after a failure: an answer may have been lost behind a change that was made.
    refresh(id);
  };

  return {
    editing: state?.message ?? null,
    text: state?.text ?? '',
    setText: useCallback((text: string) => change({ text }), [change]),
    begin,
    cancel: useCallback(() => setState(null), []),
    save,
    isSaving: state?.isSaving ?? false,
    problem: state?.problem ?? null,
  };
}

const sent = (text: string) => cleanTyped(text).trim();
