/** Saves what is typed into a result, unless somebody has changed that meanwhile. */
import { useCallback } from 'react';
import { sent } from '../../conversation/actions/edits.ts';
import { judge } from '../../conversation/actions/meanwhile.ts';
import { readResult, updateResult, type TaskResult } from '../../portal/methods/taskResults.ts';
import type { RestApi } from '../../portal/restApi.ts';
import { outcomeOf } from '../../sending/problem.ts';
import { afterSaving, hasChanges, putAside, type Outcome } from './drafts.ts';
import type { Draft, Results } from './results.ts';

interface SavingOptions {
  restApi: RestApi;
  taskId: number;
  setDraft: Results['setDraft'];
  /** changes the list without reading it */
  change: (next: (rows: TaskResult[]) => TaskResult[]) => Promise<void>;
  /** reads the list */
  reload: () => void;
}

/** It ends where the drafts are, so that it may outlast the panel. All functions must be stable. */
export function useSavingDrafts(options: SavingOptions): Results['save'] {
  const { restApi, taskId, setDraft, change, reload } = options;

  const attempt = useCallback(
    async (id: number, { text, base, attempted }: Draft): Promise<Outcome> => {
      const typed = sent(text);
      const show = async (result: TaskResult) => {
        const { authorName: _, ...read } = result;
        await change((rows) => rows.map((row) => (row.id === id ? { ...row, ...read } : row)));
      };
      let isTried = false;
      try {
        const now = await readResult(restApi, taskId, id);
        if (!now) {
          await change((rows) => rows.filter((row) => row.id !== id));
          return 'gone';
        }
        const verdict = judge({ base, typed, attempted: attempted ?? null }, now.text, isSame);
        if (verdict === 'mine') {
          isTried = true;
          await show(await updateResult(restApi, id, typed));
          return 'saved';
        }
        await show(now);
        return verdict === 'saved' ? 'saved' : { changedTo: now.text };
      } catch (failure) {
        const { kind, problem } = outcomeOf(failure);
        // What failed before anything was written leaves an earlier doubt as it was.
        if (!isTried) return { failure: { problem, isUnclear: typed === attempted } };
        if (kind !== 'unclear') return { failure: { problem, isUnclear: false } };
        reload();
        return { failure: { problem, isUnclear: true }, attempted: typed };
      }
    },
    [restApi, taskId, change, reload],
  );

  return useCallback(
    async (id, since) => {
      if (!hasChanges(since)) {
        setDraft(id, (draft) => draft && putAside(draft));
        return;
      }
      setDraft(id, (draft) => draft && { ...draft, base: since.base, isSaving: true, ...untold });
      const outcome = await attempt(id, since);
      setDraft(id, (draft) => draft && afterSaving(draft, since, outcome));
    },
    [attempt, setDraft],
  );
}

const untold = { changedTo: undefined, failure: undefined } satisfies Partial<Draft>;

const isSame = (typed: string, held: string) => typed === held.trim();
