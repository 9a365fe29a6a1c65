/** The changes of own messages that are not saved yet. Pure. */
import type { Problem } from '../../delivery/item.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { joinTexts } from '../../sending/foundEdits.ts';
import { cleanTyped } from '../../text/count.ts';
import { editableText } from './editableText.ts';

export interface Edit {
  /** of the message */
  id: number;
  /** what the message said when the change began, or what the person was shown that it says since */
  base: string;
  text: string;
  /** what was sent to be saved, without a clear answer */
  attempted: string | null;
  /** what was typed before the person took the text that the message has since; to be brought back */
  setAside: string | null;
  /** found before saving: the message says this now, or can be changed no more; null: neither */
  meanwhile: { changedTo: string } | 'gone' | null;
  isSaving: boolean;
  problem: Problem | null;
  isUnclear: boolean;
}

export interface Edits {
  byId: ReadonlyMap<number, Edit>;
  /** the one in the composer */
  openId: number | null;
  /** what is opened once the one in the composer is saved */
  next: Pick<Message, 'id' | 'text'> | null;
}

/** Whether a message's text is what the portal made of a typed one. */
export type SameText = (typed: string, readBack: string) => boolean;

export const noEdits: Edits = { byId: new Map(), openId: null, next: null };

export const untried = {
  attempted: null,
  setAside: null,
  meanwhile: null,
  isSaving: false,
  problem: null,
  isUnclear: false,
} satisfies Partial<Edit>;

/** What is typed as it is sent. */
export const sent = (text: string) => cleanTyped(text).trim();

/** Also where an attempt may have got through: the portal may hold that one, and not what it did at first. */
export function hasChanges({ text, base, attempted }: Pick<Edit, 'text' | 'base' | 'attempted'>): boolean {
  return attempted !== null || sent(text) !== sent(editableText(base));
}

/** White space and brackets make a difference, except in what the portal has had from here. */
export function sameTextFor({ attempted }: Pick<Edit, 'attempted'>, isSameText: SameText): SameText {
  return (typed, readBack) =>
    typed === attempted ? isSameText(typed, readBack) : typed === sent(editableText(readBack));
}

/** What must not be lost of it: what was typed, or what was typed before; null: nothing. */
export function wordsOf(edit: Edit): string | null {
  return hasChanges(edit) && edit.text.trim() !== '' ? edit.text : edit.setAside;
}

/** One that is being saved stays open: its failure must be told. */
export function beginEdit(edits: Edits, { id, text }: Pick<Message, 'id' | 'text'>): Edits {
  if (isSaving(edits)) return { ...edits, next: { id, text } };
  const { byId } = closeEdit(edits);
  // What was typed before goes on from what the message said then, so that a change made since is not overlooked.
  const edit = byId.get(id) ?? { ...untried, id, base: text, text: editableText(text) };
  return { byId: new Map(byId).set(id, edit), openId: id, next: null };
}

/** Keeps what was changed. */
export function closeEdit(edits: Edits): Edits {
  const open = openEdit(edits);
  if (!open) return edits;
  if (open.isSaving) return { ...edits, next: null };
  return wordsOf(open) === null ? endEdit(edits, open.id) : { ...edits, openId: null };
}

export function changeEdit(edits: Edits, id: number, changes: Partial<Edit>): Edits {
  const edit = edits.byId.get(id);
  return edit ? { ...edits, byId: new Map(edits.byId).set(id, { ...edit, ...changes }) } : edits;
}

/** It stays as it is, with the reason. */
export function failEdit(edits: Edits, id: number, why: Partial<Edit>): Edits {
  return { ...changeEdit(edits, id, { ...why, isSaving: false }), next: null };
}

/** What earlier pages have left and was found during the saving (`withFound`) is not over with it. */
export function savedEdit(edits: Edits, { id, setAside }: Edit): Edits {
  const found = edits.byId.get(id);
  const ended = endEdit(edits, id);
  if (!found || found.setAside === null || found.setAside === setAside) return ended;
  const rest: Edit = { ...untried, id, base: found.base, text: found.setAside };
  return { ...ended, byId: new Map(ended.byId).set(id, rest) };
}

/** It is saved, or there is nothing to save. */
export function endEdit(edits: Edits, id: number): Edits {
  const byId = new Map(edits.byId);
  byId.delete(id);
  if (edits.openId !== id) return { ...edits, byId };
  const ended: Edits = { byId, openId: null, next: null };
  return edits.next ? beginEdit(ended, edits.next) : ended;
}

/** From now on the change is one of what the message says now. */
export function takeTheirs(edit: Edit): Partial<Edit> {
  if (edit.meanwhile === null || edit.meanwhile === 'gone') return {};
  const { changedTo } = edit.meanwhile;
  const setAside = joinTexts(edit.setAside, edit.text);
  return { base: changedTo, text: editableText(changedTo), attempted: null, setAside, meanwhile: null };
}

/** What stands in the field, if anything was typed there, takes the place of what comes back. */
export function bringBack(edit: Edit): Partial<Edit> {
  if (edit.setAside === null || edit.isSaving) return {};
  return { text: edit.setAside, setAside: hasChanges(edit) ? edit.text : null };
}

/** What the chat shows makes of it: the same edits where that is nothing. */
export function withShown(edits: Edits, messages: readonly Message[], isSameText: SameText): Edits {
  return [...edits.byId.values()].reduce((rest, edit) => {
    const { id, base, setAside, isSaving: isUnderWay } = edit;
    const shown = messages.find((message) => message.id === id);
    if (!shown || shown.isDeleted || shown.text === base || isUnderWay) return rest;
    const isOpen = rest.openId === id;
    // Nothing was typed, so nothing is asked.
    if (isOpen && !hasChanges(edit) && setAside === null)
      return changeEdit(rest, id, { base: shown.text, text: editableText(shown.text) });
    // It says what was typed, and did not before. One that is open is closed only where that was being waited for.
    const isSame = sameTextFor(edit, isSameText);
    const isSaved = isSame(sent(edit.text), shown.text) && !isSame(sent(edit.text), base);
    return isSaved && (isOpen ? edit.isUnclear : setAside === null) ? endEdit(rest, id) : rest;
  }, edits);
}

function openEdit({ byId, openId }: Edits): Edit | undefined {
  return openId === null ? undefined : byId.get(openId);
}

function isSaving(edits: Edits): boolean {
  return openEdit(edits)?.isSaving ?? false;
}
