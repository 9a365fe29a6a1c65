/** Own messages that are being changed: one of them stands in the composer, and each keeps what was typed. */
import { useCallback, useMemo, useState } from 'react';
import type { Problem } from '../../delivery/item.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { useKeptEdits, type EditStore } from '../../sending/useKeptEdits.ts';
import {
  beginEdit,
  bringBack,
  changeEdit,
  closeEdit,
  endEdit,
  noEdits,
  takeTheirs,
  withShown,
  wordsOf,
  type Edit,
} from './edits.ts';
import { keptOf, withFound } from './keptEdits.ts';
import { useSaving, type SavingOptions } from './useSaving.ts';

/** A change that waits to be gone on with. */
export interface Unfinished {
  /** of the message */
  id: number;
  /** what was typed; BB code */
  text: string;
  /** what the message said when it began */
  base: string;
}

export interface Editing {
  /** null: none stands in the composer. The text is what the message said when the change began. */
  editing: Pick<Message, 'id' | 'text'> | null;
  /** BB code as a person types it */
  text: string;
  setText: (text: string) => void;
  /**
   * Begins with what the message says, or with what was typed for it before, in this page or an earlier one. One that
   * is being saved stays until that is over, and longer if it fails.
   */
  begin: (message: Pick<Message, 'id' | 'text'>) => void;
  /** Keeps what was typed for `begin`. Nothing happens while it is being saved. */
  cancel: () => void;
  /** Gives up what was typed into this message. */
  discard: (messageId: number) => void;
  /**
   * Saves and closes; closes at once where nothing was changed. A blank text is not saved. The message is read before:
   * what somebody has made of it meanwhile is told in `meanwhile`, and nothing is saved. Never rejects.
   */
  save: () => Promise<void>;
  isSaving: boolean;
  /** why it was not saved; the text is kept, to be saved again */
  problem: Problem | null;
  /** It may have been saved all the same: closed by itself once that is seen. */
  isUnclear: boolean;
  /** what the message says since the change began, BB code; 'gone': it can be changed no more. Null: nothing new is known */
  meanwhile: Edit['meanwhile'];
  /** Saves over what the message says now, which the person has seen. */
  saveMine: () => Promise<void>;
  /** Goes on from what the message says now. */
  takeTheirs: () => void;
  /** Swaps; left out: nothing was set aside for the text that the message has now, or something is being saved. */
  bringBack: (() => void) | undefined;
  /** those with something typed that do not stand in the composer; the newest last */
  unfinished: readonly Unfinished[];
  /** Something was typed and not saved, of whatever message. */
  hasUnsaved: boolean;
}

export interface EditingOptions extends Omit<SavingOptions, 'setEdits'> {
  editStore: EditStore;
  /** `edits:chat58` */
  lane: string;
  /** those that are on the screen */
  messages: readonly Message[];
}

export function useEditing(options: EditingOptions): Editing {
  const { rest, editStore, lane, messages, isSameText, read, refresh } = options;
  const [edits, setEdits] = useState(noEdits);
  const open = edits.openId === null ? undefined : edits.byId.get(edits.openId);

  const shown = withShown(edits, messages, isSameText);
  if (shown !== edits) setEdits(shown);

  useKeptEdits({
    editStore,
    lane,
    edits: useMemo(() => keptOf(edits), [edits]),
    onFound: (found) => setEdits((last) => withFound(last, found)),
  });

  const save = useSaving({ rest, read, refresh, isSameText, setEdits });
  const changeOpen = (changesOf: (edit: Edit) => Partial<Edit>) =>
    setEdits((last) => {
      const edit = last.byId.get(last.openId ?? NaN);
      return edit ? changeEdit(last, edit.id, changesOf(edit)) : last;
    });
  const saveMine = async () => {
    if (!open?.meanwhile || open.meanwhile === 'gone') return;
    await save({ ...open, base: open.meanwhile.changedTo });
  };

  const { id: openId = null, base = '' } = open ?? {};
  const editing = useMemo(() => (openId === null ? null : { id: openId, text: base }), [openId, base]);
  const all = [...edits.byId.values()];
  return {
    editing,
    text: open?.text ?? '',
    setText: useCallback(
      (text: string) =>
        setEdits((last) => (last.openId === null ? last : changeEdit(last, last.openId, { text }))),
      [],
    ),
    begin: useCallback(
      (message: Pick<Message, 'id' | 'text'>) => setEdits((last) => beginEdit(last, message)),
      [],
    ),
    cancel: useCallback(() => setEdits(closeEdit), []),
    discard: useCallback((messageId: number) => setEdits((last) => endEdit(last, messageId)), []),
    save: () => save(open),
    isSaving: open?.isSaving ?? false,
    problem: open?.problem ?? null,
    isUnclear: open?.isUnclear ?? false,
    meanwhile: open?.meanwhile ?? null,
    saveMine,
    takeTheirs: () => changeOpen(takeTheirs),
    bringBack: open && open.setAside !== null && !open.isSaving ? () => changeOpen(bringBack) : undefined,
    unfinished: all.flatMap((edit): Unfinished[] => {
      const text = wordsOf(edit);
      return text === null || edit === open ? [] : [{ id: edit.id, text, base: edit.base }];
    }),
    hasUnsaved: all.some((edit) => wordsOf(edit) !== null),
  };
}
