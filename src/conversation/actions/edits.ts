/** The changes of own messages that are not saved yet. Pure. */
import type { Problem } from '../../delivery/item.ts';
import type { Message } from '../../portal/methods/dialogMessages.ts';
import { cleanTyped } from '../../text/count.ts';
import { editableText } from './editableText.ts';

export interface Edit {
  message: Message;
  /** as it was at the beginning */
  before: string;
  text: string;
  isSaving: boolean;
  problem: Problem | null;
  isUnclear: boolean;
}

export interface Edits {
  byId: ReadonlyMap<number, Edit>;
  /** the one in the composer */
  openId: number | null;
  /** what is opened once the one in the composer is saved */
  next: Message | null;
}

/** Whether a message's text is what the portal made of a typed one. */
export type SameText = (typed: string, readBack: string) => boolean;

export const noEdits: Edits = { byId: new Map(), openId: null, next: null };

/** What is typed as it is sent. */
export const sent = (text: string) => cleanTyped(text).trim();

export function hasChanges({ text, before }: Edit): boolean {
  return sent(text) !== sent(before);
}

/** One that is being saved stays open: its failure must be told. */
export function beginEdit(edits: Edits, message: Message): Edits {
  if (isSaving(edits)) return { ...edits, next: message };
  const { byId } = closeEdit(edits);
  const before = editableText(message.text);
  const known = byId.get(message.id);
  const edit: Edit = known
    ? { ...known, message, before }
    : { message, before, text: before, isSaving: false, problem: null, isUnclear: false };
  return { byId: new Map(byId).set(message.id, edit), openId: message.id, next: null };
}

/** Keeps what was changed. */
export function closeEdit(edits: Edits): Edits {
  const open = openEdit(edits);
  if (!open) return edits;
  if (open.isSaving) return { ...edits, next: null };
  return hasChanges(open) ? { ...edits, openId: null } : endEdit(edits, open.message.id);
}

export function changeEdit(edits: Edits, id: number, changes: Partial<Edit>): Edits {
  const edit = edits.byId.get(id);
  return edit ? { ...edits, byId: new Map(edits.byId).set(id, { ...edit, ...changes }) } : edits;
}

export function failEdit(edits: Edits, id: number, why: Pick<Edit, 'problem' | 'isUnclear'>): Edits {
  return { ...changeEdit(edits, id, { ...why, isSaving: false }), next: null };
}

/** It is saved, or there is nothing to save. */
export function endEdit(edits: Edits, id: number): Edits {
  const byId = new Map(edits.byId);
  byId.delete(id);
  if (edits.openId !== id) return { ...edits, byId };
  const ended: Edits = { byId, openId: null, next: null };
  return edits.next ? beginEdit(ended, edits.next) : ended;
}

/** One in doubt that says in the chat what was typed, and did not before. */
export function isSaved(
  { message, text, isUnclear }: Edit,
  messages: readonly Message[],
  isSameText: SameText,
): boolean {
  if (!isUnclear || isSameText(sent(text), message.text)) return false;
  const shown = messages.find(({ id }) => id === message.id);
  return shown !== undefined && !shown.isDeleted && isSameText(sent(text), shown.text);
}

function openEdit({ byId, openId }: Edits): Edit | undefined {
  return openId === null ? undefined : byId.get(openId);
}

function isSaving(edits: Edits): boolean {
  return openEdit(edits)?.isSaving ?? false;
}
