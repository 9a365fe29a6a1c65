/** Saves the change of a message, unless somebody has changed it meanwhile. */
import { useRef, type Dispatch, type SetStateAction } from 'react';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { updateMessage } from '../../portal/methods/messages.ts';
import type { Rest } from '../../portal/rest.ts';
import { outcomeOf } from '../../sending/problem.ts';
import {
  changeEdit,
  closeEdit,
  failEdit,
  hasChanges,
  sameTextFor,
  savedEdit,
  sent,
  type Edit,
  type Edits,
  type SameText,
} from './edits.ts';
import { judge } from './meanwhile.ts';

export interface SavingOptions {
  rest: Rest;
  isSameText: SameText;
  /** this message as it is now; undefined: it is not there. Rejects with a PortalError */
  read: (messageId: number) => Promise<Message | undefined>;
  /** reads this message anew for the screen; what it does with failures is its own affair */
  refresh: (messageId: number) => unknown;
  setEdits: Dispatch<SetStateAction<Edits>>;
}

/** The portal says it of messages that are gone, and of those that are too old (PB 4.4). */
const unchangeable = 'CANT_EDIT_MESSAGE';

/**
 * What is on the screen may be seconds old, and an old message is not read again by itself: so this one is read right
 * before. The portal compares nothing when it writes (PB 4.4), so a change within that one round trip is not seen.
 * @returns never rejects; nothing happens while the same message is being saved
 */
export function useSaving(options: SavingOptions): (edit: Edit | undefined) => Promise<void> {
  const { rest, isSameText, read, refresh, setEdits } = options;
  const underWay = useRef(new Set<number>());
  const change = (id: number, changes: Partial<Edit>) => setEdits((last) => changeEdit(last, id, changes));

  /** @returns false: it is not to be written, and the edit says why */
  async function mayWrite(edit: Edit, typed: string): Promise<boolean> {
    const { id } = edit;
    const now = await read(id);
    if (!now || now.isDeleted) {
      setEdits((last) => failEdit(last, id, { meanwhile: 'gone' }));
      refresh(id);
      return false;
    }
    const verdict = judge({ ...edit, typed }, now.text, sameTextFor(edit, isSameText));
    if (verdict === 'mine') return true;
    if (verdict === 'saved') setEdits((last) => savedEdit(last, edit));
    else setEdits((last) => failEdit(last, id, { meanwhile: { changedTo: now.text } }));
    refresh(id);
    return false;
  }

  async function write(edit: Edit, typed: string): Promise<void> {
    const { id } = edit;
    let isTried = false;
    try {
      if (!(await mayWrite(edit, typed))) return;
      isTried = true;
      await updateMessage(rest, id, typed);
      setEdits((last) => savedEdit(last, edit));
    } catch (failure) {
      const { kind, problem } = outcomeOf(failure);
      // What failed before anything was written leaves an earlier doubt as it was.
      const isUnclear = isTried ? kind === 'unclear' : edit.isUnclear;
      const meanwhile = problem.code === unchangeable ? 'gone' : null;
      const attempted = isTried && isUnclear ? typed : edit.attempted;
      setEdits((last) => failEdit(last, id, { problem, isUnclear, meanwhile, attempted }));
    }
    // Also after a failure: an answer may have been lost behind a change that was made.
    if (isTried) refresh(id);
  }

  return async (edit) => {
    const typed = edit && sent(edit.text);
    if (!edit || !typed || underWay.current.has(edit.id)) return;
    const { id, base } = edit;
    if (!hasChanges(edit)) {
      setEdits(closeEdit);
      return;
    }
    underWay.current.add(id);
    change(id, { base, isSaving: true, problem: null, isUnclear: false, meanwhile: null });
    await write(edit, typed);
    underWay.current.delete(id);
  };
}
