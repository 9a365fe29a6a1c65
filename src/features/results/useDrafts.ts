/** What is typed into results and not saved: kept while the panel is closed, and while the window is. */
import { useCallback, useMemo, useState } from 'react';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import { useKeptEdits, type EditStore } from '../../sending/useKeptEdits.ts';
import { keptOf, withFound, withRows } from './drafts.ts';
import type { Results } from './results.ts';

/** @param rows undefined: not read so far @param lane `edits:results51` */
export function useDrafts(
  rows: readonly TaskResult[] | undefined,
  editStore: EditStore,
  lane: string,
): Pick<Results, 'drafts' | 'setDraft' | 'hasUnsaved'> {
  const [drafts, setDrafts] = useState<Results['drafts']>(new Map());
  const setDraft = useCallback<Results['setDraft']>((id, change) => {
    setDrafts((before) => {
      const next = new Map(before);
      const draft = change(before.get(id));
      if (draft) next.set(id, draft);
      else next.delete(id);
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
