/** Own messages that are being changed: one of them stands in the composer, and each keeps what was typed. */
import { useCallback, useRef, useState } from 'react';
import type { Problem } from '../../delivery/item.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { updateMessage } from '../../portal/methods/messages.ts';
import type { Rest } from '../../portal/rest.ts';
import { outcomeOf } from '../../sending/problem.ts';
import {
  beginEdit,
  changeEdit,
  closeEdit,
  endEdit,
  failEdit,
  hasChanges,
  isSaved,
  noEdits,
  sent,
  type Edit,
  type SameText,
} from './edits.ts';

export interface Editing {
  /** null: none stands in the composer */
  editing: Message | null;
  /** BB code as a person types it */
  text: string;
  setText: (text: string) => void;
  /**
   * Begins with what the message says, or with what was typed for it before. One that is being saved stays until that
   * is over, and longer if it fails.
   */
  begin: (message: Message) => void;
  /** Keeps what was typed for `begin`. Nothing happens while it is being saved. */
  cancel: () => void;
  /** Saves and closes; closes at once where nothing was changed. A blank text is not saved. Never rejects. */
  save: () => Promise<void>;
  isSaving: boolean;
  /** why it was not saved; the text is kept, to be saved again */
  problem: Problem | null;
  /** It may have been saved all the same: closed by itself once that is seen. */
  isUnclear: boolean;
  /** Something was typed and not saved, of whatever message. */
  hasUnsaved: boolean;
}

export interface EditingOptions {
  rest: Rest;
  /** those that are on the screen */
  messages: readonly Message[];
  isSameText: SameText;
  /** reads this message anew; what it does with failures is its own affair */
  refresh: (messageId: number) => unknown;
}

/** What is typed is kept as long as the page is. */
export function useEditing({ rest, messages, isSameText, refresh }: EditingOptions): Editing {
  const [edits, setEdits] = useState(noEdits);
  const saving = useRef(new Set<number>());
  const open = edits.openId === null ? undefined : edits.byId.get(edits.openId);

  // An answer was lost, and the chat tells.
  const saved = [...edits.byId.values()].find((edit) => isSaved(edit, messages, isSameText));
  if (saved) setEdits(endEdit(edits, saved.message.id));

  const save = async () => {
    const text = open && sent(open.text);
    if (!open || !text || saving.current.has(open.message.id)) return;
    const { id } = open.message;
    if (!hasChanges(open)) {
      setEdits((last) => endEdit(last, id));
      return;
    }
    const change = (changes: Partial<Edit>) => setEdits((last) => changeEdit(last, id, changes));
    saving.current.add(id);
    change({ isSaving: true, problem: null, isUnclear: false });
    try {
      await updateMessage(rest, id, text);
      setEdits((last) => endEdit(last, id));
    } catch (failure) {
      const { kind, problem } = outcomeOf(failure);
      setEdits((last) => failEdit(last, id, { problem, isUnclear: kind === 'unclear' }));
    } finally {
      saving.current.delete(id);
    }
    // Also after a failure: an answer may have been lost behind a change that was made.
    refresh(id);
  };

  return {
    editing: open?.message ?? null,
    text: open?.text ?? '',
    setText: useCallback(
      (text: string) =>
        setEdits((last) => (last.openId === null ? last : changeEdit(last, last.openId, { text }))),
      [],
    ),
    begin: useCallback((message: Message) => setEdits((last) => beginEdit(last, message)), []),
    cancel: useCallback(() => setEdits(closeEdit), []),
    save,
    isSaving: open?.isSaving ?? false,
    problem: open?.problem ?? null,
    isUnclear: open?.isUnclear ?? false,
    hasUnsaved: [...edits.byId.values()].some(hasChanges),
  };
}
