/** What is typed into results and not saved: kept while the panel is closed, and while the window is. */
import { useCallback, useMemo, useState } from 'react';
import { joinDrafts } from '../../delivery/drafts.ts';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import { useKeptEdits, type EditStore, type KeptEdits } from '../../sending/useKeptEdits.ts';
import type { Draft, Results } from './results.ts';

type Drafts = Results['drafts'];

/** @param rows undefined: not read so far @param lane `edits:results51` */
export function useDrafts(
  rows: readonly TaskResult[] | undefined,
  editStore: EditStore,
  lane: string,
): Pick<Results, 'drafts' | 'setDraft' | 'hasUnsaved'> {
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const setDraft = useCallback<Results['setDraft']>((id, draft) => {
    setDrafts((before) => {
      const next = new Map(before);
      if (draft === null) next.delete(id);
      else next.set(id, draft);
      return next;
    });
  }, []);

  const shown = useMemo(() => withRows(drafts, rows ?? []), [drafts, rows]);
  if (shown !== drafts) setDrafts(shown);
  const edits = useMemo(() => keptOf(shown), [shown]);
  useKeptEdits({
    editStore,
    lane,
    edits,
    onFound: (found) => setDrafts((before) => withFound(before, found)),
  });
  return { drafts: shown, setDraft, hasUnsaved: edits.size > 0 };
}

function keptOf(drafts: Drafts): KeptEdits {
  return new Map(
    [...drafts].flatMap(([id, draft]): Array<[number, { text: string; base: string }]> => {
      const text = draft.text === draft.base ? draft.setAside : draft.text;
      return text === undefined ? [] : [[id, { text, base: draft.base }]];
    }),
  );
}

/** What is typed here already stands behind what earlier pages have left. */
function withFound(drafts: Drafts, found: KeptEdits): Drafts {
  const next = new Map(drafts);
  for (const [id, { text, base }] of found) {
    const known = next.get(id);
    const own = known && known.text !== known.base ? [{ text: known.text, savedAt: 1 }] : [];
    const joined = joinDrafts([{ text, savedAt: 0 }, ...own]).text;
    next.set(id, { isOpen: false, ...known, base, text: joined });
  }
  return next;
}

/** Where nothing is typed the field says what the list does; what is put aside, and saved meanwhile, is over. */
function withRows(drafts: Drafts, rows: readonly TaskResult[]): Drafts {
  const stale = [...drafts].flatMap(([id, draft]): Array<[number, Draft | null]> => {
    const { text, base, isOpen, setAside } = draft;
    const row = rows.find((one) => one.id === id);
    if (!row || row.text === base) return [];
    if (isOpen && text === base && setAside === undefined)
      return [[id, { ...draft, text: row.text, base: row.text }]];
    return !isOpen && text.trim() === row.text.trim() ? [[id, null]] : [];
  });
  if (stale.length === 0) return drafts;
  const next = new Map(drafts);
  for (const [id, draft] of stale) {
    if (draft) next.set(id, draft);
    else next.delete(id);
  }
  return next;
}
