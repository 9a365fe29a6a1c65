/** What is typed into results and not saved: kept while the panel is closed, and while the field is. */
import { useCallback, useMemo, useState } from 'react';
import type { TaskResult } from '../../portal/methods/taskResults.ts';
import type { Results } from './results.ts';

/** @param rows undefined: not read so far */
export function useDrafts(
  rows: readonly TaskResult[] | undefined,
): Pick<Results, 'drafts' | 'setDraft' | 'hasUnsaved'> {
  const [drafts, setDrafts] = useState<Results['drafts']>(new Map());
  const setDraft = useCallback<Results['setDraft']>((id, draft) => {
    setDrafts((before) => {
      const next = new Map(before);
      if (draft === null) next.delete(id);
      else next.set(id, draft);
      return next;
    });
  }, []);
  const hasUnsaved = useMemo(
    () => [...drafts].some(([id, { text }]) => rows?.find((row) => row.id === id)?.text !== text),
    [drafts, rows],
  );
  return { drafts, setDraft, hasUnsaved };
}
