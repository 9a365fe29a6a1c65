/** The changes of results that are not saved yet. Pure. */
import { sent } from '../../conversation/actions/edits.ts';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import { joinEdits, joinTexts, type KeptEdit, type KeptEdits } from '../../sending/foundEdits.ts';
import type { Draft, Results } from './results.ts';

type Drafts = Results['drafts'];

/** How an attempt to save has ended. */
export type Outcome =
  /** the portal holds what was typed */
  | 'saved'
  /** the result is there no more */
  | 'gone'
  /** somebody has changed it, and nothing was written */
  | { changedTo: string }
  /** attempted: left out where nothing was sent, so that an earlier doubt is as it was */
  | { failure: NonNullable<Draft['failure']>; attempted?: string };

/** What is typed back to the beginning is a change too, once something else may have got through. */
export function hasChanges({ text, base, attempted }: KeptEdit | Draft): boolean {
  return attempted !== undefined || sent(text) !== sent(base);
}

/** What must not be lost of it: what is typed, or what was set aside; undefined: nothing. */
export function wordsOf(draft: Draft): string | undefined {
  return hasChanges(draft) && draft.text.trim() !== '' ? draft.text : draft.setAside;
}

/** It goes on only when the person does. */
export function isWaiting({ isOpen, changedTo, failure }: Draft): boolean {
  return !isOpen || changedTo !== undefined || failure !== undefined;
}

/** All that was typed, behind what was set aside; the text as it was, where nothing was. */
export function allWordsOf(draft: KeptEdit | Draft): string {
  const { text, setAside } = draft;
  return (hasChanges(draft) ? joinTexts(setAside, text) : setAside) || text;
}

/** From now on it is a change of what the result says now. */
export function takeTheirs(draft: Draft, theirs: string): Draft {
  const { attempted: _, ...rest } = draft;
  const setAside = wordsOf(draft) === undefined ? undefined : allWordsOf(draft);
  return { ...rest, text: theirs, base: theirs, changedTo: undefined, setAside };
}

/** What stands in the field, if anything was typed there, takes the place of what comes back. */
export function swap(draft: Draft): Draft {
  const { text, setAside = text } = draft;
  return { ...draft, text: setAside, setAside: hasChanges(draft) && text.trim() !== '' ? text : undefined };
}

/** @param since as it was when the attempt began @returns null: there is nothing left to save */
export function afterSaving(draft: Draft, since: Draft, outcome: Outcome): Draft | null {
  const ended = { ...draft, isSaving: false };
  if (outcome === 'gone') return ended;
  if (outcome !== 'saved') return { ...ended, ...outcome };
  // What has come meanwhile from an earlier page was not saved with it.
  if (draft.text === since.text && draft.setAside === since.setAside) return null;
  return { ...ended, base: sent(since.text), attempted: undefined };
}

/** It leaves the field. @returns null: nothing of it is worth keeping */
export function putAside(draft: Draft): Draft | null {
  return wordsOf(draft) === undefined ? null : { ...draft, isOpen: false, failure: undefined };
}

/** What outlasts the page. */
export function keptOf(drafts: Drafts): KeptEdits {
  return new Map(
    [...drafts].flatMap(([id, draft]): Array<[number, KeptEdit]> => {
      const kept = keptDraft(draft);
      return kept ? [[id, kept]] : [];
    }),
  );
}

/** A blank text is none: what was set aside takes its place. */
function keptDraft(draft: Draft): KeptEdit | undefined {
  const words = wordsOf(draft);
  if (words === undefined) return undefined;
  const { text, base, attempted, setAside } = draft;
  if (text.trim() === '') return { text: words, base };
  return {
    text,
    base,
    ...(attempted !== undefined && { attempted }),
    ...(setAside !== undefined && { setAside }),
  };
}

const reset = { attempted: undefined, setAside: undefined };

/** What earlier pages have left; what is typed here already stands behind it. */
export function withFound(drafts: Drafts, found: KeptEdits): Drafts {
  const next = new Map(drafts);
  for (const [id, left] of found) {
    const known = drafts.get(id);
    const own = known && keptDraft(known);
    if (known?.isSaving) next.set(id, { ...known, setAside: besideSaving(known, left) });
    else next.set(id, { isOpen: false, ...known, ...reset, ...(own ? joinEdits(left, own) : left) });
  }
  return next;
}

/** What is on its way stays as it is. */
function besideSaving({ text, setAside }: Draft, left: KeptEdit): string | undefined {
  const isGoneOnWith = text.startsWith(left.text);
  return joinTexts(left.setAside, isGoneOnWith ? null : left.text, setAside) || undefined;
}

/** Where nothing is typed the field says what the list does; what is saved without our knowing it is over. */
export function withRows(drafts: Drafts, rows: readonly TaskResult[]): Drafts {
  const next = new Map(drafts);
  let isSame = true;
  for (const [id, draft] of drafts) {
    const row = rows.find((one) => one.id === id);
    const now = row ? withRow(draft, row.text) : draft;
    if (now === draft) continue;
    isSame = false;
    if (now) next.set(id, now);
    else next.delete(id);
  }
  return isSame ? drafts : next;
}

function withRow(draft: Draft, says: string): Draft | null {
  const { text, base, isOpen, isSaving, setAside, failure } = draft;
  if (says === base || isSaving) return draft;
  if (sent(text) === sent(says)) {
    // One in the field is closed only where that was being waited for.
    if (isOpen ? failure?.isUnclear : setAside === undefined) return null;
  }
  return isOpen && !hasChanges(draft) && setAside === undefined
    ? { ...draft, text: says, base: says }
    : draft;
}
